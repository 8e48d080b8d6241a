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

package io.heddle.executor;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How long the tasks of an executor may wait and run; {@code null} is no limit.
 *
 * @param queueTimeout a task that waited longer is failed, not run
 * @param taskTimeout a task that runs longer is interrupted and marked timed out
 * @param stuckAfter a task that runs longer is reported with its stack
 */
public record TaskLimits(@Nullable Duration queueTimeout, @Nullable Duration taskTimeout,
		@Nullable Duration stuckAfter) {

	/**
	 * No limit at all.
	 */
	public static final TaskLimits NONE = new TaskLimits(null, null, null);

	public TaskLimits {
		requirePositive("queueTimeout", queueTimeout);
		requirePositive("taskTimeout", taskTimeout);
		requirePositive("stuckAfter", stuckAfter);
	}

	private static void requirePositive(String name, @Nullable Duration limit) {
		if (limit != null && (limit.isNegative() || limit.isZero())) {
			throw new IllegalArgumentException("'" + name + "' must be positive but is " + limit);
		}
	}

}
