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
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A scheduler whose time is moved by a test, which also runs the tasks. Cron expressions
 * mean every hour.
 */
class ManualScheduler implements TaskDriver {

	static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

	private final List<Repeated> repeated = new ArrayList<>();

	private final Queue<Runnable> submitted = new ArrayDeque<>();

	private Instant now = START;

	private ScheduleLimits limits = ScheduleLimits.NONE;

	private boolean closed;

	@Override
	public ScheduledFuture<?> start(TaskSchedule schedule, boolean first, Runnable run) {
		if ("invalid".equals(schedule.expression())) {
			throw new IllegalArgumentException("Invalid");
		}
		Duration interval = (schedule.interval() != null) ? schedule.interval() : Duration.ofHours(1);
		Repeated task = new Repeated(run, interval, this.now.plus(interval));
		this.repeated.add(task);
		return task;
	}

	@Override
	public void execute(Runnable run) {
		if (this.closed) {
			throw new RejectedExecutionException("Closed");
		}
		this.submitted.add(run);
	}

	@Override
	public InstantSource clock() {
		return () -> this.now;
	}

	@Override
	public ScheduleLimits limits() {
		return this.limits;
	}

	void limits(ScheduleLimits limits) {
		this.limits = limits;
	}

	void close() {
		this.closed = true;
	}

	/**
	 * Run what was submitted.
	 */
	void runSubmitted() {
		for (Runnable run = this.submitted.poll(); run != null; run = this.submitted.poll()) {
			run.run();
		}
	}

	/**
	 * Run the latest repeated task now, whether it is due or not.
	 */
	void fire() {
		this.repeated.get(this.repeated.size() - 1).run.run();
	}

	/**
	 * Run the first repeated task now, as one that has already left the queue.
	 */
	void fireFirst() {
		this.repeated.get(0).run.run();
	}

	/**
	 * Let time pass without running anything.
	 * @param time the time
	 */
	void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	/**
	 * Let time pass and run what becomes due.
	 * @param time the time
	 */
	void advance(Duration time) {
		Instant end = this.now.plus(time);
		for (Repeated due = due(end); due != null; due = due(end)) {
			this.now = due.next.isAfter(this.now) ? due.next : this.now;
			due.run.run();
			due.next = due.next.plus(due.interval);
		}
		this.now = end;
	}

	private Repeated due(Instant end) {
		return this.repeated.stream()
			.filter((task) -> !task.isCancelled() && !task.next.isAfter(end))
			.min((one, other) -> one.next.compareTo(other.next))
			.orElse(null);
	}

	private final class Repeated extends CompletableFuture<Object> implements ScheduledFuture<Object> {

		private final Runnable run;

		private final Duration interval;

		private Instant next;

		private Repeated(Runnable run, Duration interval, Instant next) {
			this.run = run;
			this.interval = interval;
			this.next = next;
		}

		@Override
		public boolean cancel(boolean mayInterruptIfRunning) {
			return completeExceptionally(new CancellationException());
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return unit.convert(Duration.between(ManualScheduler.this.now, this.next));
		}

		@Override
		public int compareTo(Delayed other) {
			return Objects.compare(this, other, Delayed::compareTo);
		}

	}

}
