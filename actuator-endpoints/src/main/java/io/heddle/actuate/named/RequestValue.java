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

package io.heddle.actuate.named;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

/**
 * A value of a request as it was written.
 *
 * @param key its key
 * @param text what was written, or {@code null} if it was left out
 */
public record RequestValue(String key, @Nullable String text) {

	public @Nullable Integer asNumber() {
		return as(Integer::valueOf, "a whole number of at most " + Integer.MAX_VALUE);
	}

	public @Nullable Boolean asBoolean() {
		return as((value) -> switch (value) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new IllegalArgumentException("Neither true nor false");
		}, "true or false");
	}

	/**
	 * Return the value as another type.
	 * @param <T> the type
	 * @param parser makes it
	 * @param expected what it has to be
	 * @return the value, or {@code null} if it was left out
	 * @throws InvalidEndpointRequestException if it is something else
	 */
	public <T> @Nullable T as(Function<String, T> parser, String expected) {
		try {
			return (this.text != null) ? parser.apply(this.text) : null;
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			throw invalid("'" + this.key + "' must be " + expected + " but is '" + this.text + "'");
		}
	}

	/**
	 * Return the exception for a request that makes no sense.
	 * @param message what is wrong and the way out
	 * @return the exception
	 */
	public static InvalidEndpointRequestException invalid(String message) {
		return new InvalidEndpointRequestException(message, message);
	}

}
