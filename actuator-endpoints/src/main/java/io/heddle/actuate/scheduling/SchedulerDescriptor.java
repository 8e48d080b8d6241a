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

package io.heddle.actuate.scheduling;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import io.heddle.scheduling.ScheduledTaskHandle;

/**
 * A scheduler at one moment; what its type cannot tell is {@code null}.
 *
 * @param active the number of threads that run tasks
 * @param poolSize the number of live threads
 * @param size the most threads
 * @param tasks its tasks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SchedulerDescriptor(@Nullable Integer active, @Nullable Integer poolSize, @Nullable Integer size,
		List<ScheduledTaskDescriptor> tasks) implements OperationResponseBody {

	static SchedulerDescriptor of(@Nullable ThreadPoolTaskScheduler pool, List<ScheduledTaskHandle> tasks) {
		return of(pool, tasks, ScheduledTaskDescriptor::of);
	}

	static SchedulerDescriptor inDetail(@Nullable ThreadPoolTaskScheduler pool, List<ScheduledTaskHandle> tasks) {
		return of(pool, tasks, ScheduledTaskDescriptor::inDetail);
	}

	private static SchedulerDescriptor of(@Nullable ThreadPoolTaskScheduler pool, List<ScheduledTaskHandle> tasks,
			Function<ScheduledTaskHandle, ScheduledTaskDescriptor> description) {
		List<ScheduledTaskDescriptor> described = tasks.stream().map(description).toList();
		if (pool == null) {
			return new SchedulerDescriptor(null, null, null, described);
		}
		return new SchedulerDescriptor(pool.getActiveCount(), pool.getPoolSize(),
				pool.getScheduledThreadPoolExecutor().getCorePoolSize(), described);
	}

}
