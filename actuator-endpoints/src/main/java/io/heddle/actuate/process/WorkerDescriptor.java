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

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.heddle.process.PoolWorker;

/**
 * A worker JVM.
 *
 * @param pid the process id
 * @param state {@code starting}, {@code idle}, {@code busy}, {@code retiring} or
 * {@code spare}
 * @param task the label of the task that it runs
 * @param runningFor how long it has run that task
 * @param tasksDone how many tasks it has finished
 * @param rss its resident memory in bytes
 * @param cpu the processor time that it has used
 * @param startedAt when it was started
 * @param recycleReason why it gets no more tasks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkerDescriptor(long pid, String state, @Nullable String task,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration runningFor, long tasksDone, @Nullable Long rss,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration cpu,
		@JsonFormat(shape = JsonFormat.Shape.STRING) Instant startedAt, @Nullable String recycleReason) {

	static WorkerDescriptor of(PoolWorker worker) {
		return new WorkerDescriptor(worker.pid(), worker.state().name().toLowerCase(Locale.ROOT), worker.task(),
				worker.runningFor(), worker.tasksDone(), worker.rss(), worker.cpu(), worker.startedAt(),
				worker.recycleReason());
	}

}
