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

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a runner, such as a thread, shows which task it runs. Written by that runner
 * alone, without fences; a reader gets a task together with its own start time, or
 * nothing.
 */
abstract class WorkerSlot {

	private static final VarHandle TASK;

	private static final VarHandle STARTED_AT;

	private static final VarHandle WAIT_NANOS;

	private static final VarHandle RUN_NANOS;

	private static final VarHandle COMPLETED;

	static {
		try {
			MethodHandles.Lookup lookup = MethodHandles.lookup();
			TASK = lookup.findVarHandle(WorkerSlot.class, "task", Task.class);
			STARTED_AT = lookup.findVarHandle(WorkerSlot.class, "startedAt", long.class);
			WAIT_NANOS = lookup.findVarHandle(WorkerSlot.class, "waitNanos", long.class);
			RUN_NANOS = lookup.findVarHandle(WorkerSlot.class, "runNanos", long.class);
			COMPLETED = lookup.findVarHandle(WorkerSlot.class, "completed", long.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private @Nullable Task task;

	private long startedAt;

	private long waitNanos;

	private long runNanos;

	private long completed;

	/** Whether the runner has run the initializer; used by it alone. **/
	private boolean initialized;

	/** When the last task ended; used by the runner alone. **/
	private long lastEnd;

	/**
	 * The identifier of the last task that the watchdog has reported as stuck; used by it
	 * alone.
	 **/
	private long reported;

	/**
	 * Return the name of the runner.
	 * @return the name to show
	 */
	abstract String name();

	/**
	 * Return where the runner is now.
	 * @return the stack, innermost frame first; empty if it cannot be had
	 */
	abstract List<StackTraceElement> stack();

	/**
	 * Interrupt the runner, but only while it runs this task.
	 * @param task the task that it was seen running
	 */
	abstract void interrupt(Task task);

	boolean initializeOnce() {
		boolean first = !this.initialized;
		this.initialized = true;
		return first;
	}

	long lastEnd() {
		return this.lastEnd;
	}

	void begin(Task task, long startedAt) {
		STARTED_AT.setRelease(this, startedAt);
		TASK.setRelease(this, task);
	}

	/**
	 * Clear the slot.
	 * @param now the present time
	 * @return when the task was started
	 */
	long end(long now) {
		TASK.setRelease(this, null);
		this.lastEnd = now;
		return this.startedAt;
	}

	/**
	 * Add the times of a task that has run.
	 * @param waitNanos how long it waited
	 * @param runNanos how long it ran
	 */
	void ran(long waitNanos, long runNanos) {
		WAIT_NANOS.setOpaque(this, this.waitNanos + waitNanos);
		RUN_NANOS.setOpaque(this, this.runNanos + runNanos);
	}

	/**
	 * Count a completed task.
	 */
	void completed() {
		COMPLETED.setOpaque(this, this.completed + 1);
	}

	long completedCount() {
		return (long) COMPLETED.getOpaque(this);
	}

	long waitNanos() {
		return (long) WAIT_NANOS.getOpaque(this);
	}

	long runNanos() {
		return (long) RUN_NANOS.getOpaque(this);
	}

	@Nullable Task task() {
		return (Task) TASK.getAcquire(this);
	}

	@Nullable Activity activity() {
		Task task = task();
		if (task == null) {
			return null;
		}
		long startedAt = (long) STARTED_AT.getAcquire(this);
		return (task() == task) ? new Activity(this, task, startedAt) : null;
	}

	boolean reportOnce(Task task) {
		if (this.reported == task.id()) {
			return false;
		}
		this.reported = task.id();
		return true;
	}

	/**
	 * A task that runs.
	 *
	 * @param slot the slot of what runs it
	 * @param task the task
	 * @param startedAt the time, by {@link System#nanoTime()}, at which it was started
	 */
	record Activity(WorkerSlot slot, Task task, long startedAt) {

		/**
		 * Return how long the task has run.
		 * @param now a time that may lie before the start, if it was taken earlier
		 * @return the nanoseconds, not negative
		 */
		long ranFor(long now) {
			return Math.max(0, now - this.startedAt);
		}

	}

}
