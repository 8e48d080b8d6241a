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

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.heddle.scheduling.ScheduledTaskHandle;
import io.heddle.scheduling.ScheduledTaskSnapshot;

/**
 * A scheduled task at one moment.
 *
 * @param id its identifier
 * @param task what it runs
 * @param trigger when it runs
 * @param next when it is due next, or {@code null} if that is not known or never
 * @param last the last run that has ended
 * @param runs the number of runs that have ended
 * @param failures the number of runs that have failed
 * @param failuresInARow the number of failures since the last success
 * @param skipped how often it was due but paused or running
 * @param active the number of runs in progress
 * @param paused whether it skips its runs
 * @param cancelled whether it never runs again
 * @param failing whether it has failed too often in a row
 * @param overdue whether it should have run long ago
 * @param running the runs in progress; only in the detail
 * @param history the last runs, the latest first; only in the detail
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduledTaskDescriptor(String id, String task, TriggerDescriptor trigger,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Instant next, @Nullable TaskRunDescriptor last,
		long runs, long failures, int failuresInARow, long skipped, int active, boolean paused, boolean cancelled,
		boolean failing, boolean overdue, @Nullable List<RunningRunDescriptor> running,
		@Nullable List<TaskRunDescriptor> history) {

	static ScheduledTaskDescriptor of(ScheduledTaskHandle task) {
		return of(task.snapshot(), null, null);
	}

	static ScheduledTaskDescriptor inDetail(ScheduledTaskHandle task) {
		return of(task.snapshot(), task.running().stream().map(RunningRunDescriptor::of).toList(),
				task.history().stream().<TaskRunDescriptor>map(TaskRunDescriptor::of).toList());
	}

	private static ScheduledTaskDescriptor of(ScheduledTaskSnapshot task, @Nullable List<RunningRunDescriptor> running,
			@Nullable List<TaskRunDescriptor> history) {
		return new ScheduledTaskDescriptor(task.id(), task.task(), TriggerDescriptor.of(task.schedule()), task.next(),
				TaskRunDescriptor.of(task.last()), task.runs(), task.failures(), task.failuresInARow(), task.skipped(),
				task.running(), task.paused(), task.cancelled(), task.failing(), task.overdue(), running, history);
	}

}
