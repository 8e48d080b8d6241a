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

package io.heddle.housekeeping;

import java.time.Duration;

import org.springframework.stereotype.Service;

import io.heddle.scheduling.ScheduledTaskHandle;
import io.heddle.scheduling.ScheduledTasks;
import io.heddle.scheduling.TaskSchedule;

// tag::desk[]
@Service
public class ChoreDesk {

	private final ScheduledTasks tasks;

	ChoreDesk(ScheduledTasks tasks) {
		this.tasks = tasks;
	}

	public void purgeNow() {
		this.tasks.get("purge").trigger();
	}

	public void reportEvery(Duration period) {
		ScheduledTaskHandle report = this.tasks.get("io.heddle.housekeeping.Chores.report");
		report.reschedule(TaskSchedule.fixedRate(period));
	}

}
// end::desk[]
