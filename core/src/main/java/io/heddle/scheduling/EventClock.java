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

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

/**
 * The clock of a scheduler: a given one, or one that shows the time of the system at its
 * creation, and from then on goes as evenly as {@link System#nanoTime()}.
 */
final class EventClock {

	/** A century or so can be added to times without looking. **/
	private static final long FEW_SECONDS = 3_000_000_000L;

	private static final long SECOND = 1_000_000_000;

	private final @Nullable InstantSource source;

	private final long offset = EventTime.of(Instant.now()).nanos() - System.nanoTime();

	EventClock(@Nullable InstantSource source) {
		this.source = source;
	}

	EventTime now() {
		return (this.source != null) ? EventTime.of(this.source.instant())
				: new EventTime(System.nanoTime() + this.offset, null);
	}

	/**
	 * Return the time some time after another, or the last or first there is.
	 */
	static EventTime after(EventTime time, Duration delay) {
		long seconds = delay.getSeconds();
		if (seconds < FEW_SECONDS && seconds > -FEW_SECONDS && isNear(time.nanos())) {
			return new EventTime(time.nanos() + seconds * SECOND + delay.getNano(), null);
		}
		try {
			return EventTime.of(time.instant().plus(delay));
		}
		catch (DateTimeException | ArithmeticException ex) {
			return EventTime.of(delay.isNegative() ? Instant.MIN : Instant.MAX);
		}
	}

	private static boolean isNear(long nanos) {
		return nanos < 2 * FEW_SECONDS * SECOND && nanos > -2 * FEW_SECONDS * SECOND;
	}

}
