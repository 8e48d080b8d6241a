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
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;
import io.heddle.future.MapOptions;

/**
 * An executor whose tasks run in worker JVMs. Thread-safe.
 * <p>
 * A task, its arguments and its result are serialized; what cannot be, or is not on the
 * pool's allow-list, fails that task alone. If a worker dies, the task that it ran fails
 * with a {@link WorkerCrashedException}, and the pool starts another worker. The
 * exception of a task arrives with its type if this JVM has the class and allows it, with
 * a {@link RemoteException} as the cause at the end of its chain; otherwise as that.
 * <p>
 * Cancelling a future interrupts the task in its worker; if it does not end within the
 * grace time, that worker is killed and replaced.
 * <p>
 * {@code invokeAll} and {@code invokeAny} take tasks that can be serialized. An
 * {@link java.util.concurrent.ExecutorCompletionService} cannot use a pool, for it wraps
 * each task in a future that no worker could have: take
 * {@link io.heddle.future.Futures#asCompleted} instead.
 */
public interface ProcessPool extends NamedExecutor {

	/**
	 * Return a builder for a pool.
	 * @param name the name of the pool
	 * @return the builder
	 */
	static ProcessPoolBuilder builder(String name) {
		return new ProcessPoolBuilder(name);
	}

	/**
	 * Submit a task for a result.
	 * @param <T> the type of the result
	 * @param task the task
	 * @return the future of the result
	 * @throws java.util.concurrent.RejectedExecutionException if it is not accepted
	 */
	<T extends @Nullable Object> CompletableFuture<T> submit(ProcessTask<T> task);

	/**
	 * Submit a task for a result.
	 * @param <T> the type of the result
	 * @param task the task
	 * @param options its label, timeout and priority
	 * @return the future of the result
	 * @throws java.util.concurrent.RejectedExecutionException if it is not accepted
	 */
	<T extends @Nullable Object> CompletableFuture<T> submit(ProcessTask<T> task, TaskOptions options);

	/**
	 * Submit a task without a result.
	 * @param task the task
	 * @return the future of its end
	 * @throws java.util.concurrent.RejectedExecutionException if it is not accepted
	 */
	CompletableFuture<?> submit(ProcessRunnable task);

	/**
	 * Submit a task without a result.
	 * @param task the task
	 * @param options its label, timeout and priority
	 * @return the future of its end
	 * @throws java.util.concurrent.RejectedExecutionException if it is not accepted
	 */
	CompletableFuture<?> submit(ProcessRunnable task, TaskOptions options);

	/**
	 * Run a task some time later.
	 * @param task the task
	 * @throws java.util.concurrent.RejectedExecutionException if it is not accepted, or
	 * cannot be serialized
	 */
	void execute(ProcessRunnable task);

	/**
	 * Call a method of a bean in a worker.
	 * @param <T> the type of the result
	 * @param method the method
	 * @param arguments its arguments
	 * @param options label, timeout and priority
	 * @return the future of the result; if the method returns a future, that of its
	 * result
	 * @throws java.util.concurrent.RejectedExecutionException if it is not accepted
	 */
	<T extends @Nullable Object> CompletableFuture<T> submit(BeanMethod method, @Nullable Object[] arguments,
			TaskOptions options);

	/**
	 * Apply a function to each item and return the results in the order of the items. All
	 * items are taken at once, unless the options set a buffer size or their chunks would
	 * fill more than half of the queue; the next ones are taken as the results are then.
	 * @param <T> the type of an item
	 * @param <R> the type of a result
	 * @param function the function; sent once to each worker
	 * @param items the items
	 * @param options chunk size, buffer size and timeout
	 * @return the results; closing the stream cancels what is pending
	 */
	<T extends @Nullable Object, R extends @Nullable Object> Stream<R> map(
			ProcessFunction<? super T, ? extends R> function, Iterable<? extends T> items, MapOptions options);

	/**
	 * Apply a function to each item and return the results in the order of the items.
	 * @param <T> the type of an item
	 * @param <R> the type of a result
	 * @param function the function; sent once to each worker
	 * @param items the items
	 * @return the results; closing the stream cancels what is pending
	 */
	default <T extends @Nullable Object, R extends @Nullable Object> Stream<R> map(
			ProcessFunction<? super T, ? extends R> function, Iterable<? extends T> items) {
		return map(function, items, MapOptions.of());
	}

