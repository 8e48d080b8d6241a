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

package io.heddle.actuate.queue;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Status;

import io.heddle.queue.NamedQueueSnapshot;

/**
 * The health of one queue.
 *
 * @param status the code of the status
 * @param reason why it is out of service, or {@code null} if it is not
 * @param size the number of items in it
 * @param capacity the most items in it, or {@code null} if there is no limit
 * @param usage the share of the capacity that is taken, from 0 to 1, or {@code null} if
 * there is no limit
 * @param oldest how long the oldest item has been in it, or {@code null} if it is empty
 * @param unfinished the number of items that were put and that nobody is done with
 * @param blockedProducers the number of threads that wait for room
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueHealth(String status, @Nullable String reason, int size, @Nullable Integer capacity,
		@Nullable Double usage, @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration oldest, long unfinished,
		int blockedProducers) {

	static QueueHealth of(NamedQueueSnapshot snapshot) {
		Status status = snapshot.shutDown() ? Status.OUT_OF_SERVICE : Status.UP;
		Integer capacity = snapshot.capacity();
		return new QueueHealth(status.getCode(), snapshot.shutDown() ? "It is shut down and takes no more items" : null,
				snapshot.size(), capacity,
				(capacity != null) ? Math.round(1000.0 * snapshot.size() / capacity) / 1000.0 : null, snapshot.oldest(),
				snapshot.unfinished(), snapshot.blockedProducers());
	}

}
