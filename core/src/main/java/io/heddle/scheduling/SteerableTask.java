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

import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * A task between its scheduler and what it runs: watches each run, and lets the task be
 * triggered, paused, cancelled and rescheduled. What the task throws goes on to the
 * scheduler. Thread-safe.
 */
public final class SteerableTask extends WatchedTask {

	private final TaskSchedule original;

	/** Held while the schedule changes. **/
	private final ReentrantLock lock = new ReentrantLock();

	private volatile TaskSchedule schedule;

	private volatile @Nullable ScheduledFuture<?> future;

	/**
	 * Create a task, which {@link #start} will schedule.
	 * @param id the identifier
	 * @param task what it runs, as text
	 * @param scheduler the name of the scheduler
	 * @param schedule the schedule that its code asks for
	 * @param driver schedules it
	 * @param listener is told what goes wrong; must not throw
	 * @param body what to run
	 */
	public SteerableTask(String id, String task, String scheduler, TaskSchedule schedule, TaskDriver driver,
			ScheduledTaskListener listener, Runnable body) {
		super(id, task, scheduler, driver, listener, body);
		this.original = schedule;
		this.schedule = schedule;
	}

	/**
	 * Schedule the task for the first time.
	 * @param changed the schedule that replaces the one of the code, or {@code null}
	 * @param paused whether it is to be paused
	 */
	public void start(@Nullable TaskSchedule changed, boolean paused) {
		this.lock.lock();
		try {
			gate().pause(paused);
			begin((changed != null) ? inItsZone(changed) : this.original, true);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * The epoch changes first, for the task may run before the scheduler has returned.
	 */
	private void begin(TaskSchedule schedule, boolean first) {
		long before = gate().epoch();
		long epoch = before + 1;
		gate().epoch(epoch);
		try {
			this.future = driver().start(schedule, first, () -> runScheduled(epoch));
			this.schedule = schedule;
		}
		catch (RuntimeException ex) {
			gate().epoch(before);
			throw ex;
		}
	}

	@Override
	@Nullable ScheduledFuture<?> future() {
		return this.future;
	}

	@Override
	public TaskSchedule schedule() {
		return this.schedule;
	}

	@Override
	public void trigger() {
		gate().announceTrigger();
		try {
			driver().execute(this::runTriggered);
		}
		catch (RuntimeException ex) {
			gate().withdrawTrigger();
			throw ex;
		}
	}

	@Override
	public void pause() {
		gate().pause(true);
	}

	@Override
	public void resume() {
		gate().pause(false);
	}

	@Override
	public void cancel() {
		cancel(false);
	}

	/**
	 * Let the task never run again.
	 * @param interrupt whether to interrupt a run in progress that was due
	 */
	public void cancel(boolean interrupt) {
		this.lock.lock();
		try {
			gate().cancel();
			ScheduledFuture<?> future = this.future;
			if (future != null) {
				future.cancel(interrupt);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public void reschedule(TaskSchedule schedule) {
		if (schedule.kind() == TaskSchedule.Kind.ONE_TIME || schedule.kind() == TaskSchedule.Kind.CUSTOM) {
			throw new IllegalArgumentException("Task '" + id() + "' cannot be changed to '" + schedule
					+ "', only to a cron expression, a fixed rate or a fixed delay");
		}
		change(inItsZone(schedule));
	}

	/**
	 * Return to the schedule that the code asks for.
	 */
	public void restoreSchedule() {
		change(this.original);
	}

	private void change(TaskSchedule schedule) {
		this.lock.lock();
		try {
			gate().requireNotCancelled();
			ScheduledFuture<?> before = this.future;
			if (!schedule.equals(this.schedule)) {
				begin(schedule, false);
				if (before != null) {
					before.cancel(false);
				}
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private TaskSchedule inItsZone(TaskSchedule schedule) {
		return (schedule.kind() == TaskSchedule.Kind.CRON && schedule.zone() == null)
				? TaskSchedule.cron(Objects.requireNonNull(schedule.expression()), this.original.zone()) : schedule;
	}

	/**
	 * Return whether the task was to run once and its time is over.
	 * @return whether it runs again only if it is triggered or rescheduled
	 */
	public boolean isSpent() {
		return this.schedule.kind() == TaskSchedule.Kind.ONE_TIME && isIdleForever();
	}

	/**
	 * Return the time until the next run as the scheduler tells it.
	 * @param unit the unit
	 * @return the time, 0 if there is no next run
	 */
	public long delay(TimeUnit unit) {
		return delayOfNext(unit);
	}

	/**
	 * Look whether the task is stuck or overdue, and report it once. To be called by one
	 * thread only.
	 */
	public void inspect() {
		report();
	}

	@Override
	public String toString() {
		return "Scheduled task '" + id() + "', " + this.schedule + ", on '" + scheduler() + "'";
	}

}
