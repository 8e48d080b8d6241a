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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

import io.heddle.scheduling.EventScheduler;
import io.heddle.scheduling.Sleeper;

/**
 * A clock that stands still until it is advanced. To advance it runs whatever is due
 * until then in the calling thread, each at its time and one after the other: the events
 * of its {@linkplain #eventScheduler() event schedulers} and the tasks of each
 * {@link VirtualTaskScheduler}.
 * <p>
 * Something that runs may itself advance the clock, and so take its time. What becomes
 * due meanwhile runs after it. Thread-safe; while one thread advances the clock, others
 * that want to do so wait.
 */
public final class VirtualClock extends Clock implements Sleeper {

	private final TimeLine timeLine;

	private final ZoneId zone;

	private VirtualClock(TimeLine timeLine, ZoneId zone) {
		this.timeLine = timeLine;
		this.zone = Objects.requireNonNull(zone, "'zone' must not be null");
	}

	/**
	 * Return a clock in the zone UTC.
	 * @param start the time that it shows
	 * @return the clock
	 */
	public static VirtualClock at(Instant start) {
		return at(start, ZoneOffset.UTC);
	}

	/**
	 * Return a clock.
	 * @param start the time that it shows
	 * @param zone its zone, in which cron expressions without a zone are read
	 * @return the clock
	 */
	public static VirtualClock at(Instant start, ZoneId zone) {
		return new VirtualClock(new TimeLine(Objects.requireNonNull(start, "'start' must not be null")), zone);
	}

	@Override
	public Instant instant() {
		return this.timeLine.now();
	}

	@Override
	public ZoneId getZone() {
		return this.zone;
	}

	/**
	 * Return this clock in another zone: to advance one advances both.
	 * @param zone the zone
	 * @return the clock
	 */
	@Override
	public VirtualClock withZone(ZoneId zone) {
		return new VirtualClock(this.timeLine, zone);
	}

	/**
	 * Let time pass and run what is due until then. Nothing but what is due now runs if
	 * the duration is zero.
	 * @param duration how long
	 * @throws IllegalArgumentException if the duration is negative
	 * @throws IllegalStateException if the thread is interrupted
	 */
	public void advance(Duration duration) {
		if (duration.isNegative()) {
			throw new IllegalArgumentException("'duration' must not be negative but is " + duration
					+ "; to set the clock back, jump to an earlier time");
		}
		this.timeLine.advance(duration);
	}

	/**
	 * Let time pass and run what is due until then, as {@link #advance} does.
	 * @param time the time to be shown then
	 * @throws IllegalArgumentException if the time is in the past
	 * @throws IllegalStateException if the thread is interrupted
	 */
	public void advanceTo(Instant time) {
		if (time.isBefore(instant())) {
			throw new IllegalArgumentException("'time' must not be before " + instant() + " but is " + time
					+ "; to set the clock back, jump to it");
		}
		this.timeLine.advanceTo(time);
	}

	/**
	 * Show another time without running anything, as the clock of a machine does when
	 * somebody sets it. The tasks of schedulers wait as long as before, for the delays of
	 * the JDK do not depend on the clock; the events of an {@link #eventScheduler()} go
	 * by the new time. If something that runs does so, the rest of an {@link #advance}
	 * stays as long as it was.
	 * @param time the time, which may be in the past
	 */
	public void jumpTo(Instant time) {
		this.timeLine.jumpTo(time);
	}

	/**
	 * Let time pass, as {@link #advance} does, for an {@link EventScheduler} whose events
	 * are not run by this clock.
	 * @param duration how long
	 */
	@Override
	public void sleep(Duration duration) {
		advance(duration);
	}

	/**
	 * Return a new event scheduler, whose events run when this clock is advanced. What an
	 * action throws goes to who advances the clock; the other events stay.
	 * @return the event scheduler
	 */
	public EventScheduler eventScheduler() {
		return this.timeLine.add(new EventScheduler(this, this));
	}

	TimeLine timeLine() {
		return this.timeLine;
	}

	@Override
	public String toString() {
		return "VirtualClock[" + instant() + "," + this.zone + "]";
	}

}
