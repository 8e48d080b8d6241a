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

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A scheduled task at one moment.
 *
 * @param id its identifier
 * @param task what it runs
 * @param scheduler the name of the scheduler that runs it
 * @param schedule when it runs
 * @param next when it is due next, or {@code null} if that is not known or never
 * @param last the last run that has ended, or {@code null} if there is none
 * @param runs the number of runs that have ended
 * @param failures the number of runs that have failed
 * @param failuresInARow the number of failures since the last success
 * @param skipped the number of times that it was due and did not run, because it was
 * paused or running
 * @param runTime how long all runs took together
 * @param running the number of its runs in progress
 * @param stuck the number of its runs in progress that run longer than the stuck limit
 * @param paused whether it is paused
 * @param cancelled whether it is cancelled
 * @param failing whether it has failed too often in a row
 * @param overdue whether it should have run long ago
 */
public record ScheduledTaskSnapshot(String id, String task, String scheduler, TaskSchedule schedule,
		@Nullable Instant next, @Nullable TaskRun last, long runs, long failures, int failuresInARow, long skipped,
		Duration runTime, int running, int stuck, boolean paused, boolean cancelled, boolean failing, boolean overdue) {
}
