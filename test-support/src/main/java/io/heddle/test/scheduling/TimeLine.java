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
import java.util.function.Supplier;

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

	/**
	 * Let time pass. To jump meanwhile makes it neither longer nor shorter.
	 */
	void advance(Duration duration) {
		boolean outermost = !this.advancing.isHeldByCurrentThread();
		this.advancing.lock();
		try {
			Instant end = this.steady.plus(duration);
			move(() -> Duration.between(this.steady, end), outermost);
		}
		finally {
			this.advancing.unlock();
		}
	}

	/**
	 * Let time pass until the clock shows a time, which a jump brings nearer or removes.
	 */
	void advanceTo(Instant time) {
		boolean outermost = !this.advancing.isHeldByCurrentThread();
		this.advancing.lock();
		try {
			move(() -> Duration.between(this.now, time), outermost);
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
				move(() -> Duration.ZERO, true);
			}
			finally {
				this.advancing.unlock();
			}
		}
	}

	private void move(Supplier<Duration> rest, boolean outermost) {
		if (outermost) {
			for (EventScheduler next = next(rest.get()); next != null; next = next(rest.get())) {
				run(next);
			}
		}
		pass(rest.get());
	}

	/**
	 * Let time pass until the next event.
	 * @return the scheduler of the event, or {@code null} if none is due now, as it may
	 * be if something that ran has let even more time pass, or within the rest
	 */
	private @Nullable EventScheduler next(Duration rest) {
		EventScheduler next = null;
		Duration shortest = Duration.ZERO;
		for (EventScheduler scheduler : this.schedulers) {
			ScheduledEvent event = scheduler.peek();
			if (event != null) {
				Duration delay = delay(event, scheduler);
				if (next == null || delay.compareTo(shortest) < 0) {
					next = scheduler;
					shortest = delay;
				}
			}
		}
		if (next == null || (shortest.compareTo(rest) > 0 && shortest.compareTo(Duration.ZERO) > 0)) {
			return null;
		}
		pass(shortest);
		return next;
	}

	/**
	 * Return how much time is to pass until an event is due.
	 */
	private Duration delay(ScheduledEvent event, EventScheduler scheduler) {
		return Duration.between((scheduler != this.tasks) ? this.now : this.steady, event.time());
	}

	private void pass(Duration duration) {
		if (!duration.isNegative()) {
			this.now = this.now.plus(duration);
			this.steady = this.steady.plus(duration);
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
