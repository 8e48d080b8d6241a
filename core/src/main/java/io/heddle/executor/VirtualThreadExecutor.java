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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Runs each task in a virtual thread of its own, so many at a time; the others wait in
 * the order of their submission. Submitting never blocks.
 */
final class VirtualThreadExecutor extends AbstractExecutorService implements MonitoredExecutor {

	private final TaskMonitor monitor;

	private final RejectionHandling rejection;

	private final ThreadFactory threadFactory;

	private final @Nullable Runnable initializer;

	private final AtomicInteger threads = new AtomicInteger();

	private final CountDownLatch terminated = new CountDownLatch(1);

	private volatile ThreadPoolShape shape;

	private volatile boolean shutdown;

	VirtualThreadExecutor(NamedExecutorBuilder builder) {
		requireSupported(builder);
		this.shape = ThreadPoolShape.of(builder);
		this.monitor = new TaskMonitor(builder, new TaskQueue(QueueType.FIFO, this.shape.queueCapacity(), () -> false));
		this.rejection = new RejectionHandling(builder, this.monitor);
		this.threadFactory = (builder.threadFactory != null) ? builder.threadFactory
				: VirtualThreadFactory.create(builder.name + "-");
		this.initializer = builder.initializer;
		this.monitor.inspector().watch(this);
	}

	private static void requireSupported(NamedExecutorBuilder builder) {
		if (builder.queueType != QueueType.FIFO) {
			throw new IllegalArgumentException(
					"an executor of virtual threads has a FIFO queue but 'queueType' is " + builder.queueType);
		}
		if (builder.rejection == RejectionPolicy.BLOCK) {
			throw new IllegalArgumentException(
					"an executor of virtual threads never blocks the submitter but 'rejection' is BLOCK");
		}
	}

	@Override
	public TaskMonitor monitor() {
		return this.monitor;
	}

	@Override
	public void execute(Runnable command) {
		Task task = this.monitor.accept(command);
		TaskQueue queue = this.monitor.queue();
		if (!queue.isPaused() && queue.looksEmpty() && acquire()) {
			// checked after a thread is counted: whoever shuts down sees one or the other
			if (this.shutdown) {
				release();
				throw this.monitor.reject(task, RejectionHandling.SHUT_DOWN);
			}
			start(task);
		}
		else if (this.shutdown) {
			throw this.monitor.reject(task, RejectionHandling.SHUT_DOWN);
		}
		else if (this.rejection.handle(task, null)) {
			if (this.shutdown && queue.remove(task)) {
				throw this.monitor.reject(task, RejectionHandling.SHUT_DOWN);
			}
			startWaiting();
		}
	}

	private boolean acquire() {
		int threads = this.threads.get();
		while (threads < this.shape.maxSize()) {
			if (this.threads.compareAndSet(threads, threads + 1)) {
				return true;
			}
			threads = this.threads.get();
		}
		return false;
	}

	private void release() {
		this.threads.decrementAndGet();
		terminateIfDone();
	}

	private void startWaiting() {
		TaskQueue queue = this.monitor.queue();
		while (!queue.isPaused() && !queue.isEmpty() && acquire()) {
			Task task = queue.poll();
			if (task != null) {
				start(task);
			}
			else {
				release();
			}
		}
	}

	private void start(Task task) {
		try {
			this.threadFactory.newThread(() -> work(task)).start();
		}
		catch (Throwable ex) {
			release();
			this.monitor.reject(task, "its thread could not be started: " + ex);
			throw ex;
		}
	}

	private void work(Task task) {
		try {
			this.monitor.initialize(this.initializer);
			this.monitor.runOnce(task);
		}
		finally {
			release();
			startWaiting();
		}
	}

	private void terminateIfDone() {
		if (this.shutdown && this.threads.get() == 0 && this.monitor.queue().isEmpty()) {
			this.terminated.countDown();
			this.monitor.inspector().unwatch();
		}
	}

	@Override
	protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
		return new TaskFuture<>(callable, TaskOptions.of());
	}

	@Override
	protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
		return newTaskFor(new RunnableCallable<>(runnable, value));
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(Callable<T> task) {
		return submit(task, TaskOptions.of());
	}

	@Override
	public CompletableFuture<?> submit(Runnable task) {
		return this.<@Nullable Object>submit(task, null);
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> submit(Runnable task, T result) {
		return submit(new RunnableCallable<>(task, result));
	}

	@Override
	public void pause() {
		this.monitor.queue().pause(true);
	}

	@Override
	public void resume() {
		this.monitor.queue().pause(false);
		startWaiting();
	}

	@Override
	public synchronized void resize(ExecutorResize change) {
		ThreadPoolShape shape = this.shape.with(change, QueueType.FIFO);
		this.monitor.queue().capacity(shape.queueCapacity());
		this.shape = shape;
		startWaiting();
	}

	@Override
	public ExecutorSnapshot snapshot() {
		return this.monitor.views().snapshot(ThreadKind.VIRTUAL, this.threads.get(), this.shape, this.shutdown);
	}

	@Override
	public void shutdown() {
		this.shutdown = true;
		this.monitor.queue().close();
		resume();
		terminateIfDone();
	}

	@Override
	public List<Runnable> shutdownNow() {
		this.monitor.stop();
		this.shutdown = true;
		List<Runnable> waiting = new ArrayList<>();
		this.monitor.queue().drainTo(waiting);
		List<Task> tasks = waiting.stream().map(Task.class::cast).toList();
		tasks.forEach((task) -> task.cancel(true));
		this.monitor.cancelRunning();
		terminateIfDone();
		return tasks.stream().map(Task::command).toList();
	}

	@Override
	public boolean isShutdown() {
		return this.shutdown;
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
