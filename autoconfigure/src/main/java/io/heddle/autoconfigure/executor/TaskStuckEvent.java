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

package io.heddle.autoconfigure.executor;

import io.heddle.executor.NamedExecutor;
import io.heddle.executor.RunningTask;

/**
 * A task runs longer than the stuck limit. Published once for each task.
 */
@SuppressWarnings("serial")
public class TaskStuckEvent extends ExecutorEvent {

	private final transient RunningTask task;

	/**
	 * Create a new event.
	 * @param executor the executor
	 * @param task the task with its present stack
	 */
	public TaskStuckEvent(NamedExecutor executor, RunningTask task) {
		super(executor);
		this.task = task;
	}

	/**
	 * Return the task with the stack that it had when it was noticed.
	 * @return the task
	 */
	public RunningTask getTask() {
		return this.task;
	}

}
