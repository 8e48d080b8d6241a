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

import org.jspecify.annotations.Nullable;

/**
 * How fast workers are started: at the pace that the restart budget allows, and not at
 * all for a while when none comes up. Guarded by the lock of the fleet.
 */
final class StartPace {

	private final RestartBudget budget;

	private final RestartWindow window;

	/** How many have died that were not replaced yet. **/
	private int missing;

	private long restarts;

	private @Nullable Throwable brokenBy;

	StartPace(RestartBudget budget) {
		this.budget = budget;
		this.window = new RestartWindow(budget);
	}

	long restarts() {
		return this.restarts;
	}

	void died() {
		this.missing++;
		this.window.died(System.nanoTime());
	}

	/**
	 * Note that a worker is started now.
	 * @return how long it has to wait
	 */
	Duration next() {
		if (this.missing > 0) {
			this.missing--;
			this.restarts++;
		}
		return this.window.delay(System.nanoTime());
	}

	/**
	 * Note that a worker has come up.
	 * @return whether that heals the pool
	 */
	boolean started() {
		this.window.started();
		boolean healed = this.brokenBy != null;
		this.brokenBy = null;
		return healed;
	}

	/**
	 * Note that a worker did not come up.
	 * @param cause why
	 * @return whether that breaks the pool
	 */
	boolean failed(Throwable cause) {
		if (!this.window.startFailed()) {
			return false;
		}
		this.brokenBy = cause;
		return true;
	}

	boolean isBroken() {
		return this.brokenBy != null;
	}

	@Nullable String brokenReason() {
		if (this.brokenBy != null) {
			return this.brokenBy.getMessage();
		}
		return (this.window.isExceeded(System.nanoTime())) ? "more than " + this.budget.max() + " workers died within "
				+ this.budget.within() + "; starts are delayed" : null;
	}

}
