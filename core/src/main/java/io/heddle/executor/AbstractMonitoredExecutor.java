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

import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * What the executors share that are no {@link java.util.concurrent.ThreadPoolExecutor}:
 * the futures that they return, and how they end.
 */
abstract class AbstractMonitoredExecutor extends AbstractExecutorService implements MonitoredExecutor {

	private final CountDownLatch terminated = new CountDownLatch(1);

	private volatile boolean shutdown;

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(Callable<T> task) {
		return submit(task, TaskOptions.of());
	}

	@Override
	public CompletableFuture<?> submit(Runnable task) {
		return this.<@Nullable Object>submit(new RunnableCallable<>(task, null));
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(Runnable task, T result) {
		return submit(new RunnableCallable<>(task, result));
	}

	/**
	 * Accept no more tasks.
	 */
	void stopAccepting() {
		this.shutdown = true;
	}

	@Override
	public boolean isShutdown() {
		return this.shutdown;
	}

	/**
	 * Note that nothing is left of this executor.
	 */
	void end() {
		this.terminated.countDown();
	}

	@Override
	public boolean isTerminated() {
		return this.terminated.getCount() == 0;
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
		return this.terminated.await(timeout, unit);
	}

}
