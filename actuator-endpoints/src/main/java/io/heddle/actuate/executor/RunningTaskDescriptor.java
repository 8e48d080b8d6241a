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
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;

import io.heddle.actuate.named.StackFrames;
import io.heddle.executor.RunningTask;

/**
 * A task that runs.
 *
 * @param id the identifier of the task, unique within its executor
 * @param task the label of the task
 * @param thread the name of the thread that runs it
 * @param startedAt when it started
 * @param runningFor how long it has run
 * @param waitedFor how long it waited before it started
 * @param submittedBy who submitted it
 * @param stuck whether it runs longer than the stuck limit
 * @param stack where it is now, innermost frame first
 */
public record RunningTaskDescriptor(long id, String task, String thread,
		@JsonFormat(shape = JsonFormat.Shape.STRING) Instant startedAt,
		@JsonFormat(shape = JsonFormat.Shape.STRING) Duration runningFor,
		@JsonFormat(shape = JsonFormat.Shape.STRING) Duration waitedFor, String submittedBy, boolean stuck,
		List<String> stack) {

	/**
	 * Return the descriptor.
	 * @param task what to describe
	 * @return the descriptor
	 */
	public static RunningTaskDescriptor of(RunningTask task) {
		return new RunningTaskDescriptor(task.id(), task.task(), task.thread(), task.startedAt(), task.runningFor(),
				task.waitedFor(), task.submittedBy(), task.stuck(),
				StackFrames.of(task.stack()));
	}

}
