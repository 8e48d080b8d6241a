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
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.TaskScheduler;

/**
 * The scheduler that runs a task.
 *
 * @param name the name of its bean
 * @param scheduler the scheduler
 */
record TargetScheduler(String name, TaskScheduler scheduler) {

	/** The name of one that is no bean. **/
	static final String LOCAL = "local";

	/**
	 * Return the moment after some time.
	 * @param delay the time, or {@code null} for none
	 * @return the moment by the clock of this scheduler
	 */
	Instant after(@Nullable Duration delay) {
		Instant now = this.scheduler.getClock().instant();
		return (delay != null) ? now.plus(delay) : now;
	}

}
