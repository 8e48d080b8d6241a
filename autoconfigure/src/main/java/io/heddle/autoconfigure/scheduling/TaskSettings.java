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

package io.heddle.autoconfigure.scheduling;

import org.jspecify.annotations.Nullable;

import io.heddle.scheduling.TaskSchedule;

/**
 * What is configured for a task.
 *
 * @param schedule what replaces the schedule of its code, or {@code null} for nothing
 * @param paused whether it skips its runs
 */
record TaskSettings(@Nullable TaskSchedule schedule, boolean paused) {

	static final TaskSettings NONE = new TaskSettings(null, false);

	/**
	 * Return the settings of valid properties.
	 * @param task the properties
	 * @return the settings
	 */
	static TaskSettings of(SchedulerProperties.Task task) {
		return new TaskSettings(schedule(task), Boolean.TRUE.equals(task.getPaused()));
	}

	private static @Nullable TaskSchedule schedule(SchedulerProperties.Task task) {
		if (task.getCron() != null) {
			return TaskSchedule.cron(task.getCron());
		}
		if (task.getFixedRate() != null) {
			return TaskSchedule.fixedRate(task.getFixedRate());
		}
		return (task.getFixedDelay() != null) ? TaskSchedule.fixedDelay(task.getFixedDelay()) : null;
	}

}
