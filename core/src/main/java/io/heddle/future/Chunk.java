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

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The results, of which some may be failures, that come from one task.
 *
 * @param <R> the type of a result
 */
final class Chunk<R extends @Nullable Object> {

	private final int size;

	private final Future<List<Supplier<R>>> results;

	/**
	 * Create a chunk.
	 */
	Chunk(int size, Future<List<Supplier<R>>> results) {
		this.size = size;
		this.results = results;
	}

	/**
	 * Create a chunk without a task, of which each result is a failure.
	 */
	static <R extends @Nullable Object> Chunk<R> failed(int size, Throwable cause) {
		return new Chunk<>(size, CompletableFuture.completedFuture(failures(size, cause)));
	}

	/**
	 * Create a chunk without a task that has no results before any deadline.
	 */
	static <R extends @Nullable Object> Chunk<R> late(int size) {
		return new Chunk<>(size, new CompletableFuture<>());
	}

	private static <R extends @Nullable Object> List<Supplier<R>> failures(int size, Throwable cause) {
		return Collections.nCopies(size, MapTarget.failure(cause));
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
	 * Call back as soon as the results are there.
	 */
	void whenDone(Runnable callback) {
		if (!(this.results instanceof CompletableFuture<?> future)) {
			throw new IllegalArgumentException("An unordered map needs completable futures but got " + this.results);
		}
		future.whenComplete((results, ex) -> callback.run());
	}

	/**
	 * Cancel the task, and interrupt it if it runs.
	 */
	void cancel() {
		this.results.cancel(true);
	}

}
