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

package io.heddle.process;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Puts the items of a chunk into tasks: into one, unless they take more than a frame may.
 * Confined to one thread.
 *
 * @param <R> the type of a result
 */
final class ChunkEncoder<R extends @Nullable Object> {

	private final ValueCodec codec;

	private final PoolFunction function;

	private final int expected;

	private final List<ChunkCall<R>> calls = new ArrayList<>(1);

	private ChunkCall<R> current;

	private long size;

	/**
	 * Create an encoder.
	 * @param codec the codec
	 * @param function what to apply to the items
	 * @param expected how many items come
	 */
	ChunkEncoder(ValueCodec codec, PoolFunction function, int expected) {
		this.codec = codec;
		this.function = function;
		this.expected = expected;
		this.current = begin();
	}

	private ChunkCall<R> begin() {
		ChunkCall<R> call = new ChunkCall<>(this.function, this.expected);
		this.calls.add(call);
		this.size = 0;
		return call;
	}

	void add(@Nullable Object item) {
		long size = CompactSize.of(item);
		if (size == CompactSize.NONE) {
			addSerialized(singleton(item));
		}
		else {
			room(size).items().add(item);
		}
	}

	void add(@Nullable Object first, @Nullable Object second) {
		long firstSize = CompactSize.of(first);
		long secondSize = CompactSize.of(second);
		if (firstSize == CompactSize.NONE || secondSize == CompactSize.NONE) {
			List<@Nullable Object> pair = singleton(first);
			pair.add(second);
			addSerialized(pair);
		}
		else {
			List<@Nullable Object> items = room(firstSize + secondSize).items();
			items.add(first);
			items.add(second);
		}
	}

	private static List<@Nullable Object> singleton(@Nullable Object value) {
		List<@Nullable Object> values = new ArrayList<>(2);
		values.add(value);
		return values;
	}

	private void addSerialized(List<@Nullable Object> arguments) {
		try {
			SentItem item = this.codec.item(arguments);
			room(CompactSize.of(item)).items().add(item);
		}
		catch (Exception | StackOverflowError ex) {
			this.current.failures().add(ex);
		}
	}

	private ChunkCall<R> room(long size) {
		if (this.size + size > this.codec.chunkLimit() && !this.current.failures().isEmpty()) {
			this.current = begin();
		}
		this.size += size;
		this.current.failures().add(null);
		return this.current;
	}

	List<ChunkCall<R>> calls() {
		return this.calls;
	}

}
