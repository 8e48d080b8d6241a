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

package io.heddle.process;

import java.util.concurrent.TimeUnit;

/**
 * How many tasks a worker may have at once: one, and of short ones as many more as take
 * no longer than the way to the worker and back. Not thread-safe.
 */
final class Window {

	private static final long AHEAD = TimeUnit.MICROSECONDS.toNanos(200);

	private static final int MAX_AHEAD = 32;

	/** Of the run times, in nanoseconds; 0 if there is none yet. **/
	private long average;

	Window() {
	}

	Window(long average) {
		this.average = average;
	}

	long average() {
		return this.average;
	}

	/**
	 * Note how long a task ran. A long one counts at once, short ones bit by bit.
	 * @param nanos how long
	 */
	void ran(long nanos) {
		long average = this.average;
		if (average == 0 || nanos > 8 * average) {
			average = nanos;
		}
		else {
			// far shorter than before: the first tasks of a JVM are slow
			average += (nanos - average) / ((nanos < average / 8) ? 2 : 8);
		}
		this.average = Math.max(1, average);
	}

	int size() {
		return (this.average == 0) ? 1 : 1 + (int) Math.min(MAX_AHEAD, AHEAD / this.average);
	}

}
