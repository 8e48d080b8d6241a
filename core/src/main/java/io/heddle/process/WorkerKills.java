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

import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills workers, with what they have started, where they do not do in time what they were
 * told. Thread-safe.
 */
final class WorkerKills {

	private static final Logger logger = LoggerFactory.getLogger(ProcessPool.class);

	private final FleetSettings settings;

	private final FleetLock lock;

	private final Keeper keeper;

	WorkerKills(FleetSettings settings, FleetLock lock, Keeper keeper) {
		this.settings = settings;
		this.lock = lock;
		this.keeper = keeper;
	}

	void kill(WorkerLink link) {
		if (!link.lost) {
			this.keeper.run(() -> link.connection().descendants().kill());
		}
	}

	/**
	 * Kill a worker unless it has ended within the kill-grace.
	 * @param link the worker
	 */
	void killAfterGrace(WorkerLink link) {
		this.keeper.after(this.settings.killGrace(), () -> kill(link));
	}

	/**
	 * Kill a worker unless it has ended a task within the kill-grace.
	 * @param link the worker
	 * @param task the task, which the worker runs
	 */
	void killUnlessEnded(WorkerLink link, PoolTask task) {
		// now, for an ended future does not know its task any more
		String what = "it did not end task '" + task.task().label() + "'";
		killUnless(link, () -> link.head() != task, what);
	}

	/**
	 * Kill a worker that has begun to end unless it has ended within the kill-grace.
	 * @param link the worker
	 */
	void killUnlessLost(WorkerLink link) {
		killUnless(link, () -> false, "it did not end");
	}

	private void killUnless(WorkerLink link, BooleanSupplier spared, String what) {
		this.keeper.after(this.settings.killGrace(), () -> {
			if (blame(link, spared, what)) {
				logger.warn("Worker {} of process pool '{}' is killed: {}", link.pid(), this.settings.name(),
						link.killReason);
				kill(link);
			}
		});
	}

	private boolean blame(WorkerLink link, BooleanSupplier spared, String what) {
		this.lock.lock();
		try {
			if (link.lost || spared.getAsBoolean()) {
				return false;
			}
			link.killReason = what + " within its kill-grace of " + this.settings.killGrace();
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

}
