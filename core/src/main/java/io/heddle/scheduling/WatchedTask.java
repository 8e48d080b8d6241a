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

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a task: its runs, and whether it is late.
 */
abstract class WatchedTask implements ScheduledTaskHandle {

	private final String id;

	private final String task;

	private final String scheduler;

	private final TaskDriver driver;

	private final ScheduledTaskListener listener;

	private final Runnable body;

	private final TaskGate gate;

	private final TaskHistory history = new TaskHistory();

	private boolean reportedOverdue;

	WatchedTask(String id, String task, String scheduler, TaskDriver driver, ScheduledTaskListener listener,
			Runnable body) {
		this.id = id;
		this.task = task;
		this.scheduler = scheduler;
		this.driver = driver;
		this.listener = listener;
		this.body = body;
		this.gate = new TaskGate(id);
	}

	final TaskDriver driver() {
		return this.driver;
	}

	final TaskGate gate() {
		return this.gate;
	}

	/**
	 * Return what the scheduler has given for the present schedule.
	 * @return the future, or {@code null} if there is none
	 */
	abstract @Nullable ScheduledFuture<?> future();

	final void runScheduled(long epoch) {
		Instant now = this.driver.clock().instant();
		// to ask the scheduler costs as much as the rest
		Instant due = this.gate.isAfterTriggeredRun() ? now.plusNanos(delayOfNext(TimeUnit.NANOSECONDS)) : now;
		run(this.gate.enterScheduled(epoch, now, due));
	}

	final void runTriggered() {
		run(this.gate.enterTriggered(this.driver.clock().instant()));
	}

	private void run(@Nullable RunInProgress run) {
		if (run == null) {
			return;
		}
		Throwable failure = null;
		try {
			this.body.run();
		}
		catch (Throwable ex) {
			failure = ex;
			throw ex;
		}
		finally {
			TaskRun ended = run.end(failure);
			this.history.add(ended);
			if (ended.triggered()) {
				this.gate.leaveTriggered(run, this.driver.clock().instant());
			}
			else {
				this.gate.leave(run);
			}
			if (failure != null) {
				this.listener.onFailed(this, ended, failure);
			}
		}
	}

	@Override
	public String id() {
		return this.id;
	}

	@Override
	public String task() {
		return this.task;
	}

	@Override
	public String scheduler() {
		return this.scheduler;
	}

	@Override
	public @Nullable Instant next() {
		ScheduledFuture<?> future = pending();
		if (future == null) {
			return null;
		}
		long delay = future.getDelay(TimeUnit.NANOSECONDS);
		if (delay <= 0 && !this.gate.running().isEmpty()) {
			return null;
		}
		// to the nearest millisecond, since clock and delay are not read at one moment
		return this.driver.clock().instant().plusNanos(delay).plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS);
	}

	private @Nullable ScheduledFuture<?> pending() {
		ScheduledFuture<?> future = future();
		return (future == null || this.gate.isCancelled() || future.isDone()) ? null : future;
	}

	/**
	 * Return whether it neither runs nor is due at any time.
	 */
	final boolean isIdleForever() {
		return pending() == null && this.gate.running().isEmpty();
	}

	final long delayOfNext(TimeUnit unit) {
		ScheduledFuture<?> future = pending();
		return (future != null) ? future.getDelay(unit) : 0;
	}

	@Override
	public @Nullable TaskRun last() {
		return this.history.last();
	}

	@Override
	public List<TaskRun> history() {
		return this.history.latest();
	}

	@Override
	public List<RunningRun> running() {
		ScheduleLimits limits = this.driver.limits();
		return this.gate.running().stream().map((run) -> run.look(limits)).toList();
	}

	@Override
	public long runs() {
		return this.history.runs();
	}

	@Override
	public long failures() {
		return this.history.failures();
	}

	@Override
	public boolean isPaused() {
		return this.gate.isPaused();
	}

	@Override
	public boolean isCancelled() {
		return this.gate.isCancelled();
	}

	@Override
	public ScheduledTaskSnapshot snapshot() {
		ScheduleLimits limits = this.driver.limits();
		List<RunInProgress> running = this.gate.running();
		int failuresInARow = this.history.failuresInARow();
		return new ScheduledTaskSnapshot(this.id, this.task, this.scheduler, schedule(), next(), last(), runs(),
				failures(), failuresInARow, this.gate.skipped(), this.history.runTime(), running.size(),
				(int) running.stream().filter((run) -> run.isStuck(limits)).count(), isPaused(), isCancelled(),
				limits.failingAfter() > 0 && failuresInARow >= limits.failingAfter(), late(limits) != null);
	}

	final void report() {
		ScheduleLimits limits = this.driver.limits();
		for (RunInProgress run : this.gate.running()) {
			if (run.isStuck(limits) && run.report()) {
				this.listener.onStuck(this, run.look(limits));
			}
		}
		Duration late = late(limits);
		if (late != null && !this.reportedOverdue) {
			this.listener.onOverdue(this, late);
		}
		this.reportedOverdue = late != null;
	}

	private @Nullable Duration late(ScheduleLimits limits) {
		Duration limit = limits.overdueAfter();
		ScheduledFuture<?> future = pending();
		if (limit == null || future == null || isPaused() || !this.gate.running().isEmpty()) {
			return null;
		}
		Duration late = Duration.ofNanos(-future.getDelay(TimeUnit.NANOSECONDS));
		return (late.compareTo(limit) > 0) ? late : null;
	}

}
