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

import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;

/**
 * The scheduler as a {@link SteerableTask} sees it.
 */
public interface TaskDriver {

	/**
	 * Let something run by a schedule.
	 * @param schedule the schedule
	 * @param first whether the task has not been scheduled before, so that its initial
	 * delay counts
	 * @param run what to run
	 * @return what tells the next run and cancels all, or {@code null} if there will be
	 * none
	 * @throws IllegalArgumentException if the schedule is invalid
	 * @throws RejectedExecutionException if the scheduler takes no tasks any more
	 */
	@Nullable ScheduledFuture<?> start(TaskSchedule schedule, boolean first, Runnable run);

	/**
	 * Run something once, as soon as there is a thread.
	 * @param run what to run
	 * @throws RejectedExecutionException if the scheduler takes no tasks any more
	 */
	void execute(Runnable run);

	/**
	 * Return the clock of the scheduler.
	 * @return the clock
	 */
	InstantSource clock();

	/**
	 * Return from when on the task is in trouble.
	 * @return the limits as they are now
	 */
	ScheduleLimits limits();

}
