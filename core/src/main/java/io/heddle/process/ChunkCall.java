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
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.heddle.future.MapTarget;

/**
 * A task that applies a function to some items in a worker.
 *
 * @param <R> the type of a result
 * @param function the function
 * @param items the arguments, of each item one after the other or as a {@link SentItem}
 * @param failures for each item why it cannot be sent, or {@code null} if it is
 */
record ChunkCall<R extends @Nullable Object>(PoolFunction function, List<@Nullable Object> items,
		List<@Nullable Throwable> failures) implements Callable<List<Supplier<R>>> {

	ChunkCall(PoolFunction function, int size) {
		this(function, new ArrayList<>(size), new ArrayList<>(size));
	}

	@Override
	public List<Supplier<R>> call() {
		throw new IllegalStateException("A chunk runs in a worker only");
	}

	/**
	 * Return the results of all items.
	 * @param sent those of the items that were sent
	 */
	@SuppressWarnings("unchecked")
	List<Supplier<R>> results(List<ItemResult> sent) {
		List<Supplier<R>> results = new ArrayList<>(this.failures.size());
		int next = 0;
		for (Throwable unsent : this.failures) {
			ItemResult item = (unsent != null) ? new ItemResult(null, unsent) : sent.get(next++);
			Throwable failure = item.failure();
			results.add((failure != null) ? MapTarget.failure(failure) : () -> (R) item.value());
		}
		return results;
	}

}
