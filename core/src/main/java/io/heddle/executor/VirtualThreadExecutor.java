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

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Runs tasks in virtual threads, so many at a time; the others wait in the order of their
 * submission. A thread is started for each task that need not wait, and ends when none
 * waits any more. Submitting never blocks.
 */
final class VirtualThreadExecutor extends AbstractExecutorService implements MonitoredExecutor {

	private final TaskMonitor monitor;

	private final RejectionHandling rejection;

	private final ThreadFactory threadFactory;

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
				: new VirtualThreadFactory(builder.threadNamePrefix);
		this.monitor.onRemoval(this::terminateIfDone);
		this.monitor.inspector().watch(this);
	}

	private static void requireSupported(NamedExecutorBuilder builder) {
		if (builder.queueType != QueueType.FIFO) {
			throw new IllegalArgumentException(
					"an executor of virtual threads has a FIFO queue but 'queueType' is " + builder.queueType);
		}
		if (RejectionHandling.isCustom(builder)) {
			throw new IllegalArgumentException("an executor of virtual threads has no ThreadPoolExecutor to pass to "
					+ builder.rejectedExecutionHandler);
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
			if (!start(task)) {
				throw this.monitor.reject(task, "its thread could not be started");
			}
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
		// the fence lets one of two see the other: who queues a task, or who gives up a
		// thread
		VarHandle.fullFence();
		while (!queue.isPaused() && !queue.looksEmpty() && acquire()) {
			Task task = queue.poll();
			if (task != null) {
				start(task);
			}
			else {
				release();
			}
		}
	}

	private boolean start(Task task) {
		try {
			this.threadFactory.newThread(new Worker(task)).start();
			return true;
		}
		catch (RuntimeException | Error ex) {
			this.monitor.reject(task, "its thread could not be started: " + ex, ex);
			release();
			return false;
		}
	}

	private @Nullable Task next() {
		TaskQueue queue = this.monitor.queue();
		boolean surplus = this.threads.get() > this.shape.maxSize();
		return (surplus || queue.isPaused() || queue.looksEmpty()) ? null : queue.poll();
	}

	private void terminateIfDone() {
		if (this.shutdown && this.threads.get() == 0 && this.monitor.queue().isEmpty()) {
			this.terminated.countDown();
			this.monitor.inspector().unwatch();
		}
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
	public synchronized void pause() {
		if (!this.shutdown) {
			this.monitor.queue().pause(true);
		}
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
	public synchronized void shutdown() {
		this.shutdown = true;
		this.monitor.queue().close();
		resume();
		terminateIfDone();
	}

	@Override
	public List<Runnable> shutdownNow() {
		this.monitor.stop();
		this.shutdown = true;
		this.monitor.queue().close();
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

	/**
	 * Runs a task, and then those that wait, for a thread that is there is quicker than a
	 * new one.
	 */
	private final class Worker implements Runnable {

		private final Task first;

		Worker(Task first) {
			this.first = first;
		}

		@Override
		public void run() {
			TaskMonitor monitor = VirtualThreadExecutor.this.monitor;
			WorkerSlot slot = new WorkerSlot(Thread.currentThread());
			monitor.counters().add(slot);
			try {
				Task task = this.first;
				while (task != null) {
					monitor.run(slot, task);
					// what a task left behind, such as the interrupt of a future of its
					// own
					Thread.interrupted();
					task = next();
				}
			}
			finally {
				monitor.counters().remove(slot);
				release();
				startWaiting();
			}
		}

	}

}
