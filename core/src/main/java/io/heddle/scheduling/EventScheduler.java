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
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Runs events in the order of their time, then of their priority, then in which they were
 * entered, in whatever thread calls {@link #run()}; it has none of its own. This is what
 * Python's {@code sched} does. Time may be given, so that a test runs a day in a
 * millisecond. Thread-safe; actions may enter and cancel other events. What an action
 * throws goes to the caller of {@code run}, and the other events stay.
 * <p>
 * A million events may be pending: to enter and to cancel one then costs no more than if
 * there were a few.
 */
public final class EventScheduler {

	private final EventClock clock;

	private final EventLine line;

	private final @Nullable Sleeper sleeper;

	/**
	 * Create a scheduler whose clock shows the time of the system now, and never jumps
	 * from then on: it goes as evenly as {@link System#nanoTime()}.
	 */
	public EventScheduler() {
		this(new EventClock(null), new EventLine(Long.MAX_VALUE), null);
	}

	/**
	 * Create a scheduler with a clock that goes at the pace of real time but may jump, as
	 * that of the system does when somebody sets it. Events follow within a second.
	 * @param clock the clock
	 */
	public EventScheduler(InstantSource clock) {
		this(given(clock), new EventLine(Duration.ofSeconds(1).toNanos()), null);
	}

	/**
	 * Create a scheduler with a time of its own. While the sleeper waits, an event that
	 * another thread enters does not wake it.
	 * @param clock the clock
	 * @param sleeper lets time pass on that clock
	 */
	public EventScheduler(InstantSource clock, Sleeper sleeper) {
		this(given(clock), new EventLine(0), Objects.requireNonNull(sleeper, "'sleeper' must not be null"));
	}

	EventScheduler(EventClock clock, EventLine line, @Nullable Sleeper sleeper) {
		this.clock = clock;
		this.line = line;
		this.sleeper = sleeper;
	}

	private static EventClock given(InstantSource clock) {
		return new EventClock(Objects.requireNonNull(clock, "'clock' must not be null"));
	}

	/**
	 * Enter an event that is due some time from now.
	 * @param delay how long from now; an event with a negative one comes before those
	 * that are due now
	 * @param priority the priority among events of the same time; the least number comes
	 * first
	 * @param action what to run
	 * @return the event, to cancel it
	 */
	public ScheduledEvent enter(Duration delay, int priority, Runnable action) {
		Objects.requireNonNull(delay, "'delay' must not be null");
		Objects.requireNonNull(action, "'action' must not be null");
		EventTime now = this.clock.now();
		return this.line.add(EventClock.after(now, delay), priority, action, now);
	}

	/**
	 * Enter an event that is due at some time.
	 * @param time the time; it may be in the past
	 * @param priority the priority among events of the same time; the least number comes
	 * first
	 * @param action what to run
	 * @return the event, to cancel it
	 */
	public ScheduledEvent enterAt(Instant time, int priority, Runnable action) {
		Objects.requireNonNull(time, "'time' must not be null");
		Objects.requireNonNull(action, "'action' must not be null");
		return this.line.add(EventTime.of(time), priority, action, this.clock.now());
	}

	/**
	 * Remove an event.
	 * @param event the event
	 * @throws IllegalArgumentException if it is not in the queue of this scheduler: its
	 * action has begun to run, it was cancelled before, or it was entered elsewhere
	 */
	public void cancel(ScheduledEvent event) {
		if (!this.line.remove(event)) {
			throw new IllegalArgumentException(event + " is not in the queue: its action has begun to run, "
					+ "it was cancelled before, or it was entered into another scheduler");
		}
	}

	/**
	 * Return whether no events are pending. The one whose action is running is not.
	 * @return whether the queue is empty
	 */
	public boolean isEmpty() {
		return this.line.size() == 0;
	}

	/**
	 * Return the pending event that runs next.
	 * @return the event, or {@code null} if there is none
	 */
	public @Nullable ScheduledEvent peek() {
		return this.line.peek(this.clock.now());
	}

	/**
	 * Return the pending events in the order in which they will run.
	 * @return a copy of the queue
	 */
	public List<ScheduledEvent> queue() {
		return this.line.events();
	}

	/**
	 * Run the events, waiting for each until it is due, until none are pending.
	 * @throws InterruptedException if the thread is interrupted before or while waiting,
	 * or between two events; the pending ones stay
	 */
	public void run() throws InterruptedException {
		run(true);
	}

	/**
	 * Run the events that are due, with those that become due meanwhile.
	 * @param blocking whether to wait for the others until none are pending
	 * @return how long it is until the next event is due, or {@code null} if none is
	 * pending
	 * @throws InterruptedException if the thread is interrupted before or while waiting,
	 * or between two events; the pending ones stay
	 */
	public @Nullable Duration run(boolean blocking) throws InterruptedException {
		while (!Thread.interrupted()) {
			EventTime now = this.clock.now();
			ScheduledEvent event = this.line.next(now, blocking && this.sleeper == null);
			if (event == null) {
				return null;
			}
			if (event.isDue(now)) {
				event.action().run();
			}
			else if (!blocking) {
				return event.delay(now);
			}
			else if (this.sleeper != null) {
				this.sleeper.sleep(event.delay(now));
			}
		}
		throw new InterruptedException();
	}

	@Override
	public String toString() {
		return "EventScheduler [" + this.line.size() + " pending]";
	}

}
