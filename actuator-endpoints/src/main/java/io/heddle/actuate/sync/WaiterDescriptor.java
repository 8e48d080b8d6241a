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

package io.heddle.actuate.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.heddle.actuate.named.ThreadTasks;
import io.heddle.sync.WaiterSnapshot;

/**
 * A thread that waits.
 *
 * @param thread the name of the thread
 * @param threadId the identifier of the thread
 * @param virtual whether it is a virtual thread
 * @param task the label of the task that it runs, if that is one of a named executor
 * @param since when it began to wait
 * @param waitingFor how long it has waited
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WaiterDescriptor(String thread, long threadId, boolean virtual, @Nullable String task,
		@JsonFormat(shape = JsonFormat.Shape.STRING) Instant since,
		@JsonFormat(shape = JsonFormat.Shape.STRING) Duration waitingFor) {

	static WaiterDescriptor of(WaiterSnapshot waiter, ThreadTasks tasks) {
		return new WaiterDescriptor(waiter.thread(), waiter.threadId(), waiter.virtual(),
				tasks.label(waiter.threadId()), waiter.since(), waiter.waitingFor());
	}

	static List<WaiterDescriptor> of(List<WaiterSnapshot> waiters, ThreadTasks tasks) {
		return waiters.stream().map((waiter) -> of(waiter, tasks)).toList();
	}

}
