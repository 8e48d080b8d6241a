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

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

/**
 * What the executors of both kinds share: it turns commands into {@link Task}s, knows
 * those that wait and run, and counts how they end.
 */
final class TaskMonitor {

	private final String name;

	private final TaskQueue queue;

	private final TaskCounters counters = new TaskCounters();

	private final UncaughtTaskExceptionHandler uncaughtExceptionHandler;

	private final boolean hosted;

	private final TaskAcceptance acceptance;

	private final LiveTasks tasks;

	private final IdleCallback idle;

	private final WorkerThreads threads;

	private final TaskInspector inspector;

	private final TaskViews views;

	private volatile @Nullable Throwable brokenBy;

	private volatile boolean stopped;

	private volatile Runnable removalCallback = () -> {
	};

	TaskMonitor(NamedExecutorBuilder builder, TaskQueue queue) {
		this(builder, queue, null);
	}

	TaskMonitor(NamedExecutorBuilder builder, TaskQueue queue, @Nullable TaskHost host) {
		this.name = builder.name;
		this.queue = queue;
		this.uncaughtExceptionHandler = builder.uncaughtExceptionHandler;
		this.hosted = host != null;
		this.acceptance = new TaskAcceptance(this, builder, host);
		this.tasks = new LiveTasks(queue, slots(), host);
		this.idle = new IdleCallback(queue, this.counters, this.tasks, host);
		this.inspector = new TaskInspector(this, builder);
		this.views = new TaskViews(this);
		this.threads = new WorkerThreads(this, builder);
		queue.beforeWait(this.threads::clearContext);
		limits(builder.limits);
	}

	String name() {
		return this.name;
	}

	TaskQueue queue() {
		return this.queue;
	}

	TaskCounters counters() {
		return this.counters;
	}

	Set<WorkerSlot> slots() {
		return this.counters.slots();
	}

	LiveTasks tasks() {
		return this.tasks;
	}

	TaskInspector inspector() {
		return this.inspector;
	}

	TaskViews views() {
		return this.views;
	}

	void limits(TaskLimits limits) {
		this.threads.queueTimeout(limits.queueTimeout());
		this.inspector.limits(limits);
	}

	/**
	 * Make a task of a command on the thread that submits it.
	 * @param command the command
	 * @return the task
	 * @throws BrokenExecutorException if this executor is broken
	 */
	Task accept(Runnable command) {
		if (command instanceof Task task && task.isOf(this)) {
			// handed in again by a rejection handler
			return task;
		}
		Objects.requireNonNull(command, "'command' must not be null");
		Throwable brokenBy = this.brokenBy;
		if (brokenBy != null) {
			this.counters.submitted();
			this.counters.ended(Outcome.REJECTED);
			throw broken(brokenBy);
		}
		return this.acceptance.accept(command);
	}

	private BrokenExecutorException broken(Throwable cause) {
		return this.hosted ? new BrokenExecutorException(this.name, "it failed to start a worker", cause)
				: new BrokenExecutorException(this.name, cause);
	}

	/**
	 * Check whether a task may be started, and fail it if not.
	 * @param task the task
	 * @return whether it may be started
	 */
	boolean admits(Task task) {
		Throwable brokenBy = this.brokenBy;
		if (brokenBy != null) {
			task.fail(Outcome.FAILED, broken(brokenBy));
			return false;
		}
		return true;
	}

	WorkerThreads threads() {
		return this.threads;
	}

	/**
	 * Run a task on the calling thread, which need not be a worker.
	 * @param task the task
	 */
	void run(Task task) {
		this.threads.run(task);
	}

	/**
	 * Call back once, as soon as no task runs and none is left to start.
	 * @param callback the callback
	 */
	void onceIdle(Runnable callback) {
		this.idle.set(callback);
		this.inspector.idleAwaited();
	}

	IdleCallback idle() {
		return this.idle;
	}

	void uncaught(Task task, Throwable ex) {
		this.uncaughtExceptionHandler.handle(Thread.currentThread(), this.name, task.toString(), ex);
	}

	/**
	 * Remove a settled task from the queue, if it waits there.
	 * @param task the task
	 */
	void forget(Task task) {
		if (this.queue.remove(task)) {
			this.removalCallback.run();
		}
	}

	/**
	 * Set what is called after a task was taken out of the queue for good.
	 * @param callback the callback
	 */
	void onRemoval(Runnable callback) {
		this.removalCallback = callback;
	}

	void interrupt(Task task) {
		this.tasks.interrupt(task);
	}

	void cancelRunning() {
		this.tasks.cancelRunning();
	}

	RejectedExecutionException reject(Task task, String reason) {
		return reject(task, reason, null);
	}

	RejectedExecutionException reject(Task task, String reason, @Nullable Throwable cause) {
		String label = task.toString();
		RejectedExecutionException exception = new RejectedExecutionException(
				"Executor '" + this.name + "' rejected task '" + label + "': " + reason, cause);
		if (task.fail(Outcome.REJECTED, exception)) {
			this.inspector.rejected(label);
		}
		return exception;
	}

	@Nullable Throwable brokenBy() {
		return this.brokenBy;
	}

	void brokenBy(@Nullable Throwable brokenBy) {
		this.brokenBy = brokenBy;
	}

	boolean isStopped() {
		return this.stopped;
	}

	void stop() {
		this.stopped = true;
	}

}
