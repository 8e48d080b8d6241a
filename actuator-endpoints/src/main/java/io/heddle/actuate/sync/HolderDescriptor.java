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

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.heddle.actuate.named.ThreadTasks;
import io.heddle.sync.HolderSnapshot;

/**
 * A thread that holds a lock or permits.
 *
 * @param thread the name of the thread
 * @param threadId the identifier of the thread
 * @param virtual whether it is a virtual thread
 * @param task the label of the task that it runs, if that is one of a named executor
 * @param count how often it holds the lock, or how many permits it holds
 * @param heldFor for how long at least
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HolderDescriptor(String thread, long threadId, boolean virtual, @Nullable String task, int count,
		@JsonFormat(shape = JsonFormat.Shape.STRING) Duration heldFor) {

	static HolderDescriptor of(HolderSnapshot holder, ThreadTasks tasks) {
		return new HolderDescriptor(holder.thread(), holder.threadId(), holder.virtual(),
				tasks.label(holder.threadId()), holder.count(), holder.heldFor());
	}

}
