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
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.heddle.future.MapTarget;

/**
 * The future of a chunk that takes more than one task. If a task fails, its items do.
 *
 * @param <R> the type of a result
 */
final class JoinedChunks<R extends @Nullable Object> extends CompletableFuture<List<Supplier<R>>> {

	private final List<CompletableFuture<List<Supplier<R>>>> parts = new ArrayList<>();

	private final List<CompletableFuture<List<Supplier<R>>>> results = new ArrayList<>();

	/**
	 * Add a task.
	 * @param size how many items it has
	 * @param part its future
	 */
	void add(int size, CompletableFuture<List<Supplier<R>>> part) {
		this.parts.add(part);
		this.results.add(part.exceptionally((ex) -> Collections.nCopies(size, MapTarget.failure(ex))));
	}

	/**
	 * Note that there are no more tasks.
	 */
	void added() {
		CompletableFuture.allOf(this.results.toArray(CompletableFuture[]::new)).thenRun(() -> {
			List<Supplier<R>> results = new ArrayList<>();
			this.results.forEach((part) -> results.addAll(part.join()));
			complete(results);
		});
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		this.parts.forEach((part) -> part.cancel(mayInterruptIfRunning));
		return super.cancel(mayInterruptIfRunning);
	}

}
