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

import java.time.Duration;

import io.heddle.executor.NamedExecutor;

/**
 * A task waited or ran longer than allowed and was failed.
 */
@SuppressWarnings("serial")
public class TaskTimedOutEvent extends ExecutorEvent {

	private final long taskId;

	private final String task;

	private final Duration limit;

	private final boolean running;

	/**
	 * Create a new event.
	 * @param executor the executor
	 * @param taskId the identifier of the task
	 * @param task the label of the task
	 * @param limit the limit that it exceeded
	 * @param running whether it ran rather than waited
	 */
	public TaskTimedOutEvent(NamedExecutor executor, long taskId, String task, Duration limit, boolean running) {
		super(executor);
		this.taskId = taskId;
		this.task = task;
		this.limit = limit;
		this.running = running;
	}

	/**
	 * Return the identifier of the task, unique within its executor.
	 * @return the identifier
	 */
	public long getTaskId() {
		return this.taskId;
	}

	/**
	 * Return the label of the task.
	 * @return the label
	 */
	public String getTask() {
		return this.task;
	}

	/**
	 * Return the limit that the task exceeded.
	 * @return the limit
	 */
	public Duration getLimit() {
		return this.limit;
	}

	/**
	 * Return whether the task ran, and was interrupted, rather than waited.
	 * @return whether it ran
	 */
	public boolean isRunning() {
		return this.running;
	}

}
