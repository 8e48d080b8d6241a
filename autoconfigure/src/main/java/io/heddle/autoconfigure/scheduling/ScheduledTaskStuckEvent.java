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

import io.heddle.scheduling.RunningRun;
import io.heddle.scheduling.ScheduledTaskHandle;

/**
 * A run of a scheduled task takes longer than the stuck limit. Published once for each
 * run.
 */
@SuppressWarnings("serial")
public class ScheduledTaskStuckEvent extends ScheduledTaskEvent {

	private final transient RunningRun run;

	/**
	 * Create a new event.
	 * @param task the task
	 * @param run the run with its present stack
	 */
	public ScheduledTaskStuckEvent(ScheduledTaskHandle task, RunningRun run) {
		super(task);
		this.run = run;
	}

	/**
	 * Return the run with the stack that it had when it was noticed.
	 * @return the run
	 */
	public RunningRun getRun() {
		return this.run;
	}

}
