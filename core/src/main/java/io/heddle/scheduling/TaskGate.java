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

package io.heddle.scheduling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a task may run now. The runs of one epoch, between two changes of the
 * schedule, may overlap if the scheduler lets them; a run that was triggered, or is of
 * another epoch, overlaps with none. Guarded by its monitor, which is held for a moment
 * only.
 */
final class TaskGate {

	private static final long TRIGGERED = -1;

	private final String task;

	private final List<RunInProgress> running = new ArrayList<>(1);

	private long epoch;

	private long skipped;

	private boolean paused;

	private boolean cancelled;

	private boolean triggerPending;

	/** When the latest triggered run ended, until a later run of the schedule. **/
	private volatile @Nullable Instant triggeredUntil;

	TaskGate(String task) {
		this.task = task;
	}

	/**
	 * Let in a run that is due, which counts for a triggered one that has no thread yet.
	 * @param epoch the epoch of its schedule
	 * @param now when it starts
	 * @param due when it should have started
	 * @return the run, or {@code null} if the task must not run now
	 */
	synchronized @Nullable RunInProgress enterScheduled(long epoch, Instant now, Instant due) {
		if (this.cancelled || epoch != this.epoch) {
			return null;
		}
		Instant until = this.triggeredUntil;
		if (this.paused || isRunningBeside(epoch) || (until != null && due.isBefore(until))) {
			this.skipped++;
			return null;
		}
		this.triggeredUntil = null;
		this.triggerPending = false;
		return enter(epoch, now);
	}

	private boolean isRunningBeside(long epoch) {
		for (int i = 0; i < this.running.size(); i++) {
			if (!this.running.get(i).isOf(epoch)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Let in the run that was triggered.
	 * @param now when it starts
	 * @return the run, or {@code null} if the task has been cancelled or has begun to run
	 * since
	 */
	synchronized @Nullable RunInProgress enterTriggered(Instant now) {
		boolean pending = this.triggerPending;
		this.triggerPending = false;
		return (!pending || this.cancelled || !this.running.isEmpty()) ? null : enter(TRIGGERED, now);
	}

	private RunInProgress enter(long epoch, Instant now) {
		RunInProgress run = new RunInProgress(epoch, epoch == TRIGGERED, now);
		this.running.add(run);
		return run;
	}

	synchronized void leave(RunInProgress run) {
		this.running.remove(run);
	}

	/**
	 * Let a triggered run out. What was due until now, but had no thread, is skipped, as
	 * it is where there is another thread.
	 * @param run the run
	 * @param now when it has ended
	 */
	synchronized void leaveTriggered(RunInProgress run, Instant now) {
		this.triggeredUntil = now;
		this.running.remove(run);
	}

	/**
	 * Return whether it matters when a run of the schedule was due.
	 * @return whether none has begun since a triggered run
	 */
	boolean isAfterTriggeredRun() {
		return this.triggeredUntil != null;
	}

	/**
	 * Announce a run that is triggered.
	 * @throws IllegalStateException if the task runs, will run, or never runs again
	 */
	synchronized void announceTrigger() {
		requireNotCancelled();
		if (!this.running.isEmpty()) {
			throw new IllegalStateException(
					"Task '" + this.task + "' has been running since " + this.running.get(0).startedAt()
							+ " and never overlaps itself. Trigger it once that run has ended");
		}
		if (this.triggerPending) {
			throw new IllegalStateException(
					"Task '" + this.task + "' is triggered already and waits for a thread of its scheduler");
		}
		this.triggerPending = true;
	}

	synchronized void withdrawTrigger() {
		this.triggerPending = false;
	}

	synchronized void requireNotCancelled() {
		if (this.cancelled) {
			throw new IllegalStateException("Task '" + this.task + "' is cancelled and never runs again");
		}
	}

	synchronized void pause(boolean paused) {
		requireNotCancelled();
		this.paused = paused;
	}

	synchronized void cancel() {
		this.cancelled = true;
	}

	synchronized long epoch() {
		return this.epoch;
	}

	/**
	 * Let in the runs of this epoch only from now on.
	 * @param epoch the epoch
	 */
	synchronized void epoch(long epoch) {
		this.epoch = epoch;
	}

	synchronized boolean isPaused() {
		return this.paused;
	}

	synchronized boolean isCancelled() {
		return this.cancelled;
	}

	synchronized List<RunInProgress> running() {
		return List.copyOf(this.running);
	}

	synchronized long skipped() {
		return this.skipped;
	}

}
