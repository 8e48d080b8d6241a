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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Applies the function to some items, one after the other. A result is a supplier, which
 * throws what went wrong for its item.
 *
 * @param <T> the type of an item
 * @param <R> the type of a result
 */
final class ChunkTask<T extends @Nullable Object, R extends @Nullable Object> implements Callable<List<Supplier<R>>> {

	private final Function<? super T, ? extends R> function;

	private final List<T> items;

	private final BooleanSupplier stopped;

	ChunkTask(Function<? super T, ? extends R> function, List<T> items, BooleanSupplier stopped) {
		this.function = function;
		this.items = items;
		this.stopped = stopped;
	}

	@Override
	public List<Supplier<R>> call() {
		List<Supplier<R>> results = new ArrayList<>(this.items.size());
		for (T item : this.items) {
			if (this.stopped.getAsBoolean()) {
				throw new CancellationException();
			}
			results.add(apply(this.function, item));
		}
		return results;
	}

	private static <T extends @Nullable Object, R extends @Nullable Object> Supplier<R> apply(
			Function<? super T, ? extends R> function, T item) {
		try {
			R result = function.apply(item);
			return () -> result;
		}
		catch (Throwable ex) {
			return MapTarget.failure(ex);
		}
	}

}
