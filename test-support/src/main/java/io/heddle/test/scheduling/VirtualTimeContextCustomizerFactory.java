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

package io.heddle.test.scheduling;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Finds {@link VirtualTime} at test classes.
 */
final class VirtualTimeContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		VirtualTime annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass, VirtualTime.class);
		return (annotation != null)
				? new VirtualTimeContextCustomizer(parse(testClass, "start", annotation.start(), Instant::parse),
						parse(testClass, "zone", annotation.zone(), ZoneId::of))
				: null;
	}

	private static <T> T parse(Class<?> testClass, String attribute, String value, Function<String, T> parser) {
		try {
			return parser.apply(value);
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("Invalid '" + attribute + "' of @VirtualTime on " + testClass.getName()
					+ ": '" + value + "'. " + ex.getMessage(), ex);
		}
	}

}
