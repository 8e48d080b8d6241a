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

package io.heddle.executor;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * The dependents of a future, each behind a stage of its own; the stages are completed in
 * the order in which they were added, and at once when added late.
 *
 * @param <T> the type of the result
 */
final class DependentsInOrder<T extends @Nullable Object> {

	private final Queue<CompletableFuture<T>> waiting = new ArrayDeque<>();

	private boolean completed;

	private @Nullable T result;

	private @Nullable Throwable exception;

	CompletableFuture<T> add() {
		CompletableFuture<T> stage = new CompletableFuture<>();
		synchronized (this) {
			if (!this.completed) {
				this.waiting.add(stage);
				return stage;
			}
		}
		return complete(stage);
	}

	void complete(@Nullable T result, @Nullable Throwable exception) {
		synchronized (this) {
			this.completed = true;
			this.result = result;
			this.exception = exception;
		}
		CompletableFuture<T> stage = poll();
		while (stage != null) {
			complete(stage);
			stage = poll();
		}
	}

	private synchronized @Nullable CompletableFuture<T> poll() {
		return this.waiting.poll();
	}

	@SuppressWarnings("NullAway") // the result of a T that may be null
	private CompletableFuture<T> complete(CompletableFuture<T> stage) {
		if (this.exception != null) {
			stage.completeExceptionally(this.exception);
		}
		else {
			stage.complete(this.result);
		}
		return stage;
	}

}
