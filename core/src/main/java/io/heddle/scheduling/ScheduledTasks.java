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

package io.heddle.scheduling;

import java.util.List;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

/**
 * The scheduled tasks of an application. Thread-safe.
 */
public interface ScheduledTasks {

	/**
	 * Return all tasks.
	 * @return the tasks in the order of their registration
	 */
	List<ScheduledTaskHandle> all();

	/**
	 * Return what those tasks of a scheduler have done that are no longer listed.
	 * @param scheduler the name of the scheduler
	 * @return their runs
	 */
	default PastRuns past(String scheduler) {
		return PastRuns.NONE;
	}

	/**
	 * Find a task.
	 * @param id its identifier
	 * @return the task, or {@code null} if there is none
	 */
	@Nullable ScheduledTaskHandle find(String id);

	/**
	 * Return a task.
	 * @param id its identifier
	 * @return the task
	 * @throws NoSuchElementException if there is none
	 */
	default ScheduledTaskHandle get(String id) {
		ScheduledTaskHandle task = find(id);
		if (task == null) {
			throw new NoSuchElementException("There is no scheduled task '" + id + "'. The tasks are: "
					+ String.join(", ", all().stream().map(ScheduledTaskHandle::id).toList()));
		}
		return task;
	}

}
