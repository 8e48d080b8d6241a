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

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts the deaths of workers against the budget, and says how long the next start has
 * to wait. Not thread-safe.
 */
final class RestartWindow {

	private final RestartBudget budget;

	private final Deque<Long> deaths = new ArrayDeque<>();

	private int failedStarts;

	/** How many starts in a row had to wait. **/
	private int delays;

	RestartWindow(RestartBudget budget) {
		this.budget = budget;
	}

	/**
	 * Note that a worker has died.
	 * @param now the present time in nanoseconds
	 */
	void died(long now) {
		this.deaths.add(now);
		forgetBefore(now);
		this.delays = isExceeded(now) ? this.delays + 1 : 0;
	}

	/**
	 * Note that a worker did not come up.
	 * @return whether that has happened so often in a row that none can be started
	 */
	boolean startFailed() {
		this.failedStarts++;
		return this.failedStarts >= this.budget.max();
	}

	void started() {
		this.failedStarts = 0;
	}

	/**
	 * Return whether more workers have died of late than allowed.
	 * @param now the present time in nanoseconds
	 * @return whether starts are delayed
	 */
	boolean isExceeded(long now) {
		forgetBefore(now);
		return this.deaths.size() > this.budget.max();
	}

	private void forgetBefore(long now) {
		long within = this.budget.within().toNanos();
		while (!this.deaths.isEmpty() && now - this.deaths.peek() > within) {
			this.deaths.poll();
		}
	}

	/**
	 * Return how long the next start has to wait: twice as long each time, up to the pace
	 * that the budget allows for ever; while none comes up at all, up to the window.
	 * @param now the present time in nanoseconds
	 * @return the delay
	 */
	Duration delay(long now) {
		int steps = Math.max(this.failedStarts, isExceeded(now) ? this.delays : 0);
		if (steps == 0) {
			return Duration.ZERO;
		}
		Duration longest = (this.failedStarts > 0) ? this.budget.within()
				: this.budget.within().dividedBy(this.budget.max());
		Duration delay = this.budget.backoff().multipliedBy(1L << Math.min(steps - 1, 20));
		return (delay.compareTo(longest) < 0) ? delay : longest;
	}

}
