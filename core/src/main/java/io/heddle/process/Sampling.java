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
import java.util.List;

/**
 * Looks at the workers each second: at what they have started, in order to find it after
 * their death, and whether they are too old or too large. Takes the lock of the fleet.
 */
final class Sampling {

	private static final Duration INTERVAL = Duration.ofSeconds(1);

	private final Recycling recycling;

	private final FleetLock lock;

	private final Keeper keeper;

	private final Roster roster;

	private final Retirement retirement;

	private final Staffing staffing;

	private final Dispatcher dispatcher;

	private boolean started;

	Sampling(Recycling recycling, FleetLock lock, Keeper keeper, Roster roster, Retirement retirement,
			Staffing staffing, Dispatcher dispatcher) {
		this.recycling = recycling;
		this.lock = lock;
		this.keeper = keeper;
		this.roster = roster;
		this.retirement = retirement;
		this.staffing = staffing;
		this.dispatcher = dispatcher;
	}

	/**
	 * Begin with the first worker. Called with the lock.
	 */
	void start() {
		if (!this.started) {
			this.started = true;
			this.keeper.every(INTERVAL, this::sample);
		}
	}

	private void sample() {
		List<WorkerLink> links;
		List<WorkerLink> busy;
		this.lock.lock();
		try {
			links = this.roster.copy();
			busy = links.stream().filter((link) -> link.head() != null).toList();
		}
		finally {
			this.lock.unlock();
		}
		busy.forEach((link) -> link.connection().descendants().sample());
		links.forEach(this::recycle);
	}

	private void recycle(WorkerLink link) {
		String reason = this.recycling.reasonBySample(link, System.nanoTime());
		if (reason != null) {
			this.lock.change((after) -> {
				this.retirement.retire(link, reason, after);
				this.staffing.refill(after);
				this.dispatcher.dispatch(after);
			});
		}
	}

}
