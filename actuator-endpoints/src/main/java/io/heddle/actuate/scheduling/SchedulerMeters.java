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

package io.heddle.actuate.scheduling;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;

import io.heddle.actuate.named.RecentSnapshot;
import io.heddle.actuate.named.SnapshotMeters;

/**
 * The meters of the tasks of one scheduler.
 */
class SchedulerMeters extends SnapshotMeters<SchedulerTotals> {

	SchedulerMeters(MeterRegistry registry, String name, RecentSnapshot<SchedulerTotals> snapshot) {
		super(registry, name, snapshot);
	}

	void register() {
		gauge("scheduler.tasks", "The number of scheduled tasks", BaseUnits.TASKS, SchedulerTotals::count);
		gauge("scheduler.tasks.paused", "The number of tasks that are paused", BaseUnits.TASKS,
				SchedulerTotals::paused);
		gauge("scheduler.tasks.failing", "The number of tasks that have failed too often in a row", BaseUnits.TASKS,
				SchedulerTotals::failing);
		gauge("scheduler.tasks.overdue", "The number of tasks that should have run long ago", BaseUnits.TASKS,
				SchedulerTotals::overdue);
		gauge("scheduler.tasks.stuck", "The number of tasks that run longer than the stuck limit", BaseUnits.TASKS,
				SchedulerTotals::stuck);
		timer("scheduler.runs", "The time that tasks ran", SchedulerTotals::runs, SchedulerTotals::runTime);
		counter("scheduler.failures", "The number of runs that ended with an exception", "runs",
				SchedulerTotals::failures);
		counter("scheduler.skipped", "The number of times that a task was due but paused or running", "runs",
				SchedulerTotals::skipped);
	}

}
