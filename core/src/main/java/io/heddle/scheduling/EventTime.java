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

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A time as one number, which is compared and reckoned with in no time.
 *
 * @param nanos the nanoseconds since 1970; the greatest number is for all times after the
 * year 2262, and the least for all before 1677
 * @param exact the time, if it is one of these
 */
record EventTime(long nanos, @Nullable Instant exact) implements Comparable<EventTime> {

	private static final long SECOND = 1_000_000_000;

	private static final long MOST_SECONDS = Long.MAX_VALUE / SECOND - 1;

	static EventTime of(Instant instant) {
		long seconds = instant.getEpochSecond();
		if (seconds > MOST_SECONDS) {
			return new EventTime(Long.MAX_VALUE, instant);
		}
		if (seconds < -MOST_SECONDS) {
			return new EventTime(Long.MIN_VALUE, instant);
		}
		return new EventTime(seconds * SECOND + instant.getNano(), null);
	}

	Instant instant() {
		return (this.exact != null) ? this.exact
				: Instant.ofEpochSecond(Math.floorDiv(this.nanos, SECOND), Math.floorMod(this.nanos, SECOND));
	}

	@Override
	public int compareTo(EventTime other) {
		return (this.exact != null && other.exact != null) ? this.exact.compareTo(other.exact)
				: Long.compare(this.nanos, other.nanos);
	}

}
