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

import org.jspecify.annotations.Nullable;

/**
 * The clock by which Spring's registrar reckons the first run of a task. Remembers, for
 * the thread that asked, what it said last, so that the delay that the registrar has
 * added to it is known exactly.
 */
final class RegistrarClock extends Clock {

	/** What was said longer ago has nothing to do with a task that is scheduled now. **/
	private static final Duration RECENT = Duration.ofSeconds(10);

	private final Clock clock;

	private final ThreadLocal<@Nullable Instant> said = new ThreadLocal<>();

	RegistrarClock(Clock clock) {
		this.clock = clock;
	}

	@Override
	public ZoneId getZone() {
		return this.clock.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this.clock.withZone(zone);
	}

	@Override
	public Instant instant() {
		Instant now = this.clock.instant();
		this.said.set(now);
		return now;
	}

	/**
	 * Return the delay of a task whose first run was reckoned by this clock just now.
	 * @param moment the moment of its first run
	 * @return the delay
	 */
	Duration delayUntil(Instant moment) {
		Instant said = this.said.get();
		this.said.remove();
		Instant now = this.clock.instant();
		boolean recent = said != null && Duration.between(said, now).abs().compareTo(RECENT) < 0;
		return Duration.between(recent ? said : now, moment);
	}

	/**
	 * Return whether another clock shows the same time, but for the zone.
	 * @param other the other clock
	 * @return whether it does
	 */
	boolean agreesWith(Clock other) {
		return this.clock.equals(other) || (isSystem(this.clock) && isSystem(other));
	}

	private static boolean isSystem(Clock clock) {
		return clock.getClass() == Clock.systemUTC().getClass();
	}

}
