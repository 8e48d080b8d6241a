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
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.heddle.context.ContextCarrier;

/**
 * What the executors of both kinds share: it turns commands into {@link Task}s, knows
 * those that wait and run, and counts how they end.
 */
final class TaskMonitor {

	private static final Logger logger = LoggerFactory.getLogger(NamedExecutor.class);

	private final String name;

	private final TaskQueue queue;

	private final TaskCounters counters = new TaskCounters();

	private final Set<WorkerSlot> slots = ConcurrentHashMap.newKeySet();

	private final @Nullable UnaryOperator<Runnable> decorator;

	private final @Nullable ContextCarrier contextCarrier;

	private final UncaughtTaskExceptionHandler uncaughtExceptionHandler;

	private final @Nullable Runnable idleCallback;

	private final boolean trackCallers;

	private final TaskInspector inspector;

	private final TaskViews views;

	private volatile long queueTimeout;

	private volatile @Nullable Throwable brokenBy;

	private volatile boolean stopped;

	TaskMonitor(NamedExecutorBuilder builder, TaskQueue queue) {
		this.name = builder.name;
		this.queue = queue;
		this.decorator = builder.decorator;
		this.contextCarrier = builder.contextCarrier;
		this.uncaughtExceptionHandler = builder.uncaughtExceptionHandler;
		this.idleCallback = builder.idleCallback;
		this.trackCallers = builder.trackCallers;
		this.inspector = new TaskInspector(this, builder);
		this.views = new TaskViews(this);
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
		return this.slots;
	}

	TaskInspector inspector() {
		return this.inspector;
	}

	TaskViews views() {
		return this.views;
	}

	void limits(TaskLimits limits) {
		Duration queueTimeout = limits.queueTimeout();
		this.queueTimeout = (queueTimeout != null) ? Nanos.of(queueTimeout) : Long.MAX_VALUE;
		this.inspector.limits(limits);
	}

	/**
	 * Make a task of a command on the thread that submits it.
	 * @param command the command
	 * @return the task
	 * @throws BrokenExecutorException if this executor is broken
	 */
	Task accept(Runnable command) {
		if (command instanceof Task task) {
			// handed in again by a rejection handler
			return task;
		}
		Throwable brokenBy = this.brokenBy;
		if (brokenBy != null) {
			this.counters.submitted();
			this.counters.ended(Outcome.REJECTED);
			throw new BrokenExecutorException(this.name, brokenBy);
		}
		Object context = (this.contextCarrier != null) ? this.contextCarrier.capture() : null;
		Object submitter = this.trackCallers ? Caller.current() : Thread.currentThread();
		Task task = new Task(this, decorate(command), context, submitter, this.counters.submitted());
		if (command instanceof TaskFuture<?> future) {
			future.bind(task);
		}
		return task;
	}

	private Runnable decorate(Runnable command) {
		if (this.decorator == null) {
			return command;
		}
		Runnable decorated = this.decorator.apply(command);
		return (decorated != command) ? new DecoratedCommand(command, decorated) : command;
	}

	void runInContext(Runnable command, @Nullable Object context) {
		if (this.contextCarrier != null) {
			this.contextCarrier.run(context, command);
		}
		else {
			command.run();
		}
	}

	/**
	 * Check whether a task may be started, and fail it if not.
	 * @param task the task
	 * @return whether it may be started
	 */
	boolean admits(Task task) {
		Throwable brokenBy = this.brokenBy;
		if (brokenBy != null) {
			task.fail(Outcome.FAILED, new BrokenExecutorException(this.name, brokenBy));
			return false;
		}
		if (this.queueTimeout != Long.MAX_VALUE) {
			return !this.inspector.expire(task, System.nanoTime());
		}
		return true;
	}

	void begin(WorkerSlot slot, Task task) {
		slot.begin(task, System.nanoTime());
		this.inspector.started(task);
	}

	void end(WorkerSlot slot, Task task) {
		long startedAt = slot.end();
		if (task.hasRun()) {
			this.counters.ran(startedAt - task.submittedAt(), System.nanoTime() - startedAt);
		}
		if (this.idleCallback != null) {
			callBackIfIdle(this.idleCallback);
		}
	}

	/**
	 * Run a task on a thread that is not one of the executor's workers.
	 * @param task the task
	 */
	void runOnce(Task task) {
		WorkerSlot slot = new WorkerSlot(Thread.currentThread());
		this.slots.add(slot);
		try {
			begin(slot, task);
			task.run();
		}
		finally {
			this.slots.remove(slot);
			end(slot, task);
		}
	}

	private void callBackIfIdle(Runnable idleCallback) {
		if (this.queue.isPaused() || this.queue.looksEmpty()) {
			// of two threads that end at once, at least one must see both slots clear
			VarHandle.fullFence();
			if (active() == 0) {
				idleCallback.run();
			}
		}
	}

	int active() {
		int active = 0;
		for (WorkerSlot slot : this.slots) {
			if (slot.task() != null) {
				active++;
			}
		}
		return active;
	}

	void uncaught(Task task, Throwable ex) {
		this.uncaughtExceptionHandler.handle(Thread.currentThread(), this.name, task.toString(), ex);
	}

	/**
	 * Remove a settled task from the queue, if it waits there.
	 * @param task the task
	 */
	void forget(Task task) {
		this.queue.remove(task);
	}

	void interrupt(Task task) {
		for (WorkerSlot slot : this.slots) {
			if (slot.task() == task) {
				task.interrupt(slot.thread());
			}
		}
	}

	boolean cancel(long taskId) {
		for (WorkerSlot slot : this.slots) {
			Task task = slot.task();
			if (task != null && task.id() == taskId) {
				return task.cancel(true);
			}
		}
		for (Task task : this.queue.tasks()) {
			if (task.id() == taskId) {
				return task.cancel(true);
			}
		}
		return false;
	}

	void cancelRunning() {
		for (WorkerSlot slot : this.slots) {
			Task task = slot.task();
			if (task != null) {
				task.cancel(true);
			}
		}
	}

	RejectedExecutionException reject(Task task, String reason) {
		RejectedExecutionException exception = new RejectedExecutionException(
				"Executor '" + this.name + "' rejected task '" + task + "': " + reason);
		if (task.fail(Outcome.REJECTED, exception)) {
			this.inspector.rejected(task);
		}
		return exception;
	}

	@Nullable Throwable brokenBy() {
		return this.brokenBy;
	}

	/**
	 * Run the initializer in a new thread. If it throws, this executor is broken; the
	 * thread goes on all the same, for it fails what waits.
	 * @param initializer the initializer, or {@code null} if there is none
	 */
	void initialize(@Nullable Runnable initializer) {
		if (initializer != null) {
			try {
				initializer.run();
			}
			catch (Throwable ex) {
				this.brokenBy = ex;
				logger.error("Executor '{}' is broken: its initializer failed", this.name, ex);
			}
		}
	}

	boolean isStopped() {
		return this.stopped;
	}

	void stop() {
		this.stopped = true;
	}

}
