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
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * An executor at one moment; what its type cannot tell is {@code null}.
 *
 * @param origin where it comes from: {@code heddle}, {@code spring-boot} or
 * {@code application}
 * @param type the name of its class unless it is one of Heddle
 * @param initialized {@code false} if the bean is lazy and has not been used yet
 * @param threads the kind of its threads, {@code platform} or {@code virtual}
 * @param active the number of tasks that run
 * @param poolSize the number of live threads
 * @param corePoolSize the number of core threads
 * @param maxPoolSize the most threads, or the most tasks at once without a pool
 * @param keepAlive the idle time after which a thread ends
 * @param queue the queue
 * @param tasks the counts of tasks
 * @param stuck the number of running tasks that run longer than the stuck limit
 * @param paused whether no waiting task is started
 * @param running the tasks that run, longest running first; only in the detail
 * @param queued the first tasks that wait, in their order; only in the detail
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExecutorDescriptor(String origin, @Nullable String type, @Nullable Boolean initialized,
		@Nullable String threads, @Nullable Integer active, @Nullable Integer poolSize, @Nullable Integer corePoolSize,
		@Nullable Integer maxPoolSize, @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration keepAlive,
		@Nullable QueueDescriptor queue, @Nullable TasksDescriptor tasks, @Nullable Integer stuck,
		@Nullable Boolean paused, @Nullable List<RunningTaskDescriptor> running,
		@Nullable List<QueuedTaskDescriptor> queued) implements OperationResponseBody {

	static ExecutorDescriptor uninitialized(String origin, @Nullable String type) {
		return new ExecutorDescriptor(origin, type, false, null, null, null, null, null, null, null, null, null, null,
				null, null);
	}

	static ExecutorDescriptor sizes(String origin, String type, @Nullable String threads, @Nullable Integer active,
			@Nullable Integer poolSize, @Nullable Integer maxPoolSize, @Nullable QueueDescriptor queue) {
		return new ExecutorDescriptor(origin, type, null, threads, active, poolSize, null, maxPoolSize, null, queue,
				null, null, null, null, null);
	}

}
