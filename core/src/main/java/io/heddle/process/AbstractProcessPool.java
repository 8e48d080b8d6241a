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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.ExecutorResize;
import io.heddle.executor.ExecutorSnapshot;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.QueuedTask;
import io.heddle.executor.RunningTask;
import io.heddle.executor.TaskLimits;
import io.heddle.executor.TaskOptions;
import io.heddle.future.Futures;
import io.heddle.future.MapOptions;
import io.heddle.future.MapTarget;

/**
 * A pool as far as it is an executor, and its maps.
 */
abstract class AbstractProcessPool implements ProcessPool {

	private final NamedExecutor executor;

	AbstractProcessPool(NamedExecutor executor) {
		this.executor = executor;
	}

	NamedExecutor executor() {
		return this.executor;
	}

	/**
	 * Return what applies a function to the items of one map.
	 * @param function the function, of one argument or two
	 * @param pairs whether each item is a pair of arguments
	 * @return the target
	 */
	abstract <T extends @Nullable Object, R extends @Nullable Object> MapTarget<T, R> target(Object function,
			boolean pairs);

	@Override
	public <T extends @Nullable Object, R extends @Nullable Object> Stream<R> map(
			ProcessFunction<? super T, ? extends R> function, Iterable<? extends T> items, MapOptions options) {
		return Futures.map(this.<T, R>target(function, false), items, bounded(options));
	}

	@Override
	public <T extends @Nullable Object, R extends @Nullable Object> Stream<R> map(
			Function<? super T, ? extends R> function, Iterable<? extends T> items, MapOptions options) {
		return Futures.map(this.<T, R>target(function, false), items, bounded(options));
	}

	@Override
	public <T extends @Nullable Object, R extends @Nullable Object> Stream<R> imap(
			ProcessFunction<? super T, ? extends R> function, Iterable<? extends T> items, MapOptions options) {
		return Futures.map(this.<T, R>target(function, false), items, buffered(options));
	}

	@Override
	public <T extends @Nullable Object, R extends @Nullable Object> Stream<R> imapUnordered(
			ProcessFunction<? super T, ? extends R> function, Iterable<? extends T> items, MapOptions options) {
		return Futures.mapUnordered(this.<T, R>target(function, false), items, buffered(options));
	}

	@Override
	public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Stream<R> starmap(
			ProcessBiFunction<? super A, ? super B, ? extends R> function,
			Iterable<? extends Map.Entry<? extends A, ? extends B>> items, MapOptions options) {
		return Futures.map(this.<Map.Entry<? extends A, ? extends B>, R>target(function, true), items,
				bounded(options));
	}

	/**
	 * Leave half of a bounded queue to others: a map is not to be rejected for its size.
	 */
	private MapOptions bounded(MapOptions options) {
		Integer capacity = snapshot().queue().capacity();
		if (options.bufferSize() > 0 || capacity == null) {
			return options;
		}
		long ahead = Math.max(1, capacity / 2) * (long) options.chunkSize();
		return options.bufferSize((int) Math.min(Integer.MAX_VALUE, ahead));
	}

	private MapOptions buffered(MapOptions options) {
		if (options.bufferSize() > 0) {
			return options;
		}
		long ahead = 2L * poolSnapshot().size() * options.chunkSize();
		return options.bufferSize((int) Math.min(Integer.MAX_VALUE, ahead));
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(ProcessTask<T> task) {
		return this.executor.submit((Callable<T>) task);
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(ProcessTask<T> task, TaskOptions options) {
		return this.executor.submit((Callable<T>) task, options);
	}

	@Override
	public CompletableFuture<?> submit(ProcessRunnable task, TaskOptions options) {
		return this.executor.submit((Runnable) task, options);
	}

	@Override
	public CompletableFuture<?> submit(ProcessRunnable task) {
		return this.executor.submit((Runnable) task);
	}

	@Override
	public void execute(ProcessRunnable task) {
		this.executor.execute(task);
	}

	@Override
	public void resize(int size) {
		this.executor.resize(ExecutorResize.of().maxSize(size));
	}

	@Override
	public String name() {
		return this.executor.name();
	}

	@Override
	public ExecutorSnapshot snapshot() {
		return this.executor.snapshot();
	}

	@Override
	public List<RunningTask> running() {
		return this.executor.running();
	}

	@Override
	public List<QueuedTask> queued() {
		return this.executor.queued();
	}

	@Override
	public void pause() {
		this.executor.pause();
	}

	@Override
	public void resume() {
		this.executor.resume();
	}

	@Override
	public boolean isPaused() {
		return this.executor.isPaused();
	}

	@Override
	public void resize(ExecutorResize change) {
		this.executor.resize(change);
	}

	@Override
	public boolean cancel(long taskId) {
		return this.executor.cancel(taskId);
	}

	@Override
	public void execute(Runnable task) {
		this.executor.execute(task);
	}

	@Override
	public void execute(Runnable task, TaskOptions options) {
		this.executor.execute(task, options);
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(Callable<T> task) {
		return this.executor.submit(task);
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(Callable<T> task, TaskOptions options) {
		return this.executor.submit(task, options);
	}

	@Override
	public CompletableFuture<?> submit(Runnable task) {
		return this.executor.submit(task);
	}

	@Override
	public CompletableFuture<?> submit(Runnable task, @Nullable TaskOptions options) {
		return this.executor.submit(task, options);
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(Runnable task, T result) {
		return this.executor.submit(task, result);
	}

	@Override
	public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks) throws InterruptedException {
		return this.executor.invokeAll(tasks);
	}

	@Override
	public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
			throws InterruptedException {
		return this.executor.invokeAll(tasks, timeout, unit);
	}

	@Override
	public <T> T invokeAny(Collection<? extends Callable<T>> tasks) throws InterruptedException, ExecutionException {
		return FirstResult.of(this.executor, tasks).get();
	}

	@Override
	public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
			throws InterruptedException, ExecutionException, TimeoutException {
		return FirstResult.of(this.executor, tasks).get(timeout, unit);
	}

	@Override
	public void shutdown() {
		this.executor.shutdown();
	}

	@Override
	public void shutdown(boolean cancelPending) {
		this.executor.shutdown(cancelPending);
	}

	@Override
	public List<Runnable> shutdownNow() {
		return this.executor.shutdownNow();
	}

	@Override
	public boolean isShutdown() {
		return this.executor.isShutdown();
	}

	@Override
	public boolean isTerminated() {
		return this.executor.isTerminated();
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
		return this.executor.awaitTermination(timeout, unit);
	}

	@Override
	public void onceIdle(Runnable callback) {
		this.executor.onceIdle(callback);
	}

	@Override
	public @Nullable Throwable brokenBy() {
		return this.executor.brokenBy();
	}

	@Override
	public TaskLimits limits() {
		return this.executor.limits();
	}

	@Override
	public void limits(TaskLimits limits) {
		this.executor.limits(limits);
	}

}
