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

import io.heddle.scheduling.ScheduledTaskHandle;
import io.heddle.scheduling.TaskRun;

/**
 * A run of a scheduled task has ended with an exception. Published for each such run, on
 * its thread.
 */
@SuppressWarnings("serial")
public class ScheduledTaskFailedEvent extends ScheduledTaskEvent {

	private final transient TaskRun run;

	private final Throwable failure;

	/**
	 * Create a new event.
	 * @param task the task
	 * @param run the run
	 * @param failure what it threw
	 */
	public ScheduledTaskFailedEvent(ScheduledTaskHandle task, TaskRun run, Throwable failure) {
		super(task);
		this.run = run;
		this.failure = failure;
	}

	/**
	 * Return the run.
	 * @return the run
	 */
	public TaskRun getRun() {
		return this.run;
	}

	/**
	 * Return what the run threw.
	 * @return the exception
	 */
	public Throwable getFailure() {
		return this.failure;
	}

	/**
	 * Return how often the task has failed without a success between.
	 * @return the number of failures in a row, this one included
	 */
	public int getFailuresInARow() {
		return getTask().snapshot().failuresInARow();
	}

}
