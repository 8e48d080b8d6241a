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

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Applies a function to the items of a map on an executor.
 *
 * @param <T> the type of an item
 * @param <R> the type of a result
 */
final class ExecutorTarget<T extends @Nullable Object, R extends @Nullable Object> implements MapTarget<T, R> {

	private final ExecutorService executor;

	private final Function<? super T, ? extends R> function;

	private final AtomicBoolean stopped = new AtomicBoolean();

	ExecutorTarget(ExecutorService executor, Function<? super T, ? extends R> function) {
		this.executor = Objects.requireNonNull(executor, "'executor' must not be null");
		this.function = Objects.requireNonNull(function, "'function' must not be null");
	}

	@Override
	public Future<List<Supplier<R>>> submit(List<T> items) {
		return this.executor.submit(new ChunkTask<>(this.function, items, this.stopped::get));
	}

	@Override
	public void stop() {
		this.stopped.set(true);
	}

}
