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

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Status;

import io.heddle.scheduling.ScheduledTaskSnapshot;

/**
 * The health of the tasks of one scheduler.
 *
 * @param status the code of the status
 * @param reason what is broken, or {@code null} if nothing is
 * @param tasks the number of tasks
 * @param failing the identifiers of the tasks that have failed too often in a row
 * @param overdue the identifiers of the tasks that should have run long ago
 * @param stuck the identifiers of the tasks that run longer than the stuck limit
 * @param paused the identifiers of the tasks that are paused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SchedulerHealth(String status, @Nullable String reason, int tasks, List<String> failing,
		List<String> overdue, List<String> stuck, List<String> paused) {

	static SchedulerHealth of(List<ScheduledTaskSnapshot> tasks) {
		String reason = Stream
			.concat(tasks.stream().filter(SchedulerHealth::isFailing).map(SchedulerHealth::failure),
					tasks.stream()
						.filter(ScheduledTaskSnapshot::overdue)
						.map((task) -> "Task '" + task.id() + "' should have run at " + task.next()))
			.findFirst()
			.orElse(null);
		return new SchedulerHealth(((reason != null) ? Status.DOWN : Status.UP).getCode(), reason, tasks.size(),
				ids(tasks, SchedulerHealth::isFailing), ids(tasks, ScheduledTaskSnapshot::overdue),
				ids(tasks, (task) -> task.stuck() > 0), ids(tasks, (task) -> task.paused() && !task.cancelled()));
	}

	/**
	 * Somebody has taken care of a task that is paused or cancelled.
	 */
	private static boolean isFailing(ScheduledTaskSnapshot task) {
		return task.failing() && !task.paused() && !task.cancelled();
	}

	private static String failure(ScheduledTaskSnapshot task) {
		return "Task '" + task.id() + "' has failed " + task.failuresInARow() + " times in a row"
				+ ((task.last() != null) ? ", at last with " + task.last().error() : "");
	}

	private static List<String> ids(List<ScheduledTaskSnapshot> tasks, Predicate<ScheduledTaskSnapshot> filter) {
		return tasks.stream().filter(filter).map(ScheduledTaskSnapshot::id).toList();
	}

}
