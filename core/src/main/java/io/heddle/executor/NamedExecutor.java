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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.heddle.future.Futures;
import io.heddle.future.MapOptions;

/**
 * An {@link ExecutorService} with a name, whose tasks can be seen, and that can be
 * resized, paused and relieved of a task while it runs. Thread-safe.
 * <p>
 * All futures it returns are {@link CompletableFuture}s with three additions:
 * {@code cancel(true)} interrupts the task if it runs and removes it if it waits;
 * dependents that are registered by {@code thenApply}, {@code thenAccept},
 * {@code thenRun}, {@code thenCompose}, {@code handle}, {@code whenComplete} or
 * {@code exceptionally} run in the order of registration; and what a callback of
 * {@code thenAccept}, {@code thenRun} or {@code whenComplete} throws is logged. (A
 * {@code CompletableFuture.supplyAsync(task, executor)} makes a future of its own, of
 * which the executor knows nothing: if its task is discarded, cancelled or times out in
 * the queue, that future does not end. Submit the task instead.) {@link #shutdownNow()}
 * cancels the futures of the tasks that wait or run.
 */
public interface NamedExecutor extends ExecutorService {

	/**
	 * Return a builder for an executor.
	 * @param name the name of the executor
	 * @return the builder
	 */
	static NamedExecutorBuilder builder(String name) {
		return new NamedExecutorBuilder(name);
	}

	/**
	 * Return the name of this executor.
	 * @return the name
	 */
	String name();

	/**
	 * Return the sizes and counts of this executor at this moment.
	 * @return the snapshot
	 */
	ExecutorSnapshot snapshot();

	/**
	 * Return the tasks that run now, longest running first, each with its stack.
	 * @return the running tasks
	 */
	List<RunningTask> running();

	/**
	 * Return the threads of this JVM that are there for the tasks of this executor now,
	 * whether they run one or not, and those that run one of its tasks in place of them.
	 * @return the threads; none where tasks run elsewhere
	 */
	default List<Thread> threads() {
		return List.of();
	}

	/**
	 * Return the tasks that wait now, in the order in which they will be started.
	 * @return the waiting tasks
	 */
	List<QueuedTask> queued();

	/**
	 * Stop starting tasks. Running tasks go on, as does one that a thread has taken and
	 * is about to start, and new ones are accepted as long as the queue has room; where
	 * the submitter runs what has no room, it still does. Without effect if already
	 * paused, or shut down.
	 */
	void pause();

	/**
	 * Start waiting tasks again. Without effect if not paused.
	 */
	void resume();

	/**
	 * Return whether this executor is paused.
	 * @return whether waiting tasks are held back
	 */
	boolean isPaused();

	/**
	 * Change the number of threads.
	 * @param coreSize the number of core threads, at least 1
	 * @param maxSize the maximum number of threads, at least {@code coreSize}
	 * @throws IllegalArgumentException if a size is out of range; nothing is changed then
	 */
	default void resize(int coreSize, int maxSize) {
		resize(ExecutorResize.of().coreSize(coreSize).maxSize(maxSize));
	}

	/**
	 * Change the number of threads, the queue capacity or the keep-alive time.
	 * @param change what to change
	 * @throws IllegalArgumentException if a value is out of range; nothing is changed
	 * then
	 */
	void resize(ExecutorResize change);

	/**
	 * Cancel a task: one that waits is removed, one that runs is interrupted. Its future
	 * is cancelled either way.
	 * @param taskId the identifier of the task
	 * @return whether a task of that identifier waited or ran and was not yet settled
	 */
	boolean cancel(long taskId);

	/**
	 * Run a task some time later.
	 * @param task the task
	 * @param options its label, timeout and priority
	 * @throws java.util.concurrent.RejectedExecutionException if it is not accepted
	 */
	void execute(Runnable task, TaskOptions options);

	@Override
	<T extends @Nullable Object> CompletableFuture<T> submit(Callable<T> task);

	/**
	 * Submit a task for a result.
	 * @param <T> the type of the result
	 * @param task the task
	 * @param options its label, timeout and priority
	 * @return the future of the result
	 * @throws java.util.concurrent.RejectedExecutionException if it is not accepted
	 */
	<T extends @Nullable Object> CompletableFuture<T> submit(Callable<T> task, TaskOptions options);

	@Override
	CompletableFuture<?> submit(Runnable task);

	@Override
	<T extends @Nullable Object> CompletableFuture<T> submit(Runnable task, T result);

	/**
	 * Submit a task without a result.
	 * @param task the task
	 * @param options its label, timeout and priority; {@code null} for none, as whoever
	 * submits a task with {@code null} may mean its result
	 * @return the future of its end
	 * @throws java.util.concurrent.RejectedExecutionException if it is not accepted
	 */
	CompletableFuture<?> submit(Runnable task, @Nullable TaskOptions options);

	/**
	 * Apply a function to each item on this executor and return the results in the order
	 * of the items.
	 * @param <T> the type of an item
	 * @param <R> the type of a result
	 * @param function the function
	 * @param items the items
	 * @param options chunk size, buffer size and timeout
	 * @return the results; closing the stream cancels what is pending
	 * @see Futures#map
	 */
	default <T extends @Nullable Object, R extends @Nullable Object> Stream<R> map(
			Function<? super T, ? extends R> function, Iterable<? extends T> items, MapOptions options) {
		return Futures.map(this, function, items, options);
	}

	/**
	 * Stop accepting tasks; what runs or waits is still done, also if this executor is
	 * paused.
	 */
	@Override
	void shutdown();

	/**
	 * Stop accepting tasks and finish what runs.
	 * @param cancelPending whether the tasks that wait are cancelled rather than run
	 */
	void shutdown(boolean cancelPending);

	/**
	 * Call back once, as soon as no task runs and none is left to start, because none
	 * waits or this executor is paused. Called on the thread that ended the last task, on
	 * the calling one if there is nothing to wait for, or on one of the watchdog. A later
	 * call takes the place of one that has not been answered.
	 * @param callback the callback
	 */
	void onceIdle(Runnable callback);

	/**
	 * Return what broke this executor.
	 * @return the exception of the failed initializer, or {@code null} if not broken
	 */
	@Nullable Throwable brokenBy();

	/**
	 * Return the limits on the time of tasks.
	 * @return the limits
	 */
	TaskLimits limits();

	/**
	 * Change the limits on the time of tasks, of those that wait or run now too.
	 * @param limits the new limits
	 */
	void limits(TaskLimits limits);

	/**
	 * Wait until this executor has ended after a shutdown.
	 * @param timeout the longest time to wait
	 * @return whether it has ended
	 * @throws InterruptedException if interrupted while waiting
	 */
	default boolean awaitTermination(Duration timeout) throws InterruptedException {
		return awaitTermination(Nanos.of(timeout), TimeUnit.NANOSECONDS);
	}

}
