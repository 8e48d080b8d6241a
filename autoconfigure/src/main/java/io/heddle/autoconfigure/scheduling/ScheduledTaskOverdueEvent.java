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

import io.heddle.scheduling.ScheduledTaskHandle;

/**
 * A scheduled task should have run, and has not for longer than the limit: its scheduler
 * has no free thread, or is stopped. Published once, until the task has run.
 */
@SuppressWarnings("serial")
public class ScheduledTaskOverdueEvent extends ScheduledTaskEvent {

	private final Duration late;

	/**
	 * Create a new event.
	 * @param task the task
	 * @param late how late it is
	 */
	public ScheduledTaskOverdueEvent(ScheduledTaskHandle task, Duration late) {
		super(task);
		this.late = late;
	}

	/**
	 * Return how late the task is.
	 * @return the time since it should have run
	 */
	public Duration getLate() {
		return this.late;
	}

}
