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

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.heddle.executor.TaskCounts;

/**
 * How many tasks an executor was given, and how they ended; what its type does not count
 * is {@code null}.
 *
 * @param submitted tasks handed in
 * @param completed tasks that ended normally; with an executor that is not one of Heddle
 * all that ended
 * @param failed tasks that ended with an exception
 * @param cancelled tasks that were cancelled
 * @param rejected tasks that were refused
 * @param timedOut tasks that waited or ran too long
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TasksDescriptor(long submitted, long completed, @Nullable Long failed, @Nullable Long cancelled,
		@Nullable Long rejected, @Nullable Long timedOut) {

	static TasksDescriptor of(TaskCounts tasks) {
		return new TasksDescriptor(tasks.submitted(), tasks.completed(), tasks.failed(), tasks.cancelled(),
				tasks.rejected(), tasks.timedOut());
	}

}
