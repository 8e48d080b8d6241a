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
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.heddle.executor.NamedExecutor;

/**
 * The first result among those of some tasks. Each is submitted as it is: what the JDK
 * would wrap around it cannot be sent to a worker.
 *
 * @param <T> the type of the result
 */
final class FirstResult<T> {

	private final List<CompletableFuture<T>> futures = new ArrayList<>();

	private final BlockingQueue<Future<T>> done = new LinkedBlockingQueue<>();

	private FirstResult() {
	}

	static <T> FirstResult<T> of(NamedExecutor executor, Collection<? extends Callable<T>> tasks) {
		if (tasks.isEmpty()) {
			throw new IllegalArgumentException("'tasks' must not be empty");
		}
		tasks.forEach((task) -> Objects.requireNonNull(task, "'tasks' must not contain null"));
		FirstResult<T> first = new FirstResult<>();
		try {
			tasks.forEach((task) -> first.add(executor.submit(task)));
			return first;
		}
		catch (RuntimeException | Error ex) {
			first.cancel();
			throw ex;
		}
	}

	private void add(CompletableFuture<T> future) {
		this.futures.add(future);
		future.whenComplete((result, ex) -> this.done.add(future));
	}

	T get() throws InterruptedException, ExecutionException {
		try {
			return await(Long.MAX_VALUE);
		}
		catch (TimeoutException ex) {
			throw new IllegalStateException("Waited for centuries", ex);
		}
	}

	T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
		return await(unit.toNanos(timeout));
	}

	private T await(long nanos) throws InterruptedException, ExecutionException, TimeoutException {
		long start = System.nanoTime();
		ExecutionException failure = null;
		try {
			for (int i = 0; i < this.futures.size(); i++) {
				Future<T> next = this.done.poll(nanos - (System.nanoTime() - start), TimeUnit.NANOSECONDS);
				if (next == null) {
					throw new TimeoutException("None of " + this.futures.size() + " tasks has a result in time");
				}
				try {
					return next.get();
				}
				catch (ExecutionException ex) {
					failure = ex;
				}
				catch (CancellationException ex) {
					failure = new ExecutionException(ex);
				}
			}
			throw Objects.requireNonNull(failure);
		}
		finally {
			cancel();
		}
	}

	private void cancel() {
		this.futures.forEach((future) -> future.cancel(true));
	}

}
