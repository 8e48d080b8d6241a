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
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
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

	private final ThreadLocal<@Nullable ThreadSlot> worker = new ThreadLocal<>();

	private final @Nullable UnaryOperator<Runnable> decorator;

	private final @Nullable ContextCarrier contextCarrier;

	private final UncaughtTaskExceptionHandler uncaughtExceptionHandler;

	private final @Nullable Runnable initializer;

	private final boolean trackCallers;

	private final @Nullable TaskHost host;

	private final TaskInspector inspector;

	private final TaskViews views;

	private volatile long queueTimeout;

	private volatile @Nullable Throwable brokenBy;

	private volatile boolean stopped;

	private volatile @Nullable Runnable idleCallback;

	private volatile Runnable removalCallback = () -> {
	};

	TaskMonitor(NamedExecutorBuilder builder, TaskQueue queue) {
		this(builder, queue, null);
	}

	TaskMonitor(NamedExecutorBuilder builder, TaskQueue queue, @Nullable TaskHost host) {
		this.host = host;
		this.name = builder.name;
		this.queue = queue;
		this.decorator = builder.decorator;
		this.contextCarrier = builder.contextCarrier;
		this.uncaughtExceptionHandler = builder.uncaughtExceptionHandler;
		this.initializer = builder.initializer;
		this.trackCallers = builder.trackCallers;
		this.queue.beforeWait(this::clearContext);
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
		return this.counters.slots();
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
		Object context = (this.contextCarrier != null) ? this.contextCarrier.capture() : null;
		Object submitter = this.trackCallers ? Caller.current() : Thread.currentThread();
		long id = this.counters.submitted();
		Task task = (this.host == null) ? new Task(this, decorate(command), context, submitter, id)
				: new HostedEntry(this, this.host, command, context, submitter, id);
		if (command instanceof TaskFuture<?> future) {
			future.bind(task);
		}
		return task;
	}

	private BrokenExecutorException broken(Throwable cause) {
		return (this.host == null) ? new BrokenExecutorException(this.name, cause)
				: new BrokenExecutorException(this.name, "it failed to start a worker", cause);
	}

	private Runnable decorate(Runnable command) {
		if (this.decorator == null) {
			return command;
		}
		Runnable decorated = Objects.requireNonNull(this.decorator.apply(command),
				"The task decorator must not return null");
		return (decorated != command) ? new DecoratedCommand(command, decorated) : command;
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

	private void begin(WorkerSlot slot, Task task) {
		long startedAt = task.startedAt(slot.lastEnd());
		if (startedAt - task.submittedAt() >= this.queueTimeout) {
			this.inspector.expire(task, startedAt);
		}
		slot.begin(task, startedAt);
		if (this.initializer != null && slot.initializeOnce()) {
			initialize(this.initializer);
			slot.begin(task, System.nanoTime());
		}
		this.inspector.started(task);
	}

	private void end(WorkerSlot slot, Task task) {
		long now = System.nanoTime();
		long startedAt = slot.end(now);
		if (task.hasRun()) {
			slot.ran(startedAt - task.submittedAt(), now - startedAt);
		}
		if (this.idleCallback != null) {
			callBackIfIdle();
		}
	}

	/**
	 * Show the calling thread as one of this executor as long as it works.
	 * @param work what runs tasks in the slot of the thread
	 */
	void work(Consumer<ThreadSlot> work) {
		ThreadSlot slot = new ThreadSlot(Thread.currentThread(), this.contextCarrier);
		this.counters.add(slot);
		try {
			work.accept(slot);
		}
		finally {
			slot.clearContext();
			this.counters.remove(slot);
		}
	}

	/**
	 * Make the calling thread a worker of this executor as long as it works.
	 * @param worker what runs tasks by {@link #run(Task)}
	 */
	void workInPool(Runnable worker) {
		work((slot) -> {
			this.worker.set(slot);
			try {
				worker.run();
			}
			finally {
				this.worker.remove();
			}
		});
	}

	private void clearContext() {
		ThreadSlot slot = this.worker.get();
		if (slot != null) {
			slot.clearContext();
		}
	}

	/**
	 * Run a task on the calling thread, which need not be a worker.
	 * @param task the task
	 */
	void run(Task task) {
		ThreadSlot slot = this.worker.get();
		if (slot != null && slot.task() == null) {
			run(slot, task);
		}
		else {
			work((apart) -> runApart(apart, task));
		}
	}

	private void runApart(ThreadSlot slot, Task task) {
		// the initializer is for the threads of this executor
		slot.initializeOnce();
		run(slot, task);
	}

	void run(ThreadSlot slot, Task task) {
		begin(slot, task);
		try {
			task.run(slot);
		}
		finally {
			end(slot, task);
		}
	}

	/**
	 * Call back once, as soon as no task runs and none is left to start.
	 * @param callback the callback
	 */
	void onceIdle(Runnable callback) {
		this.idleCallback = callback;
		callBackIfIdle();
		this.inspector.idleAwaited();
	}

	boolean isIdleAwaited() {
		return this.idleCallback != null;
	}

	void callBackIfIdle() {
		// of two threads that end at once, at least one must see both slots clear
		VarHandle.fullFence();
		Runnable callback = isIdle() ? takeIdleCallback() : null;
		if (callback != null) {
			callback.run();
		}
	}

	private boolean isIdle() {
		// a task may have been taken by a thread that does not show it yet
		long unsettled = this.counters.unsettled();
		boolean noneToStart = unsettled == 0 || (this.queue.isPaused() && unsettled == waiting());
		return noneToStart && active() == 0;
	}

	private int waiting() {
		return this.queue.backlog() + ((this.host != null) ? this.host.held().size() : 0);
	}

	private synchronized @Nullable Runnable takeIdleCallback() {
		Runnable callback = this.idleCallback;
		this.idleCallback = null;
		return callback;
	}

	int active() {
		int active = 0;
		for (WorkerSlot slot : slots()) {
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
		for (WorkerSlot slot : slots()) {
			if (slot.task() == task) {
				slot.interrupt(task);
			}
		}
	}

	boolean cancel(long taskId) {
		// twice, since a task may move from the queue to a thread in between
		for (int i = 0; i < 2; i++) {
			Task task = find(taskId);
			if (task != null) {
				return task.cancel(true);
			}
		}
		return false;
	}

	private @Nullable Task find(long taskId) {
		for (Task task : this.queue.tasks()) {
			if (task.id() == taskId) {
				return task;
			}
		}
		for (WorkerSlot slot : slots()) {
			Task task = slot.task();
			if (task != null && task.id() == taskId) {
				return task;
			}
		}
		return null;
	}

	void cancelRunning() {
		for (WorkerSlot slot : slots()) {
			Task task = slot.task();
			if (task != null) {
				task.cancel(true);
			}
		}
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

	/**
	 * Run the initializer in a new thread, which already shows its first task. If it
	 * throws, this executor is broken; the thread goes on all the same, for it fails what
	 * waits.
	 */
	private void initialize(Runnable initializer) {
		try {
			initializer.run();
		}
		catch (Throwable ex) {
			this.brokenBy = ex;
			logger.error("Executor '{}' is broken: its initializer failed", this.name, ex);
		}
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
