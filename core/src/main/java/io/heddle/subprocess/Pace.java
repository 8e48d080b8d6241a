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

package io.heddle.subprocess;

import java.util.concurrent.TimeUnit;

/**
 * How soon to look at a process again: at once while it writes, and the later the longer
 * it is quiet. Used by one thread at a time, but for its reset.
 */
final class Pace {

	private static final int SPINS = 20;

	private static final long SHORTEST = TimeUnit.MICROSECONDS.toNanos(50);

	private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(1);

	private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(10);

	private int spins = SPINS;

	private volatile long interval = FIRST;

	/**
	 * Return how long to wait.
	 * @param moved whether something was written since it was looked at last
	 * @return the nanoseconds, 0 for not at all
	 */
	long next(boolean moved) {
		if (moved) {
			this.spins = 0;
			this.interval = SHORTEST;
			return 0;
		}
		if (this.spins < SPINS) {
			this.spins++;
			return 0;
		}
		long interval = this.interval;
		this.interval = Math.min(LONGEST, 2 * interval);
		return interval;
	}

	/**
	 * Return when to look next. Those that are quiet are looked at together, for each
	 * pause costs a wake-up.
	 * @param now the present time
	 * @param moved whether something was written since it was looked at last
	 * @return the time
	 */
	long nextTime(long now, boolean moved) {
		long pause = next(moved);
		long time = now + pause;
		return (pause >= FIRST) ? time - Math.floorMod(time, FIRST) : time;
	}

	/**
	 * Note that something is expected soon.
	 */
	void reset() {
		this.interval = SHORTEST;
	}

}
