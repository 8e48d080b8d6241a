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
 * How long a thread that waits for a result polls before it sleeps: not at all unless
 * results have come quickly of late. Races are harmless, so there is no lock.
 */
final class SpinBudget {

	private static final long WORTHWHILE = TimeUnit.MICROSECONDS.toNanos(200);

	private final long limit;

	private volatile long average = WORTHWHILE;

	/**
	 * Create a budget.
	 * @param limit how long to poll at most, in nanoseconds
	 */
	SpinBudget(long limit) {
		this.limit = (Runtime.getRuntime().availableProcessors() > 1) ? limit : 0;
	}

	long nanos() {
		return (this.average < WORTHWHILE) ? this.limit : 0;
	}

	/**
	 * Note how long a result took.
	 * @param nanos how long
	 */
	void waited(long nanos) {
		long average = this.average;
		this.average = average + (Math.min(nanos, 4 * WORTHWHILE) - average) / 8;
	}

}
