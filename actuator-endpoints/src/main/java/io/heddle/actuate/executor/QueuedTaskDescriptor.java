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

package io.heddle.actuate.executor;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonFormat;

import io.heddle.executor.QueuedTask;

/**
 * A task that waits.
 *
 * @param id the identifier of the task, unique within its executor
 * @param task the label of the task
 * @param waitingFor how long it has waited
 * @param submittedBy who submitted it
 */
public record QueuedTaskDescriptor(long id, String task,
		@JsonFormat(shape = JsonFormat.Shape.STRING) Duration waitingFor, String submittedBy) {

	/**
	 * Return the descriptor.
	 * @param task what to describe
	 * @return the descriptor
	 */
	public static QueuedTaskDescriptor of(QueuedTask task) {
		return new QueuedTaskDescriptor(task.id(), task.task(), task.waitingFor(), task.submittedBy());
	}

}
