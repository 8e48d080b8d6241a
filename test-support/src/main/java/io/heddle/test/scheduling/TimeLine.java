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

package io.heddle.test.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import io.heddle.scheduling.EventScheduler;
import io.heddle.scheduling.ScheduledEvent;

/**
 * The time of a clock and what runs by it. Thread-safe.
 */
final class TimeLine {

	private final ReentrantLock advancing = new ReentrantLock();

	private final List<EventScheduler> schedulers = new CopyOnWriteArrayList<>();

	private final EventScheduler tasks;

	private volatile Instant now;

	/**
	 * The time if nobody ever set the clock. Delays are reckoned by it, as those of the
	 * JDK are by {@link System#nanoTime()}.
	 */
	private volatile Instant steady;

	TimeLine(Instant start) {
		this.now = start;
		this.steady = start;
		this.tasks = add(new EventScheduler(() -> this.steady));
	}

	Instant now() {
		return this.now;
	}

	/**
	 * Return the time if nobody ever set the clock.
	 */
	Instant steady() {
		return this.steady;
	}

	/**
	 * Return the scheduler of all tasks, which so have an order among them. It goes by
	 * the time that nobody sets.
	 */
	EventScheduler tasks() {
		return this.tasks;
	}

	EventScheduler add(EventScheduler scheduler) {
		this.schedulers.add(scheduler);
		return scheduler;
	}

	void jumpTo(Instant time) {
		this.now = time;
	}

	void advance(Duration duration) {
		boolean outermost = !this.advancing.isHeldByCurrentThread();
		this.advancing.lock();
		try {
			move(this.now.plus(duration), outermost);
		}
		finally {
			this.advancing.unlock();
		}
	}

	void advanceTo(Instant time) {
		boolean outermost = !this.advancing.isHeldByCurrentThread();
		this.advancing.lock();
		try {
			move(time, outermost);
		}
		finally {
			this.advancing.unlock();
		}
	}

	/**
	 * Run what is due now, unless something runs that another thread has started.
	 */
	void runDue() {
		if (!this.advancing.isHeldByCurrentThread() && this.advancing.tryLock()) {
			try {
				move(this.now, true);
			}
			finally {
				this.advancing.unlock();
			}
		}
	}

	private void move(Instant target, boolean outermost) {
		if (outermost) {
			for (EventScheduler next = next(target); next != null; next = next(target)) {
				run(next);
			}
		}
		show(target);
	}

	/**
	 * Show the time of the next event.
	 * @return the scheduler of the event, or {@code null} if there is none until the
	 * target, or until now, if something that ran has let even more time pass
	 */
	private @Nullable EventScheduler next(Instant target) {
		EventScheduler next = null;
		Instant first = Instant.MAX;
		for (EventScheduler scheduler : this.schedulers) {
			ScheduledEvent event = scheduler.peek();
			Instant time = (event != null) ? shownAt(event, scheduler) : first;
			if (event != null && (next == null || time.isBefore(first))) {
				next = scheduler;
				first = time;
			}
		}
		if (next == null || (first.isAfter(target) && first.isAfter(this.now))) {
			return null;
		}
		show(first);
		return next;
	}

	/**
	 * Return what the clock will show when an event is due.
	 */
	private Instant shownAt(ScheduledEvent event, EventScheduler scheduler) {
		return (scheduler != this.tasks) ? event.time() : this.now.plus(Duration.between(this.steady, event.time()));
	}

	private void show(Instant time) {
		Duration passed = Duration.between(this.now, time);
		if (!passed.isNegative()) {
			this.now = time;
			this.steady = this.steady.plus(passed);
		}
	}

	private static void run(EventScheduler scheduler) {
		try {
			scheduler.run(false);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while advancing the clock", ex);
		}
	}

}
