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

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

import io.heddle.actuate.executor.QueueDescriptor;
import io.heddle.actuate.executor.QueuedTaskDescriptor;
import io.heddle.actuate.executor.RunningTaskDescriptor;
import io.heddle.process.ProcessPoolSnapshot;

/**
 * A process pool at one moment.
 *
 * @param initialized {@code false} if the bean is lazy and has not been used yet; then
 * nothing else is known
 * @param size the most workers that run tasks at once
 * @param idle the number of workers that wait for a task
 * @param busy the number of workers that run a task
 * @param starting the number of workers that are being started
 * @param spares the number of workers kept ready beyond the size
 * @param queue the queue
 * @param tasks the counts of tasks
 * @param restarts how many workers were started in place of one that had died
 * @param recycled how many workers were replaced between tasks, by reason
 * @param stuck the number of running tasks that run longer than the stuck limit
 * @param paused whether no waiting task is started
 * @param broken why no worker can be started, or {@code null}
 * @param workers the workers
 * @param running the tasks that run, longest running first; only in the detail
 * @param queued the first tasks that wait, in their order; only in the detail
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProcessPoolDescriptor(@Nullable Boolean initialized, @Nullable Integer size, @Nullable Integer idle,
		@Nullable Integer busy, @Nullable Integer starting, @Nullable Integer spares, @Nullable QueueDescriptor queue,
		@Nullable PoolTasksDescriptor tasks, @Nullable Long restarts, @Nullable Map<String, Long> recycled,
		@Nullable Integer stuck, @Nullable Boolean paused, @Nullable String broken,
		@Nullable List<WorkerDescriptor> workers, @Nullable List<RunningTaskDescriptor> running,
		@Nullable List<QueuedTaskDescriptor> queued) implements OperationResponseBody {

	static ProcessPoolDescriptor uninitialized() {
		return new ProcessPoolDescriptor(false, null, null, null, null, null, null, null, null, null, null, null, null,
				null, null, null);
	}

	static ProcessPoolDescriptor of(ProcessPoolSnapshot snapshot, @Nullable List<RunningTaskDescriptor> running,
			@Nullable List<QueuedTaskDescriptor> queued) {
		return new ProcessPoolDescriptor(null, snapshot.size(), snapshot.idle(), snapshot.busy(), snapshot.starting(),
				snapshot.spares(), QueueDescriptor.of(snapshot.executor().queue()), PoolTasksDescriptor.of(snapshot),
				snapshot.restarts(), snapshot.recycled(), snapshot.executor().stuck(), snapshot.executor().paused(),
				snapshot.brokenReason(), snapshot.workers().stream().map(WorkerDescriptor::of).toList(), running,
				queued);
	}

}
