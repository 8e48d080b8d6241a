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

package io.heddle.autoconfigure.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.heddle.autoconfigure.named.DelegatingExecutor;
import io.heddle.executor.TaskOptions;
import io.heddle.future.MapOptions;
import io.heddle.process.BeanMethod;
import io.heddle.process.PoolWorker;
import io.heddle.process.ProcessBiFunction;
import io.heddle.process.ProcessFunction;
import io.heddle.process.ProcessPool;
import io.heddle.process.ProcessPoolSnapshot;
import io.heddle.process.ProcessRunnable;
import io.heddle.process.ProcessTask;

/**
 * Passes all on to the pool that does the work.
 */
abstract class DelegatingProcessPool implements DelegatingExecutor, ProcessPool {

	@Override
	public abstract ProcessPool delegate();

	@Override
	public String name() {
		return delegate().name();
	}

	@Override
	public ProcessPoolSnapshot poolSnapshot() {
		return delegate().poolSnapshot();
	}

	@Override
	public List<PoolWorker> workers() {
		return delegate().workers();
	}

	@Override
	public void resize(int size) {
		delegate().resize(size);
	}

	@Override
	public void execute(Runnable task) {
		delegate().execute(task);
	}

	@Override
	public void execute(Runnable task, TaskOptions options) {
		delegate().execute(task, options);
	}

	@Override
	public void execute(ProcessRunnable task) {
		delegate().execute(task);
	}

	@Override
	public CompletableFuture<?> submit(Runnable task) {
		return delegate().submit(task);
	}

	@Override
	public CompletableFuture<?> submit(Runnable task, @Nullable TaskOptions options) {
		return delegate().submit(task, options);
	}

	@Override
	public CompletableFuture<?> submit(ProcessRunnable task) {
		return delegate().submit(task);
	}

	@Override
	public CompletableFuture<?> submit(ProcessRunnable task, TaskOptions options) {
		return delegate().submit(task, options);
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(Runnable task, T result) {
		return delegate().submit(task, result);
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(Callable<T> task) {
		return delegate().submit(task);
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(Callable<T> task, TaskOptions options) {
		return delegate().submit(task, options);
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(ProcessTask<T> task) {
		return delegate().submit(task);
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(ProcessTask<T> task, TaskOptions options) {
		return delegate().submit(task, options);
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(BeanMethod method, @Nullable Object[] arguments,
			TaskOptions options) {
		return delegate().submit(method, arguments, options);
	}

	@Override
	public <T extends @Nullable Object, R extends @Nullable Object> Stream<R> map(
			Function<? super T, ? extends R> function, Iterable<? extends T> items, MapOptions options) {
		return delegate().map(function, items, options);
	}

	@Override
	public <T extends @Nullable Object, R extends @Nullable Object> Stream<R> map(
			ProcessFunction<? super T, ? extends R> function, Iterable<? extends T> items, MapOptions options) {
		return delegate().map(function, items, options);
	}

	@Override
	public <T extends @Nullable Object, R extends @Nullable Object> Stream<R> imap(
			ProcessFunction<? super T, ? extends R> function, Iterable<? extends T> items, MapOptions options) {
		return delegate().imap(function, items, options);
	}

	@Override
	public <T extends @Nullable Object, R extends @Nullable Object> Stream<R> imapUnordered(
			ProcessFunction<? super T, ? extends R> function, Iterable<? extends T> items, MapOptions options) {
		return delegate().imapUnordered(function, items, options);
	}

	@Override
	public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Stream<R> starmap(
			ProcessBiFunction<? super A, ? super B, ? extends R> function,
			Iterable<? extends Map.Entry<? extends A, ? extends B>> items, MapOptions options) {
		return delegate().starmap(function, items, options);
	}

	@Override
	public boolean killWorker(long pid) {
		return delegate().killWorker(pid);
	}

	@Override
	public void terminateWorkers() {
		delegate().terminateWorkers();
	}

	@Override
	public void killWorkers() {
		delegate().killWorkers();
	}

	@Override
	public void shutdown() {
		delegate().shutdown();
	}

}
