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

import org.springframework.context.ApplicationEvent;

import io.heddle.scheduling.ScheduledTaskHandle;

/**
 * Something that went wrong with a scheduled task. Events are published on the thread
 * that noticed it, so a listener should be quick.
 */
@SuppressWarnings("serial")
public abstract class ScheduledTaskEvent extends ApplicationEvent {

	/**
	 * Create a new event.
	 * @param task the task
	 */
	protected ScheduledTaskEvent(ScheduledTaskHandle task) {
		super(task);
	}

	/**
	 * Return the task.
	 * @return the task, which can be paused or cancelled
	 */
	public ScheduledTaskHandle getTask() {
		return (ScheduledTaskHandle) getSource();
	}

	/**
	 * Return the identifier of the task.
	 * @return the identifier
	 */
	public String getTaskId() {
		return getTask().id();
	}

}
