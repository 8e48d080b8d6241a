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

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;
import io.heddle.future.MapTarget;

/**
 * Applies a function to the items of a map in the workers of a pool.
 *
 * @param <T> the type of an item
 * @param <R> the type of a result
 * @param executor the executor of the pool
 * @param codec encodes the items
 * @param function the function
 * @param pairs whether each item is a pair of arguments
 * @param options the label of each chunk
 */
record PoolMapTarget<T extends @Nullable Object, R extends @Nullable Object>(NamedExecutor executor, ValueCodec codec,
		PoolFunction function, boolean pairs, TaskOptions options) implements MapTarget<T, R> {

	@Override
	public Future<List<Supplier<R>>> submit(List<T> items) {
		ChunkEncoder<R> encoder = new ChunkEncoder<>(this.codec, this.function, items.size());
		for (T item : items) {
			if (this.pairs) {
				Map.Entry<?, ?> pair = (Map.Entry<?, ?>) Objects.requireNonNull(item, "'items' must not contain null");
				encoder.add(pair.getKey(), pair.getValue());
			}
			else {
				encoder.add(item);
			}
		}
		List<ChunkCall<R>> calls = encoder.calls();
		return (calls.size() == 1) ? submit(calls.get(0)) : submitAll(calls);
	}

	private CompletableFuture<List<Supplier<R>>> submit(ChunkCall<R> call) {
		return (call.items().isEmpty()) ? CompletableFuture.completedFuture(call.results(List.of()))
				: this.executor.submit(call, this.options);
	}

	private Future<List<Supplier<R>>> submitAll(List<ChunkCall<R>> calls) {
		JoinedChunks<R> joined = new JoinedChunks<>();
		try {
			calls.forEach((call) -> joined.add(call.failures().size(), submit(call)));
		}
		catch (RuntimeException | Error ex) {
			joined.cancel(true);
			throw ex;
		}
		joined.added();
		return joined;
	}

}
