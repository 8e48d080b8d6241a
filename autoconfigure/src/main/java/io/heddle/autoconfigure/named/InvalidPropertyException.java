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

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;

/**
 * Thrown if a property of an entry has a value that cannot be.
 */
public class InvalidPropertyException extends RuntimeException {

	private final transient @Nullable NamedBeanKind<?> kind;

	private final String key;

	private final @Nullable String value;

	private final String reason;

	private final String action;

	private final @Nullable Origin origin;

	private final boolean valueKept;

	/**
	 * Create an exception.
	 * @param kind the kind of the entry, or {@code null} if it is of no kind
	 * @param key the full key of the property
	 * @param value its value
	 * @param reason why it cannot be
	 * @param action what to do
	 */
	public InvalidPropertyException(@Nullable NamedBeanKind<?> kind, String key, @Nullable Object value, String reason,
			String action) {
		this(kind, key, value, reason, action, null);
	}

	/**
	 * Create an exception with a cause.
	 * @param kind the kind of the entry, or {@code null} if it is of no kind
	 * @param key the full key of the property
	 * @param value its value
	 * @param reason why it cannot be
	 * @param action what to do
	 * @param cause the cause
	 */
	public InvalidPropertyException(@Nullable NamedBeanKind<?> kind, String key, @Nullable Object value, String reason,
			String action, @Nullable Throwable cause) {
		this(kind, key, value, reason, action, null, false, cause);
	}

	private InvalidPropertyException(@Nullable NamedBeanKind<?> kind, String key, @Nullable Object value, String reason,
			String action, @Nullable Origin origin, boolean valueKept, @Nullable Throwable cause) {
		super("Property '" + key + "' with value '" + value + "' is invalid: " + reason, cause);
		this.kind = kind;
		this.key = key;
		this.value = (value != null) ? value.toString() : null;
		this.reason = reason;
		this.action = action;
		this.origin = origin;
		this.valueKept = valueKept;
	}

	/**
	 * Return this exception so that it never shows the value as it was written, which may
	 * have secrets in it, but as it was given.
	 * @return a new exception
	 */
	InvalidPropertyException keepingValue() {
		return new InvalidPropertyException(this.kind, this.key, this.value, this.reason, this.action, this.origin,
				true, getCause());
	}

	/**
	 * Return this exception with the place of the property and its value as it was
	 * written.
	 * @param property the property
	 * @param value the value with its placeholders resolved
	 * @return a new exception
	 */
	InvalidPropertyException at(ConfigurationProperty property, String value) {
		return new InvalidPropertyException(this.kind, this.key, (this.valueKept) ? this.value : value, this.reason,
				this.action, property.getOrigin(), this.valueKept, getCause());
	}

	@Nullable NamedBeanKind<?> getKind() {
		return this.kind;
	}

	String getKey() {
		return this.key;
	}

	@Nullable String getValue() {
		return this.value;
	}

	@Nullable Origin getOrigin() {
		return this.origin;
	}

	String getReason() {
		return this.reason;
	}

	/**
	 * Return what to do.
	 * @return a sentence
	 */
	public String getAction() {
		return this.action;
	}

}
