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
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.heddle.executor.QueueSnapshot;

/**
 * The queue of an executor at one moment.
 *
 * @param type the order of the queue: {@code fifo}, {@code lifo}, {@code priority},
 * {@code handoff} or {@code delay}
 * @param size the number of waiting tasks
 * @param capacity the most tasks that may wait, or {@code null} if there is no limit
 * @param oldestWait how long the oldest task has waited, or {@code null} if none waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueDescriptor(@Nullable String type, int size, @Nullable Integer capacity,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration oldestWait) {

	/**
	 * Return the descriptor.
	 * @param queue what to describe
	 * @return the descriptor
	 */
	public static QueueDescriptor of(QueueSnapshot queue) {
		return new QueueDescriptor(queue.type().name().toLowerCase(Locale.ROOT).replace('_', '-'), queue.size(),
				queue.capacity(), queue.oldestWait());
	}

}
