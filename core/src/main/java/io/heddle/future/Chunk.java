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
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The items that one task works on, and the future of their results. A result is a
 * supplier, which throws what went wrong for the item.
 *
 * @param <R> the type of a result
 */
final class Chunk<R extends @Nullable Object> {

	private final Future<List<Supplier<R>>> results;

	private final int size;

	private volatile boolean cancelled;

	/**
	 * Submit the task for some items.
	 */
	<T extends @Nullable Object> Chunk(ExecutorService executor, Function<? super T, ? extends R> function,
			List<T> items) {
		this.size = items.size();
		Callable<List<Supplier<R>>> task = () -> applyAll(function, items);
		this.results = executor.submit(task);
	}

	private Chunk(int size, Future<List<Supplier<R>>> results) {
		this.size = size;
		this.results = results;
	}

	/**
	 * Create a chunk that was not submitted and of which each result is a failure.
	 */
	static <R extends @Nullable Object> Chunk<R> failed(int size, Throwable cause) {
		return new Chunk<>(size, CompletableFuture.completedFuture(failures(size, cause)));
	}

	/**
	 * Create a chunk that was not submitted and has no results before any deadline.
	 */
	static <R extends @Nullable Object> Chunk<R> late(int size) {
		return new Chunk<>(size, new CompletableFuture<>());
	}

	private static <R extends @Nullable Object> List<Supplier<R>> failures(int size, Throwable cause) {
		return Collections.nCopies(size, failure(cause));
	}

	private static <R extends @Nullable Object> Supplier<R> failure(Throwable cause) {
		return () -> {
			throw new CompletionException(cause);
		};
	}

	private <T extends @Nullable Object> List<Supplier<R>> applyAll(Function<? super T, ? extends R> function,
			List<T> items) {
		List<Supplier<R>> results = new ArrayList<>(items.size());
		for (T item : items) {
			if (this.cancelled) {
				throw new CancellationException();
			}
			results.add(apply(function, item));
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
			return failure(ex);
		}
	}

	int size() {
		return this.size;
	}

	/**
	 * Wait for the results; there is one for each item, whatever became of the task.
	 */
	List<Supplier<R>> await(Deadline deadline) throws InterruptedException, TimeoutException {
		try {
			return deadline.get(this.results);
		}
		catch (ExecutionException ex) {
			return failures(this.size, Objects.requireNonNullElse(ex.getCause(), ex));
		}
		catch (CancellationException ex) {
			return failures(this.size, ex);
		}
	}

	/**
	 * Cancel the task, interrupt it if it runs, and start no further item.
	 */
	void cancel() {
		this.cancelled = true;
		this.results.cancel(true);
	}

}
