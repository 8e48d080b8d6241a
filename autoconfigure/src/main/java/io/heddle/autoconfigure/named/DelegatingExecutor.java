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

package io.heddle.autoconfigure.named;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.ExecutorResize;
import io.heddle.executor.ExecutorSnapshot;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.QueuedTask;
import io.heddle.executor.RunningTask;
import io.heddle.executor.TaskLimits;

/**
 * A bean that passes on what is asked of it, or wanted of it as a whole, to the executor
 * that does the work; how tasks are submitted is left to the bean.
 */
public interface DelegatingExecutor extends NamedExecutor {

	/**
	 * Return the executor that does the work.
	 * @return the executor
	 * @throws IllegalStateException if it is not there yet
	 */
	NamedExecutor delegate();

	@Override
	default ExecutorSnapshot snapshot() {
		return delegate().snapshot();
	}

	@Override
	default List<RunningTask> running() {
		return delegate().running();
	}

	@Override
	default List<Thread> threads() {
		return delegate().threads();
	}

	@Override
	default List<QueuedTask> queued() {
		return delegate().queued();
	}

	@Override
	default boolean isPaused() {
		return delegate().isPaused();
	}

	@Override
	default void onceIdle(Runnable callback) {
		delegate().onceIdle(callback);
	}

	@Override
	default @Nullable Throwable brokenBy() {
		return delegate().brokenBy();
	}

	@Override
	default void resize(ExecutorResize change) {
		delegate().resize(change);
	}

	@Override
	default boolean cancel(long taskId) {
		return delegate().cancel(taskId);
	}

	@Override
	default TaskLimits limits() {
		return delegate().limits();
	}

	@Override
	default void limits(TaskLimits limits) {
		delegate().limits(limits);
	}

	@Override
	default <T extends @Nullable Object> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks)
			throws InterruptedException {
		return delegate().invokeAll(tasks);
	}

	@Override
	default <T extends @Nullable Object> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks,
			long timeout, TimeUnit unit) throws InterruptedException {
		return delegate().invokeAll(tasks, timeout, unit);
	}

	@Override
	default <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
			throws InterruptedException, ExecutionException {
		return delegate().invokeAny(tasks);
	}

	@Override
	default <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout,
			TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
		return delegate().invokeAny(tasks, timeout, unit);
	}

	@Override
	default void shutdown(boolean cancelPending) {
		delegate().shutdown(cancelPending);
	}

	@Override
	default List<Runnable> shutdownNow() {
		return delegate().shutdownNow();
	}

	@Override
	default boolean isShutdown() {
		return delegate().isShutdown();
	}

	@Override
	default boolean isTerminated() {
		return delegate().isTerminated();
	}

	@Override
	default boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
		return delegate().awaitTermination(timeout, unit);
	}

}
