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
 * for each task. It is also its own link in the queue.
 * <p>
 * The state holds the phase and the outcome. The outcome is set once, by whoever settles
 * the task first (the thread that ran it, a canceller, the watchdog or a rejection); only
 * that one completes the future. The phase makes sure that an interrupt meant for this
 * task never hits the next one on the same thread.
 */
final class Task implements Runnable {

	private static final int WAITING = 0;

	private static final int RUNNING = 1;

	private static final int INTERRUPTING = 2;

	private static final int ENDED = 3;

	private static final int PHASE = 3;

	private static final int INTERRUPTED = 4;

	private static final int OUTCOME_SHIFT = 3;

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

	/** Links of the queue, guarded by its lock. **/
	@Nullable Task previous;

	@Nullable Task next;

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

	long submittedAt() {
		return this.submittedAt;
	}

	String submittedBy() {
		return (this.submitter instanceof Thread thread) ? thread.getName() : this.submitter.toString();
	}

	/**
	 * Return what was submitted, without the decoration.
	 * @return the command
	 */
	Runnable command() {
		return (this.command instanceof DecoratedCommand decorated) ? decorated.command() : this.command;
	}

	TaskOptions options() {
		Runnable command = command();
		if (command instanceof TaskFuture<?> future) {
			return future.options();
		}
		return (command instanceof OptionedCommand optioned) ? optioned.options() : TaskOptions.of();
	}

	Outcome outcome() {
		return Outcome.of(this.state >>> OUTCOME_SHIFT);
	}

	boolean hasRun() {
		return (this.state & PHASE) == ENDED;
	}

	@Override
	public void run() {
		if (!start()) {
			return;
		}
		try {
			this.monitor.runInContext(this.command, this.context);
			settleAfterRun();
		}
		catch (Throwable ex) {
			failed(ex);
		}
		finally {
			end();
		}
	}

	private boolean start() {
		if (!this.monitor.admits(this) || !STATE.compareAndSet(this, WAITING, RUNNING)) {
			return false;
		}
		// checked after the state is visible: whoever stops the executor sees one or the
		// other
		return !this.monitor.isStopped() || !cancel(false);
	}

	private void settleAfterRun() {
		if (outcome() != Outcome.NONE) {
			return;
		}
		Runnable command = command();
		if (command instanceof TaskFuture<?> future) {
			// completed from outside, or the decorator did not run it
			settle(Outcome.CANCELLED);
			future.endCancelled();
		}
		else {
			settle((command instanceof Future<?> future) ? outcomeOf(future) : Outcome.COMPLETED);
		}
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

	private void failed(Throwable ex) {
		if (settle(Outcome.FAILED)) {
			if (command() instanceof TaskFuture<?> future) {
				future.endExceptionally(ex);
			}
			else {
				this.monitor.uncaught(this, ex);
			}
		}
	}

	private void end() {
		int state;
		do {
			state = this.state;
			while ((state & PHASE) == INTERRUPTING) {
				Thread.yield();
				state = this.state;
			}
		}
		while (!STATE.compareAndSet(this, state, state | ENDED));
		if ((state & INTERRUPTED) != 0) {
			// the interrupt was for this task: it must not reach the next one
			Thread.interrupted();
		}
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
		this.monitor.forget(this);
		Runnable command = command();
		if (command instanceof TaskFuture<?> future) {
			future.endCancelled();
		}
		else if (command instanceof Future<?> future) {
			future.cancel(interrupt);
		}
		if (interrupt) {
			this.monitor.interrupt(this);
		}
		return true;
	}

	/**
	 * End this task with an exception, wherever it is; a running one is interrupted.
	 * @param outcome the outcome
	 * @param reason the exception for its future
	 * @return whether it had not ended before
	 */
	boolean fail(Outcome outcome, Exception reason) {
		if (!settle(outcome)) {
			return false;
		}
		this.monitor.forget(this);
		Runnable command = command();
		if (command instanceof TaskFuture<?> future) {
			future.endExceptionally(reason);
		}
		else if (command instanceof Future<?> future) {
			future.cancel(true);
		}
		this.monitor.interrupt(this);
		return true;
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
