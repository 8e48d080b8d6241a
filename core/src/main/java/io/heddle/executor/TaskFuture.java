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

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RunnableFuture;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The future of a submitted task. Unlike a plain {@link CompletableFuture}, which runs
 * its dependents in reverse order, it runs those that are registered on it in the order
 * of registration.
 *
 * @param <T> the type of the result
 */
class TaskFuture<T extends @Nullable Object> extends CompletableFuture<T> implements RunnableFuture<T> {

	private volatile @Nullable Callable<T> callable;

	private final TaskOptions options;

	private volatile @Nullable Task task;

	private @Nullable DependentsInOrder<T> dependents;

	TaskFuture(Callable<T> callable, TaskOptions options) {
		this.callable = Objects.requireNonNull(callable, "'task' must not be null");
		this.options = Objects.requireNonNull(options, "'options' must not be null");
	}

	/**
	 * Return the callable, or this future once the callable has returned and is let go.
	 * @return what names the task
	 */
	Object callable() {
		Callable<T> callable = this.callable;
		return (callable != null) ? callable : this;
	}

	TaskOptions options() {
		return this.options;
	}

	void bind(Task task) {
		this.task = task;
	}

	@Override
	public void run() {
		Callable<T> callable = this.callable;
		if (isDone() || callable == null) {
			return;
		}
		try {
			T result = callable.call();
			if (settle(Outcome.COMPLETED)) {
				super.complete(result);
			}
		}
		catch (Throwable ex) {
			if (settle(Outcome.FAILED)) {
				super.completeExceptionally(ex);
			}
		}
		finally {
			letGo();
		}
	}

	private boolean settle(Outcome outcome) {
		Task task = this.task;
		return (task == null) || task.settle(outcome);
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		Task task = this.task;
		if (task == null) {
			return super.cancel(mayInterruptIfRunning);
		}
		return (!isDone() && task.cancel(mayInterruptIfRunning)) || isCancelled();
	}

	/**
	 * End this future with what its task, which was settled as completed, has returned.
	 * @param result the result
	 */
	void endNormally(T result) {
		super.complete(result);
		letGo();
	}

	/**
	 * Let go of the task: a future that is kept must not keep all that its task held.
	 */
	final void letGo() {
		this.callable = null;
		this.task = null;
	}

	void endCancelled() {
		super.cancel(false);
		letGoUnlessRunning();
	}

	void endExceptionally(Throwable ex) {
		super.completeExceptionally(ex);
		letGoUnlessRunning();
	}

	private void letGoUnlessRunning() {
		Task task = this.task;
		// a running task still needs its label
		if (task != null && !task.hasStarted()) {
			letGo();
		}
	}

	CompletableFuture<T> next() {
		return dependents().add();
	}

	private DependentsInOrder<T> dependents() {
		DependentsInOrder<T> dependents;
		synchronized (this) {
			if (this.dependents != null) {
				return this.dependents;
			}
			dependents = new DependentsInOrder<>();
			this.dependents = dependents;
		}
		super.whenComplete(dependents::complete);
		return dependents;
	}

	@Override
	public <U> CompletableFuture<U> thenApply(Function<? super T, ? extends U> fn) {
		return next().thenApply(fn);
	}

	@Override
	public CompletableFuture<Void> thenAccept(Consumer<? super T> action) {
		return next().thenAccept(LoggedCallback.of(action));
	}

	@Override
	public CompletableFuture<Void> thenRun(Runnable action) {
		return next().thenRun(LoggedCallback.of(action));
	}

	@Override
	public <U> CompletableFuture<U> thenCompose(Function<? super T, ? extends CompletionStage<U>> fn) {
		return next().thenCompose(fn);
	}

	@Override
	public CompletableFuture<T> whenComplete(BiConsumer<? super T, ? super Throwable> action) {
		return next().whenComplete(LoggedCallback.of(action));
	}

	@Override
	public <U> CompletableFuture<U> handle(BiFunction<? super T, Throwable, ? extends U> fn) {
		return next().handle(fn);
	}

	@Override
	public CompletableFuture<T> exceptionally(Function<Throwable, ? extends T> fn) {
		return next().exceptionally(fn);
	}

}
