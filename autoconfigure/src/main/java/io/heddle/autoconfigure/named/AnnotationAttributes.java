/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.heddle.autoconfigure.named;

import java.time.Duration;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.StringUtils;

/**
 * Reads the attributes of an annotation.
 */
public final class AnnotationAttributes {

	private final ConfigurableBeanFactory beanFactory;

	private final String annotation;

	private final BiFunction<String, String, InvalidAnnotationException> failure;

	/**
	 * Create an instance for an annotation.
	 * @param beanFactory resolves placeholders
	 * @param annotation what the annotation is called in a message, such as "@RunOn"
	 * @param failure makes the exception from what is wrong and what to do
	 */
	public AnnotationAttributes(ConfigurableBeanFactory beanFactory, String annotation,
			BiFunction<String, String, InvalidAnnotationException> failure) {
		this.beanFactory = beanFactory;
		this.annotation = annotation;
		this.failure = failure;
	}

	/**
	 * Resolve the placeholders of an attribute.
	 * @param text the attribute as it is written
	 * @param attribute its name
	 * @param place where the annotation is
	 * @return the text
	 * @throws InvalidAnnotationException if it cannot be resolved
	 */
	public String text(String text, String attribute, String place) {
		try {
			String resolved = this.beanFactory.resolveEmbeddedValue(text);
			return (resolved != null) ? resolved : "";
		}
		catch (IllegalArgumentException ex) {
			throw this.failure.apply(
					this.annotation + " on " + place + " has the " + attribute + " '" + text
							+ "', which cannot be resolved: " + ex.getMessage(),
					"Set the property that the placeholder names, or give it a default as in '${name:default}'.");
		}
	}

	/**
	 * Return the attribute {@code timeout}.
	 * @param text the attribute as it is written
	 * @param place where the annotation is
	 * @return the timeout, or {@code null} for none
	 * @throws InvalidAnnotationException if it is no positive duration
	 */
	public @Nullable Duration timeout(String text, String place) {
		String timeout = text(text, "timeout", place);
		if (!StringUtils.hasText(timeout)) {
			return null;
		}
		try {
			Duration duration = DurationStyle.detectAndParse(timeout);
			if (!duration.isNegative() && !duration.isZero()) {
				return duration;
			}
		}
		catch (IllegalArgumentException ex) {
			// Falls through to the message
		}
		throw this.failure.apply(this.annotation + " on " + place + " has the timeout '" + timeout
				+ "', which is not a positive duration.", "Write it as in '30s', '500ms' or 'PT30S'.");
	}

}
