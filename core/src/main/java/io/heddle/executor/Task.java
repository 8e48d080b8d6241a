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
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

import org.jspecify.annotations.Nullable;

/**
 * A submitted command on its way through an executor: the one object that is allocated
 * for each task.
 * <p>
 * The state holds the phase and the outcome. The outcome is set once, by whoever settles
 * the task first (the thread that ran it, a canceller, the watchdog or a rejection); only
 * that one completes the future. The phase makes sure that an interrupt meant for this
 * task never hits the next one on the same thread.
 */
class Task implements Runnable {

	private static final int WAITING = 0;

	private static final int RUNNING = 1;

	private static final int INTERRUPTING = 2;

	private static final int ENDED = 3;

	private static final int PHASE = 3;

	private static final int INTERRUPTED = 4;

	private static final int AWAITED = 8;

	private static final int OUTCOME_SHIFT = 4;

	private static final int COMPLETED = Outcome.COMPLETED.ordinal() << OUTCOME_SHIFT;

	private static final VarHandle STATE;

	static {
		try {
			STATE = MethodHandles.lookup().findVarHandle(Task.class, "state", int.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private final TaskMonitor monitor;

	private final Runnable command;

	private final @Nullable Object context;

	private final Object submitter;

	private final long id;

	private final long submittedAt;

	/** The position in the queue, guarded by its lock. **/
	int position;

	private volatile int state = WAITING;

	Task(TaskMonitor monitor, Runnable command, @Nullable Object context, Object submitter, long id) {
		this.monitor = monitor;
		this.command = command;
		this.context = context;
		this.submitter = submitter;
		this.id = id;
		this.submittedAt = System.nanoTime();
	}

	long id() {
		return this.id;
	}

	boolean isOf(TaskMonitor monitor) {
		return this.monitor == monitor;
	}

	long submittedAt() {
		return this.submittedAt;
	}

	@Nullable Object context() {
		return this.context;
	}

	String submittedBy() {
		return (this.submitter instanceof Thread thread) ? thread.getName() : this.submitter.toString();
	}

	/**
	 * Return what was submitted, without decoration and options.
	 * @return the command
	 */
	Runnable command() {
		Runnable command = undecorated();
		return (command instanceof OptionedCommand optioned) ? optioned.command() : command;
	}

	private Runnable undecorated() {
		return (this.command instanceof DecoratedCommand decorated) ? decorated.command() : this.command;
	}

	TaskOptions options() {
		Runnable command = undecorated();
		if (command instanceof TaskFuture<?> future) {
			return future.options();
		}
		return (command instanceof OptionedCommand optioned) ? optioned.options() : TaskOptions.of();
	}

	Outcome outcome() {
		return Outcome.of(this.state >>> OUTCOME_SHIFT);
	}

	boolean hasStarted() {
		return (this.state & PHASE) != WAITING;
	}

	boolean hasRun() {
		return (this.state & PHASE) == ENDED;
	}

	@Override
	public void run() {
		this.monitor.run(this);
	}

	/**
	 * Run this task unless it has been settled before.
	 * @param slot the slot of the calling thread, which shows this task
	 */
	void run(ThreadSlot slot) {
		if (!this.monitor.admits(this) || !start()) {
			return;
		}
		try {
			slot.run(this.command, this.context);
			settleAfterRun(slot);
		}
		catch (Throwable ex) {
			failed(ex);
		}
		finally {
			end();
		}
	}

	private boolean start() {
		if (!startIfWaiting()) {
			return false;
		}
		// checked after the state is visible: whoever stops the executor sees one or the
		// other
		return !this.monitor.isStopped() || !cancel(false);
	}

	final boolean startIfWaiting() {
		int state;
		do {
			state = this.state;
			if ((state & PHASE) != WAITING || state >>> OUTCOME_SHIFT != 0) {
				return false;
			}
		}
		while (!STATE.compareAndSet(this, state, state | RUNNING));
		return true;
	}

	/**
	 * Let this task, which runs, wait once more.
	 */
	final void waitAgain() {
		int state;
		do {
			state = this.state;
		}
		while (!STATE.compareAndSet(this, state, (state & ~PHASE) | WAITING));
	}

	private void settleAfterRun(WorkerSlot slot) {
		Runnable command = command();
		if (command instanceof TaskFuture<?> future) {
			if (settle(Outcome.CANCELLED)) {
				// completed from outside, or the decorator did not run it
				future.endCancelled();
			}
		}
		else if (command instanceof Future<?> future) {
			settle(outcomeOf(future));
		}
		else if (!completeAndEnd(slot)) {
			settle(Outcome.COMPLETED);
		}
	}

	/**
	 * Settle and end in one step, which is possible as long as nobody has interfered.
	 */
	private boolean completeAndEnd(WorkerSlot slot) {
		int state = this.state;
		boolean completed = (state & ~AWAITED) == RUNNING
				&& STATE.compareAndSet(this, state, state | ENDED | COMPLETED);
		if (completed) {
			slot.completed();
		}
		return completed;
	}

	private Outcome outcomeOf(Future<?> future) {
		if (future.isCancelled()) {
			return Outcome.CANCELLED;
		}
		if (future instanceof FutureTask<?> && future.isDone()) {
			try {
				future.get();
			}
			catch (Exception ex) {
				return Outcome.FAILED;
			}
		}
		return Outcome.COMPLETED;
	}

	final void failed(Throwable ex) {
		boolean settled = settle(Outcome.FAILED);
		if (settled && command() instanceof TaskFuture<?> future) {
			future.endExceptionally(ex);
		}
		else if (settled || outcome() == Outcome.COMPLETED) {
			// no future, or what runs around the task failed after the task had completed
			this.monitor.uncaught(this, ex);
		}
	}

	final void end() {
		int state = this.state;
		while ((state & PHASE) != ENDED) {
			if ((state & PHASE) == INTERRUPTING) {
				Thread.yield();
			}
			else if (STATE.compareAndSet(this, state, state | ENDED)) {
				break;
			}
			state = this.state;
		}
		if ((state & INTERRUPTED) != 0) {
			// the interrupt was for this task: it must not reach the next one
			Thread.interrupted();
		}
		if ((state & PHASE) != ENDED && state >>> OUTCOME_SHIFT > Outcome.FAILED.ordinal()) {
			this.monitor.counters().ranWithoutResult();
		}
	}

	/**
	 * Note that the thread which takes this task from the queue had to wait for it.
	 */
	void awaited() {
		int state;
		do {
			state = this.state;
		}
		while (!STATE.compareAndSet(this, state, state | AWAITED));
	}

	/**
	 * Return when this task is started by a thread that has just ended another one: at
	 * the same moment, unless it had to wait. That saves a look at the clock, which costs
	 * more than all else here.
	 * @param lastEnd when the thread ended its last task, or 0 if this is its first
	 * @return the time, by {@link System#nanoTime()}
	 */
	long startedAt(long lastEnd) {
		if (lastEnd == 0 || (this.state & AWAITED) != 0) {
			return System.nanoTime();
		}
		return (lastEnd - this.submittedAt > 0) ? lastEnd : this.submittedAt;
	}

	/**
	 * Set the outcome of this task if it has none yet.
	 * @param outcome the outcome
	 * @return whether the caller has settled it, and so has to complete the future
	 */
	boolean settle(Outcome outcome) {
		int state;
		do {
			state = this.state;
			if (state >>> OUTCOME_SHIFT != 0) {
				return false;
			}
		}
		while (!STATE.compareAndSet(this, state, state | (outcome.ordinal() << OUTCOME_SHIFT)));
		this.monitor.counters().ended(outcome);
		return true;
	}

	boolean cancel(boolean interrupt) {
		if (!settle(Outcome.CANCELLED)) {
			return false;
		}
		leave(interrupt);
		endFuture(null);
		return true;
	}

	/**
	 * End this task with an exception, wherever it is; a running one is interrupted.
	 * @param outcome the outcome
	 * @param reason the exception for its future
	 * @return whether it had not ended before
	 */
	boolean fail(Outcome outcome, Exception reason) {
		boolean settled = stop(outcome);
		if (settled) {
			endFuture(reason);
		}
		return settled;
	}

	/**
	 * Settle this task and interrupt or remove it, but leave its future to the caller:
	 * what depends on that is foreign code.
	 * @param outcome the outcome
	 * @return whether it had not ended before
	 */
	boolean stop(Outcome outcome) {
		boolean settled = settle(outcome);
		if (settled) {
			leave(true);
		}
		return settled;
	}

	void leave(boolean interrupt) {
		if (interrupt) {
			this.monitor.interrupt(this);
		}
		this.monitor.forget(this);
	}

	/**
	 * End the future of this task, if it has one.
	 * @param reason the exception, or {@code null} to cancel it
	 */
	void endFuture(@Nullable Throwable reason) {
		Runnable command = command();
		if (command instanceof TaskFuture<?> future) {
			if (reason != null) {
				future.endExceptionally(reason);
			}
			else {
				future.endCancelled();
			}
		}
		else if (command instanceof Future<?> future) {
			cancelForeign(future);
		}
	}

	private void cancelForeign(Future<?> future) {
		try {
			future.cancel(true);
		}
		catch (RuntimeException | Error ex) {
			this.monitor.uncaught(this, ex);
		}
	}

	/**
	 * Interrupt a thread, but only while it runs this task.
	 * @param thread the thread that was seen running this task
	 */
	void interrupt(Thread thread) {
		int state;
		do {
			state = this.state;
			if ((state & PHASE) != RUNNING) {
				return;
			}
		}
		while (!STATE.compareAndSet(this, state, (state & ~PHASE) | INTERRUPTING));
		thread.interrupt();
		do {
			state = this.state;
		}
		while (!STATE.compareAndSet(this, state, (state & ~PHASE) | RUNNING | INTERRUPTED));
	}

	@Override
	public String toString() {
		return TaskLabel.of(this);
	}

}
