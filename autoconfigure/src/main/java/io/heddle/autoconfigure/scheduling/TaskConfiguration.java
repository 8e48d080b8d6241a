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

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

import io.heddle.scheduling.ScheduleLimits;

/**
 * What is configured for the tasks of all schedulers.
 *
 * @param schedulers the entries by the names of the schedulers
 * @param defaults the limits of schedulers without an entry
 */
record TaskConfiguration(Map<String, SchedulerSettings> schedulers, ScheduleLimits defaults) {

	static TaskConfiguration of(Environment environment) {
		SchedulerPropertiesBinder binder = new SchedulerPropertiesBinder(environment);
		return new TaskConfiguration(binder.bind(), binder.bindDefaults().limits());
	}

	TaskSettings task(String scheduler, String id) {
		SchedulerSettings settings = this.schedulers.get(scheduler);
		return (settings != null) ? settings.tasks().getOrDefault(id, TaskSettings.NONE) : TaskSettings.NONE;
	}

	ScheduleLimits limits(String scheduler) {
		SchedulerSettings settings = this.schedulers.get(scheduler);
		return (settings != null) ? settings.limits() : this.defaults;
	}

	/**
	 * Return the shortest time that a limit allows.
	 * @return the time, or {@code null} if there is no limit
	 */
	@Nullable Duration shortestLimit() {
		Duration shortest = shorter(this.defaults, null);
		for (SchedulerSettings settings : this.schedulers.values()) {
			shortest = shorter(settings.limits(), shortest);
		}
		return shortest;
	}

	private static @Nullable Duration shorter(ScheduleLimits limits, @Nullable Duration other) {
		return shorter(limits.stuckAfter(), shorter(limits.overdueAfter(), other));
	}

	private static @Nullable Duration shorter(@Nullable Duration one, @Nullable Duration other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return (one.compareTo(other) < 0) ? one : other;
	}

}
