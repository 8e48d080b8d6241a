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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;

import org.jspecify.annotations.Nullable;

/**
 * Runs tasks in virtual threads, so many at a time; the others wait in the order of their
 * submission. A thread is started as long as a task waits for which none comes; it goes
 * on with the next ones and ends when none waits any more. Submitting never blocks.
 */
final class VirtualThreadExecutor extends AbstractMonitoredExecutor {

	private final TaskMonitor monitor;

	private final RejectionHandling rejection;

	private final ThreadFactory threadFactory;

	private final VirtualThreadCount threads;

	private volatile ThreadPoolShape shape;

	VirtualThreadExecutor(NamedExecutorBuilder builder) {
		requireSupported(builder);
		this.shape = ThreadPoolShape.of(builder);
		this.threads = new VirtualThreadCount(this.shape.maxSize());
		this.monitor = new TaskMonitor(builder,
				new TaskQueue(QueueType.FIFO, this.shape.queueCapacity(), this.threads));
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
		if (this.monitor.queue().offer(task) || this.rejection.handle(task, null)) {
			startThread(task);
		}
	}

	/**
	 * Start a thread if a task waits for which none comes yet. It will in turn start the
	 * next one before it runs its task, so that no task ever waits for the end of
	 * another, and short tasks need few threads.
	 * @param submitted the task whose submitter is to know if no thread can be started
	 */
	private void startThread(@Nullable Task submitted) {
		while (this.threads.isBelowMax() && this.monitor.queue().takers() == 0
				&& this.monitor.queue().announceTaker(this.threads::add)) {
			try {
				this.threadFactory.newThread(new Worker()).start();
				return;
			}
			catch (RuntimeException | Error ex) {
				Task left = takeBack();
				if (left == null) {
					// or a live thread will come for what waits
					return;
				}
				RejectedExecutionException exception = this.monitor.reject(left,
						"its thread could not be started: " + ex, ex);
				if (left == submitted) {
					throw exception;
				}
			}
		}
	}

	/**
	 * Take back the announcement of a thread.
	 * @return a task that nobody would come for any more, if there is one
	 */
	private @Nullable Task takeBack() {
		this.monitor.queue().takeBackAnnouncement();
		release();
		return (this.threads.live() == 0) ? this.monitor.queue().pollUnlessPaused() : null;
	}

	private void release() {
		this.threads.remove();
		terminateIfDone();
	}

	private @Nullable Task next() {
		return this.threads.isAboveMax() ? null : this.monitor.queue().pollUnlessPaused();
	}

	private void terminateIfDone() {
		// in this order: no thread is added once the queue is closed and empty
		if (isShutdown() && this.monitor.queue().isEmpty() && this.threads.live() == 0) {
			end();
			this.monitor.inspector().unwatch();
		}
	}

	@Override
	public synchronized void pause() {
		if (!isShutdown()) {
			this.monitor.queue().pause(true);
		}
	}

	@Override
	public void resume() {
		this.monitor.queue().pause(false);
		startThread(null);
	}

	@Override
	public synchronized void resize(ExecutorResize change) {
		ThreadPoolShape shape = this.shape.with(change, QueueType.FIFO);
		this.monitor.queue().capacity(shape.queueCapacity());
		this.threads.max(shape.maxSize());
		this.shape = shape;
		startThread(null);
	}

	@Override
	public ExecutorSnapshot snapshot() {
		return this.monitor.views().snapshot(ThreadKind.VIRTUAL, this.threads.live(), this.shape, isShutdown());
	}

	@Override
	public synchronized void shutdown() {
		this.monitor.queue().close();
		stopAccepting();
		resume();
		terminateIfDone();
	}

	@Override
	public List<Runnable> shutdownNow() {
		this.monitor.stop();
		this.monitor.queue().close();
		stopAccepting();
		List<Runnable> waiting = new ArrayList<>();
		this.monitor.queue().drainTo(waiting);
		List<Task> tasks = waiting.stream().map(Task.class::cast).toList();
		tasks.forEach((task) -> task.cancel(true));
		this.monitor.cancelRunning();
		terminateIfDone();
		return tasks.stream().map(Task::command).toList();
	}

	/**
	 * Takes tasks as long as some wait, for a thread that is there is quicker than a new
	 * one.
	 */
	private final class Worker implements Runnable {

		@Override
		public void run() {
			try {
				Task task = VirtualThreadExecutor.this.monitor.queue().pollAnnounced();
				startThread(null);
				if (task != null) {
					VirtualThreadExecutor.this.monitor.threads().work((slot) -> work(slot, task));
				}
			}
			finally {
				release();
				startThread(null);
			}
		}

		private void work(ThreadSlot slot, Task first) {
			Task task = first;
			while (task != null) {
				VirtualThreadExecutor.this.monitor.threads().run(slot, task);
				// what a task left behind, such as the interrupt of a future of its own
				Thread.interrupted();
				task = next();
			}
		}

	}

}
