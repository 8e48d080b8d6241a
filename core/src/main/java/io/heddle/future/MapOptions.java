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

package io.heddle.future;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How {@link Futures#map} hands out its items. Immutable.
 *
 * @param chunkSize how many items one task works on, at least 1
 * @param bufferSize how many items may be taken from the input ahead of the consumer, or
 * 0 for all of them at once
 * @param timeout how long the whole map may take, counted from its call, or {@code null}
 * for no limit
 */
public record MapOptions(int chunkSize, int bufferSize, @Nullable Duration timeout) {

	private static final MapOptions DEFAULTS = new MapOptions(1, 0, null);

	public MapOptions {
		if (chunkSize < 1) {
			throw new IllegalArgumentException("'chunkSize' must be at least 1 but is " + chunkSize);
		}
		if (bufferSize < 0) {
			throw new IllegalArgumentException("'bufferSize' must not be negative but is " + bufferSize);
		}
		if (timeout != null && timeout.isNegative()) {
			throw new IllegalArgumentException("'timeout' must not be negative but is " + timeout);
		}
	}

	/**
	 * Return the default options: chunks of 1, all items submitted at once, no timeout.
	 * @return the default options
	 */
	public static MapOptions of() {
		return DEFAULTS;
	}

	/**
	 * Return these options with another chunk size.
	 * @param chunkSize how many items one task works on
	 * @return the new options
	 */
	public MapOptions chunkSize(int chunkSize) {
		return new MapOptions(chunkSize, this.bufferSize, this.timeout);
	}

	/**
	 * Return these options with another buffer size. With a buffer, endless inputs are
	 * legal.
	 * @param bufferSize how many items may be taken ahead of the consumer; a buffer
	 * smaller than the chunk size makes the chunks that small
	 * @return the new options
	 */
	public MapOptions bufferSize(int bufferSize) {
		if (bufferSize < 1) {
			throw new IllegalArgumentException("'bufferSize' must be at least 1 but is " + bufferSize);
		}
		return new MapOptions(this.chunkSize, bufferSize, this.timeout);
	}

	/**
	 * Return these options with another timeout.
	 * @param timeout how long the whole map may take, counted from its call
	 * @return the new options
	 */
	public MapOptions timeout(@Nullable Duration timeout) {
		return new MapOptions(this.chunkSize, this.bufferSize, timeout);
	}

}
