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

package io.heddle.autoconfigure.executor;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import io.heddle.autoconfigure.named.DelegatingExecutor;
import io.heddle.executor.BrokenExecutorException;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;

/**
 * The {@link NamedExecutor} side of a {@link ThreadPoolTaskExecutor}: passes all on to
 * the executor that does the work, and turns its rejections into Spring's.
 */
@SuppressWarnings("serial")
abstract class DelegatingTaskExecutor extends ThreadPoolTaskExecutor implements DelegatingExecutor {

	@Override
	public void execute(Runnable task) {
		NamedExecutor executor = delegate();
		try {
			executor.execute(task);
		}
		catch (RejectedExecutionException ex) {
			throw rejected(executor, task, ex);
		}
	}

	@Override
	public void execute(Runnable task, TaskOptions options) {
		NamedExecutor executor = delegate();
		try {
			executor.execute(task, options);
		}
		catch (RejectedExecutionException ex) {
			throw rejected(executor, task, ex);
		}
	}

	@Override
	public CompletableFuture<?> submit(Runnable task) {
		NamedExecutor executor = delegate();
		try {
			return executor.submit(task);
		}
		catch (RejectedExecutionException ex) {
			throw rejected(executor, task, ex);
		}
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(Runnable task, T result) {
		NamedExecutor executor = delegate();
		try {
			return executor.submit(task, result);
		}
		catch (RejectedExecutionException ex) {
			throw rejected(executor, task, ex);
		}
	}

	@Override
	public CompletableFuture<?> submit(Runnable task, @Nullable TaskOptions options) {
		NamedExecutor executor = delegate();
		try {
			return executor.submit(task, options);
		}
		catch (RejectedExecutionException ex) {
			throw rejected(executor, task, ex);
		}
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(Callable<T> task) {
		NamedExecutor executor = delegate();
		try {
			return executor.submit(task);
		}
		catch (RejectedExecutionException ex) {
			throw rejected(executor, task, ex);
		}
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(Callable<T> task, TaskOptions options) {
		NamedExecutor executor = delegate();
		try {
			return executor.submit(task, options);
		}
		catch (RejectedExecutionException ex) {
			throw rejected(executor, task, ex);
		}
	}

	@Override
	@SuppressWarnings("unchecked")
	public CompletableFuture<Void> submitCompletable(Runnable task) {
		return (CompletableFuture<Void>) submit(task);
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submitCompletable(Callable<T> task) {
		return submit(task);
	}

	private RejectedExecutionException rejected(NamedExecutor executor, Object task, RejectedExecutionException ex) {
		if (ex instanceof BrokenExecutorException || ex instanceof TaskRejectedException) {
			return ex;
		}
		String message = ex.getMessage();
		return (message != null) ? new TaskRejectedException(message, ex)
				: new TaskRejectedException(executor, task, ex);
	}

	/**
	 * Stop accepting tasks and return at once, as an {@code ExecutorService} does. The
	 * shutdown that Spring's properties describe is the one of {@link #destroy()}.
	 */
	@Override
	public void shutdown() {
		delegate().shutdown();
	}

	final void shutdownAsConfigured() {
		super.shutdown();
	}

}
