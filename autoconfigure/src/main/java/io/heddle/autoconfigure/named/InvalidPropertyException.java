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

package io.heddle.autoconfigure.executor;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;

/**
 * Thrown if a property of a named executor has a value that cannot be.
 */
class InvalidExecutorPropertyException extends RuntimeException {

	private final String key;

	private final @Nullable String value;

	private final String reason;

	private final String action;

	private final @Nullable Origin origin;

	InvalidExecutorPropertyException(String key, @Nullable Object value, String reason, String action) {
		this(key, value, reason, action, null);
	}

	InvalidExecutorPropertyException(String key, @Nullable Object value, String reason, String action,
			@Nullable Throwable cause) {
		this(key, value, reason, action, null, cause);
	}

	private InvalidExecutorPropertyException(String key, @Nullable Object value, String reason, String action,
			@Nullable Origin origin, @Nullable Throwable cause) {
		super("Property '" + key + "' with value '" + value + "' is invalid: " + reason, cause);
		this.key = key;
		this.value = (value != null) ? value.toString() : null;
		this.reason = reason;
		this.action = action;
		this.origin = origin;
	}

	/**
	 * Return this exception with the place of the property and its value as it was
	 * written.
	 * @param property the property
	 * @param value the value with its placeholders resolved
	 * @return a new exception
	 */
	InvalidExecutorPropertyException at(ConfigurationProperty property, String value) {
		return new InvalidExecutorPropertyException(this.key, value, this.reason, this.action, property.getOrigin(),
				getCause());
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

	String getAction() {
		return this.action;
	}

}
