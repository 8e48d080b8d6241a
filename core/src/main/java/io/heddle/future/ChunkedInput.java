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

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Takes items from the input, several at a time, until its end or its first exception.
 *
 * @param <T> the type of an item
 */
final class ChunkedInput<T extends @Nullable Object> {

	private final long chunkSize;

	private @Nullable Iterator<? extends T> items;

	private @Nullable Throwable failure;

	ChunkedInput(Iterator<? extends T> items, long chunkSize) {
		this.items = items;
		this.chunkSize = chunkSize;
	}

	/**
	 * Return whether the end was not seen yet.
	 */
	boolean isOpen() {
		return this.items != null;
	}

	/**
	 * Return the next items: a full chunk, unless the input ends.
	 */
	List<T> next() {
		List<T> chunk = new ArrayList<>();
		Iterator<? extends T> items = this.items;
		try {
			while (items != null && chunk.size() < this.chunkSize) {
				if (items.hasNext()) {
					chunk.add(items.next());
				}
				else {
					items = null;
				}
			}
		}
		catch (Throwable ex) {
			this.failure = ex;
			items = null;
		}
		this.items = items;
		return chunk;
	}

	/**
	 * Return the exception that ended the input, if one did.
	 */
	@Nullable Throwable failure() {
		return this.failure;
	}

	void close() {
		this.items = null;
	}

}