	/**
	 * Apply a function to each item and return the results in the order of the items.
	 * Items are taken as the results are: by default twice as many ahead as keep all
	 * workers busy.
	 * @param <T> the type of an item
	 * @param <R> the type of a result
	 * @param function the function; sent once to each worker
	 * @param items the items
	 * @param options chunk size, buffer size and timeout
	 * @return the results; closing the stream cancels what is pending
	 */
	<T extends @Nullable Object, R extends @Nullable Object> Stream<R> imap(
			ProcessFunction<? super T, ? extends R> function, Iterable<? extends T> items, MapOptions options);

	/**
	 * Apply a function to each item and return the results in the order of the items,
	 * taking items as the results are taken.
	 * @param <T> the type of an item
	 * @param <R> the type of a result
	 * @param function the function; sent once to each worker
	 * @param items the items
	 * @return the results; closing the stream cancels what is pending
	 */
	default <T extends @Nullable Object, R extends @Nullable Object> Stream<R> imap(
			ProcessFunction<? super T, ? extends R> function, Iterable<? extends T> items) {
		return imap(function, items, MapOptions.of());
	}

	/**
	 * Apply a function to each item and return the results as they complete.
	 * @param <T> the type of an item
	 * @param <R> the type of a result
	 * @param function the function; sent once to each worker
	 * @param items the items
	 * @param options chunk size, buffer size and timeout
	 * @return the results; closing the stream cancels what is pending
	 */
	<T extends @Nullable Object, R extends @Nullable Object> Stream<R> imapUnordered(
			ProcessFunction<? super T, ? extends R> function, Iterable<? extends T> items, MapOptions options);

	/**
	 * Apply a function to each item and return the results as they complete.
	 * @param <T> the type of an item
	 * @param <R> the type of a result
	 * @param function the function; sent once to each worker
	 * @param items the items
	 * @return the results; closing the stream cancels what is pending
	 */
	default <T extends @Nullable Object, R extends @Nullable Object> Stream<R> imapUnordered(
			ProcessFunction<? super T, ? extends R> function, Iterable<? extends T> items) {
		return imapUnordered(function, items, MapOptions.of());
	}

	/**
	 * Apply a function to each pair and return the results in the order of the pairs.
	 * @param <A> the type of the first argument
	 * @param <B> the type of the second argument
	 * @param <R> the type of a result
	 * @param function the function; sent once to each worker
	 * @param items the pairs: key and value are the arguments
	 * @param options chunk size, buffer size and timeout
	 * @return the results; closing the stream cancels what is pending
	 */
	<A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Stream<R> starmap(
			ProcessBiFunction<? super A, ? super B, ? extends R> function,
			Iterable<? extends Map.Entry<? extends A, ? extends B>> items, MapOptions options);

	/**
	 * Apply a function to each pair and return the results in the order of the pairs.
	 * @param <A> the type of the first argument
	 * @param <B> the type of the second argument
	 * @param <R> the type of a result
	 * @param function the function; sent once to each worker
	 * @param items the pairs: key and value are the arguments
	 * @return the results; closing the stream cancels what is pending
	 */
	default <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Stream<R> starmap(
			ProcessBiFunction<? super A, ? super B, ? extends R> function,
			Iterable<? extends Map.Entry<? extends A, ? extends B>> items) {
		return starmap(function, items, MapOptions.of());
	}

	/**
	 * Return the workers, those that start included.
	 * @return the workers
	 */
	List<PoolWorker> workers();

	/**
	 * Shut down and tell all workers to end (SIGTERM); those that live on after the grace
	 * time are killed with their descendants. Running tasks fail, waiting ones are
	 * cancelled. Harmless before the first start, on a broken pool, and if repeated.
	 */
	void terminateWorkers();

	/**
	 * Shut down and kill all workers with their descendants. Running tasks fail, waiting
	 * ones are cancelled. Harmless before the first start, on a broken pool, and if
	 * repeated.
	 */
	void killWorkers();

	/**
	 * Kill a worker with its descendants. The task that it runs fails as after any crash,
	 * and the pool replaces the worker at once, idle or not.
	 * @param pid the process id of the worker
	 * @return whether the pool had that worker
	 */
	boolean killWorker(long pid);

	/**
	 * Change the number of workers.
	 * @param size the most workers that run tasks at once, at least 1
	 * @throws IllegalArgumentException if the size is out of range
	 */
	void resize(int size);

	/**
	 * Return the sizes and counts of this pool at this moment, with its workers.
	 * @return the snapshot
	 */
	ProcessPoolSnapshot poolSnapshot();

}
