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

package io.heddle.actuate.process;

import io.heddle.executor.TaskCounts;
import io.heddle.process.ProcessPoolSnapshot;

/**
 * How many tasks a process pool was given, and how they ended.
 *
 * @param submitted tasks handed in
 * @param completed tasks that ended normally
 * @param failed tasks that ended with an exception, those that crashed included
 * @param cancelled tasks that were cancelled
 * @param rejected tasks that were refused
 * @param timedOut tasks that waited or ran too long
 * @param crashed tasks whose worker died
 * @param retried how often a task was run again whose worker had died
 */
public record PoolTasksDescriptor(long submitted, long completed, long failed, long cancelled, long rejected,
		long timedOut, long crashed, long retried) {

	static PoolTasksDescriptor of(ProcessPoolSnapshot snapshot) {
		TaskCounts tasks = snapshot.executor().tasks();
		return new PoolTasksDescriptor(tasks.submitted(), tasks.completed(), tasks.failed(), tasks.cancelled(),
				tasks.rejected(), tasks.timedOut(), snapshot.crashed(), snapshot.retried());
	}

}
