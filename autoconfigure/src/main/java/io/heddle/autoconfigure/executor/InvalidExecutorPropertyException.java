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

/**
 * Thrown if a property of a named executor has a value that cannot be.
 */
class InvalidExecutorPropertyException extends RuntimeException {

	private final String key;

	private final @Nullable String value;

	private final String reason;

	private final String action;

	InvalidExecutorPropertyException(String key, @Nullable Object value, String reason, String action) {
		this(key, value, reason, action, null);
	}

	InvalidExecutorPropertyException(String key, @Nullable Object value, String reason, String action,
			@Nullable Throwable cause) {
		super("Property '" + key + "' with value '" + value + "' is invalid: " + reason, cause);
		this.key = key;
		this.value = (value != null) ? value.toString() : null;
		this.reason = reason;
		this.action = action;
	}

	String getKey() {
		return this.key;
	}

	@Nullable String getValue() {
		return this.value;
	}

	String getReason() {
		return this.reason;
	}

	String getAction() {
		return this.action;
	}

}
