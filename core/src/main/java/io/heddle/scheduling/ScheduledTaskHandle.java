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

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a scheduled task and done to it. Thread-safe. Not meant to be
 * implemented by applications.
 */
public interface ScheduledTaskHandle {

	/**
	 * Return the identifier, which is the same after each start of the same application.
	 * @return the identifier, unique within the application
	 */
	String id();

	/**
	 * Return what the task runs.
	 * @return its class and method, or what else describes it
	 */
	String task();

	/**
	 * Return the name of the scheduler that runs the task.
	 * @return the name of the bean
	 */
	String scheduler();

	/**
	 * Return when the task runs.
	 * @return the schedule as it is now
	 */
	TaskSchedule schedule();

	/**
	 * Return when the task is due next. A paused task will skip that run.
	 * @return the moment, in the past if the task is late, or {@code null} if it is not
	 * known, as while it runs, or never
	 */
	@Nullable Instant next();

	/**
	 * Return the last run that has ended.
	 * @return the run, or {@code null} if there is none
	 */
	@Nullable TaskRun last();

	/**
	 * Return the last runs that have ended, the latest first.
	 * @return at most {@value TaskHistory#SIZE} runs
	 */
	List<TaskRun> history();

	/**
	 * Return the runs in progress: one at most, unless the scheduler lets the runs of a
	 * task overlap.
	 * @return the runs with their stacks
	 */
	List<RunningRun> running();

	/**
	 * Return how often the task has run.
	 * @return the number of runs that have ended
	 */
	long runs();

	/**
	 * Return how often the task has failed.
	 * @return the number of runs that ended with an exception
	 */
	long failures();

	/**
	 * Return whether the task is paused.
	 * @return whether it skips its runs
	 */
	boolean isPaused();

	/**
	 * Return whether the task is cancelled.
	 * @return whether it will never run again
	 */
	boolean isCancelled();

	/**
	 * Run the task now, on its scheduler, also if it is paused. The schedule stays as it
	 * is. If the task becomes due before it has got a thread, it runs once for both; if
	 * it becomes due while it runs, that run is skipped.
	 * @throws IllegalStateException if it runs, is already triggered, or is cancelled
	 * @throws java.util.concurrent.RejectedExecutionException if the scheduler takes no
	 * tasks any more
	 */
	void trigger();

	/**
	 * Skip all runs from now on. A run in progress goes on. Does nothing if the task is
	 * paused.
	 * @throws IllegalStateException if the task is cancelled
	 */
	void pause();

	/**
	 * Skip no more runs. The next is that of the schedule; what was skipped is not made
	 * up for. Does nothing if the task is not paused.
	 * @throws IllegalStateException if the task is cancelled
	 */
	void resume();

	/**
	 * Let the task never run again. A run in progress goes on. Does nothing if the task
	 * is cancelled.
	 */
	void cancel();

	/**
	 * Change when the task runs. A run in progress goes on; the next one is the next of a
	 * cron expression, or one interval from now. Does nothing if the task has that
	 * schedule.
	 * @param schedule a cron expression, a fixed rate or a fixed delay
	 * @throws IllegalArgumentException if the schedule is of another kind or its
	 * expression is invalid
	 * @throws IllegalStateException if the task is cancelled
	 */
	void reschedule(TaskSchedule schedule);

	/**
	 * Return all that is known of the task now.
	 * @return the snapshot
	 */
	ScheduledTaskSnapshot snapshot();

}
