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

import java.io.IOException;
import java.util.function.Function;

/**
 * Takes on workers that are ready, and goes on where one did not come up. Guarded by the
 * lock of the fleet.
 */
final class Arrivals implements FleetStarts.Outcome {

	private final FleetReader reader;

	private final Roster roster;

	private final Backlog backlog;

	private final Retirement retirement;

	private final Staffing staffing;

	private final Dispatcher dispatcher;

	private final LostWorkers losses;

	private final WorkerDeaths deaths;

	private final Sampling sampling;

	private final Function<WorkerConnection, WorkerLink> links;

	Arrivals(FleetReader reader, Roster roster, Backlog backlog, Retirement retirement, Staffing staffing,
			Dispatcher dispatcher, LostWorkers losses, WorkerDeaths deaths, Sampling sampling,
			Function<WorkerConnection, WorkerLink> links) {
		this.reader = reader;
		this.roster = roster;
		this.backlog = backlog;
		this.retirement = retirement;
		this.staffing = staffing;
		this.dispatcher = dispatcher;
		this.losses = losses;
		this.deaths = deaths;
		this.sampling = sampling;
		this.links = links;
	}

	@Override
	public void ready(WorkerConnection connection, boolean spare, Afterwards after) {
		WorkerLink link = this.links.apply(connection);
		this.backlog.tasks().add(link.runner());
		this.roster.add(link, spare);
		this.sampling.start();
		try {
			this.reader.add(link);
			// the pool may have become smaller meanwhile
			this.retirement.retireSurplus(after);
			this.staffing.refill(after);
			this.dispatcher.dispatch(after);
		}
		catch (IOException ex) {
			after.add(() -> this.losses.lost(link, null));
		}
	}

	@Override
	public void tooLate(WorkerConnection connection, Afterwards after) {
		this.deaths.dismiss(connection, after);
	}

	@Override
	public void notReady(Afterwards after) {
		this.staffing.refill(after);
		this.dispatcher.dispatch(after);
	}

}
