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

package io.heddle.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Decides when a worker is retired. Immutable.
 *
 * @param maxTasks after how many tasks
 * @param maxAge after what time
 * @param maxMemory from how many resident bytes on
 */
record Recycling(@Nullable Integer maxTasks, @Nullable Duration maxAge, @Nullable Long maxMemory) {

	static final String MAX_TASKS = "max-tasks";

	static final String MAX_AGE = "max-age";

	static final String MAX_MEMORY = "max-memory";

	private static final long LOOK_INTERVAL = TimeUnit.MILLISECONDS.toNanos(50);

	@Nullable String reasonByTasks(int tasks) {
		return (this.maxTasks != null && tasks >= this.maxTasks) ? MAX_TASKS : null;
	}

	/**
	 * Decide after a task. To look at the memory takes time, so it is not done for each
	 * of many short ones.
	 * @param link the worker; its time of the last look is updated
	 * @param now the present time in nanoseconds
	 * @return the reason, or {@code null}
	 */
	@Nullable String reasonAfterTask(WorkerLink link, long now) {
		if (this.maxMemory == null || now - link.memorySeenAt < LOOK_INTERVAL) {
			return null;
		}
		link.memorySeenAt = now;
		return reasonByMemory(link);
	}

	@Nullable String reasonBySample(WorkerLink link, long now) {
		if (this.maxAge != null && now - link.startedNanos() >= this.maxAge.toNanos()) {
			return MAX_AGE;
		}
		return reasonByMemory(link);
	}

	private @Nullable String reasonByMemory(WorkerLink link) {
		Long limit = this.maxMemory;
		Long memory = (limit != null) ? ResidentMemory.of(link.pid()) : null;
		return (limit != null && memory != null && memory >= limit) ? MAX_MEMORY : null;
	}

}
