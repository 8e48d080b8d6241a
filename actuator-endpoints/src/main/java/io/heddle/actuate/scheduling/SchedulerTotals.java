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

import java.time.Duration;
import java.util.List;

import io.heddle.scheduling.PastRuns;
import io.heddle.scheduling.ScheduledTaskHandle;
import io.heddle.scheduling.ScheduledTaskSnapshot;

/**
 * What the tasks of one scheduler have done together.
 *
 * @param tasks the tasks
 * @param past what tasks have done that are no longer listed
 */
record SchedulerTotals(List<ScheduledTaskSnapshot> tasks, PastRuns past) {

	static SchedulerTotals of(List<ScheduledTaskHandle> tasks, PastRuns past) {
		return new SchedulerTotals(tasks.stream().map(ScheduledTaskHandle::snapshot).toList(), past);
	}

	long count() {
		return this.tasks.stream().filter((task) -> !task.cancelled()).count();
	}

	long paused() {
		return this.tasks.stream().filter((task) -> task.paused() && !task.cancelled()).count();
	}

	long failing() {
		return this.tasks.stream().filter((task) -> task.failing() && !task.cancelled()).count();
	}

	long overdue() {
		return this.tasks.stream().filter(ScheduledTaskSnapshot::overdue).count();
	}

	long stuck() {
		return this.tasks.stream().filter((task) -> task.stuck() > 0).count();
	}

	long runs() {
		return this.past.runs() + this.tasks.stream().mapToLong(ScheduledTaskSnapshot::runs).sum();
	}

	Duration runTime() {
		return this.tasks.stream().map(ScheduledTaskSnapshot::runTime).reduce(this.past.runTime(), Duration::plus);
	}

	long failures() {
		return this.past.failures() + this.tasks.stream().mapToLong(ScheduledTaskSnapshot::failures).sum();
	}

	long skipped() {
		return this.past.skipped() + this.tasks.stream().mapToLong(ScheduledTaskSnapshot::skipped).sum();
	}

}
