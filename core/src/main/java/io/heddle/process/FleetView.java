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

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.HostedTask;

/**
 * Shows what a fleet does. Takes the lock of the fleet.
 */
final class FleetView {

	private final FleetLock lock;

	private final Roster roster;

	private final Backlog backlog;

	private final FleetStarts starts;

	private final Retirement retirement;

	private final WorkerDeaths deaths;

	private final Readings readings;

	FleetView(FleetLock lock, Roster roster, Backlog backlog, FleetStarts starts, Retirement retirement,
			WorkerDeaths deaths, Readings readings) {
		this.lock = lock;
		this.roster = roster;
		this.backlog = backlog;
		this.starts = starts;
		this.retirement = retirement;
		this.deaths = deaths;
		this.readings = readings;
	}

	/**
	 * Return the tasks that were taken from the queue and are not finished.
	 */
	List<HostedTask> held() {
		List<HostedTask> held = new ArrayList<>();
		this.lock.lock();
		try {
			this.readings.tasks().forEach((task) -> held.add(task.task()));
			this.backlog.examined().forEach((task) -> held.add(task.task()));
			for (WorkerLink link : this.roster.links()) {
				link.inFlight().forEach((task) -> held.add(task.task()));
			}
			this.backlog.returned().forEach((task) -> held.add(task.task()));
			return held;
		}
		finally {
			this.lock.unlock();
		}
	}

	@Nullable WorkerLink find(long pid) {
		this.lock.lock();
		try {
			return this.roster.find(pid);
		}
		finally {
			this.lock.unlock();
		}
	}

	FleetSnapshot snapshot() {
		this.lock.lock();
		try {
			int idle = this.roster.idleCount();
			return new FleetSnapshot(this.roster.size(), idle, this.roster.live() - idle,
					this.starts.starting() + this.starts.startingSpares(), this.roster.spareCount(),
					this.deaths.crashed(), this.deaths.retried(), this.starts.restarts(), this.retirement.counts(),
					this.roster.links().stream().map(FleetSnapshot.Worker::of).toList(), this.starts.brokenReason());
		}
		finally {
			this.lock.unlock();
		}
	}

}
