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

package io.heddle.autoconfigure.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.support.SimpleTriggerContext;

/**
 * A scheduler whose time is moved by a test, on whose thread the tasks run.
 */
class ManualTaskScheduler implements TaskScheduler {

	static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

	private final List<Entry> entries = new ArrayList<>();

	private final Clock clock = new ManualClock();

	private volatile Instant now = START;

	@Override
	public Clock getClock() {
		return this.clock;
	}

	Instant now() {
		return this.now;
	}

	void advance(Duration time) {
		Instant end = this.now.plus(time);
		for (Entry due = due(end); due != null; due = due(end)) {
			this.now = due.next.isAfter(this.now) ? due.next : this.now;
			due.run();
		}
		this.now = end;
	}

	private Entry due(Instant end) {
		return this.entries.stream()
			.filter((entry) -> !entry.isDone() && !entry.next.isAfter(end))
			.min(Comparator.comparing((entry) -> entry.next))
			.orElse(null);
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
		SimpleTriggerContext context = new SimpleTriggerContext(this.clock);
		Instant first = trigger.nextExecution(context);
		return (first != null) ? add(task, first, (entry) -> {
			context.update(entry.next, this.now, this.now);
			return trigger.nextExecution(context);
		}) : null;
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
		return add(task, startTime, (entry) -> null);
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant startTime, Duration period) {
		return add(task, startTime, (entry) -> entry.next.plus(period));
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
		return scheduleAtFixedRate(task, this.now, period);
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant startTime, Duration delay) {
		return add(task, startTime, (entry) -> this.now.plus(delay));
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
		return scheduleWithFixedDelay(task, this.now, delay);
	}

	private Entry add(Runnable task, Instant start, Function<Entry, Instant> following) {
		Entry entry = new Entry(task, start, following);
		this.entries.add(entry);
		return entry;
	}

	private final class Entry extends CompletableFuture<Object> implements ScheduledFuture<Object> {

		private final Runnable task;

		private final Function<Entry, Instant> following;

		private Instant next;

		private Entry(Runnable task, Instant next, Function<Entry, Instant> following) {
			this.task = task;
			this.next = next;
			this.following = following;
		}

		private void run() {
			try {
				this.task.run();
			}
			catch (RuntimeException ex) {
				// as Spring's error handler does
			}
			Instant next = this.following.apply(this);
			if (next != null) {
				this.next = next;
			}
			else {
				complete(null);
			}
		}

		@Override
		public boolean cancel(boolean mayInterruptIfRunning) {
			return completeExceptionally(new CancellationException());
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return unit.convert(Duration.between(ManualTaskScheduler.this.now, this.next));
		}

		@Override
		public int compareTo(Delayed other) {
			return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
		}

	}

	private final class ManualClock extends Clock {

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Instant instant() {
			return ManualTaskScheduler.this.now;
		}

	}

}
