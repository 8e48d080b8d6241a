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

/**
 * Gets workers when tasks wait for them: spare ones first, which are replaced. Workers
 * that have died are replaced too, and an eager pool always has all of its workers.
 * Guarded by the lock of the fleet.
 */
final class Staffing {

	/**
	 * How long a spare worker that was taken is not replaced: the start of a JVM takes
	 * processor time, and the first task is waited for.
	 */
	static final Duration PAUSE = Duration.ofMillis(100);

	private final Roster roster;

	private final FleetStarts starts;

	private final FleetEnd end;

	private final int spares;

	private final boolean eager;

	Staffing(Roster roster, FleetStarts starts, FleetEnd end, FleetSettings settings) {
		this.roster = roster;
		this.starts = starts;
		this.end = end;
		this.spares = settings.spares();
		this.eager = settings.eager();
	}

	private boolean mayGrow() {
		return this.roster.live() + this.starts.starting() < this.roster.size() && !this.starts.isCancelled();
	}

	/**
	 * Get one more worker, if there may be more. A spare one is idle at once.
	 * @param after what is left to do
	 * @return whether there is an idle one now
	 */
	boolean grow(Afterwards after) {
		if (!mayGrow()) {
			return false;
		}
		if (this.roster.employSpare()) {
			replenish(PAUSE, after);
			return true;
		}
		this.starts.begin(false, Duration.ZERO, after);
		return false;
	}

	/**
	 * Get workers for tasks that wait, as far as there may be more.
	 * @param waiting how many tasks wait
	 * @param after what is left to do
	 * @return whether there is an idle one now
	 */
	boolean growFor(int waiting, Afterwards after) {
		boolean employed = false;
		for (int i = this.starts.starting(); i < waiting && mayGrow(); i++) {
			employed |= grow(after);
		}
		return employed;
	}

	/**
	 * Get a worker for one that has died, though no task may wait for it.
	 * @param after what is left to do
	 */
	void replace(Afterwards after) {
		if (mayRefill()) {
			grow(after);
		}
	}

	/**
	 * Start the workers that the pool is to have without tasks: all of an eager one, and
	 * the spare ones.
	 * @param after what is left to do
	 */
	void refill(Afterwards after) {
		while (this.eager && mayRefill() && mayGrow()) {
			grow(after);
		}
		replenish(Duration.ZERO, after);
	}

	private void replenish(Duration pause, Afterwards after) {
		while (this.roster.spareCount() + this.starts.startingSpares() < this.spares && mayRefill()) {
			this.starts.begin(true, pause, after);
		}
	}

	/**
	 * Return whether workers are started without tasks: not for a pool that ends, nor for
	 * one that is broken, which tries by itself.
	 */
	private boolean mayRefill() {
		return !this.end.isShutDown() && !this.starts.isCancelled() && !this.starts.isBroken();
	}

}
