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
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

import io.heddle.queue.BlockedThread;
import io.heddle.queue.NamedQueue;
import io.heddle.queue.NamedQueueSnapshot;

/**
 * A queue at one moment.
 *
 * @param initialized {@code false} if the bean is lazy and has not been used yet; then
 * nothing else is known
 * @param type the order of the queue: {@code fifo}, {@code lifo}, {@code priority} or
 * {@code delay}
 * @param size the number of items in it
 * @param capacity the most items in it, or {@code null} if there is no limit
 * @param oldest how long the oldest item has been in it, or {@code null} if it is empty
 * @param unfinished the number of items that were put and that nobody is done with
 * @param puts how many items were put
 * @param gets how many items were taken
 * @param dropped how many items were removed without being taken
 * @param blockedProducers the number of threads that wait for room
 * @param blockedConsumers the number of threads that wait for an item
 * @param shutDown whether it takes no more items
 * @param producers the threads that wait for room; only in the detail
 * @param consumers the threads that wait for an item; only in the detail
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NamedQueueDescriptor(@Nullable Boolean initialized, @Nullable String type, @Nullable Integer size,
		@Nullable Integer capacity, @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration oldest,
		@Nullable Long unfinished, @Nullable Long puts, @Nullable Long gets, @Nullable Long dropped,
		@Nullable Integer blockedProducers, @Nullable Integer blockedConsumers, @Nullable Boolean shutDown,
		@Nullable List<BlockedThreadDescriptor> producers,
		@Nullable List<BlockedThreadDescriptor> consumers) implements OperationResponseBody {

	private static final int MAX_THREADS = 100;

	static NamedQueueDescriptor of(@Nullable NamedQueue<?> queue) {
		return (queue != null) ? of(queue.snapshot(), null, null) : new NamedQueueDescriptor(false, null, null, null,
				null, null, null, null, null, null, null, null, null, null);
	}

	static NamedQueueDescriptor inDetail(NamedQueue<?> queue) {
		return of(queue.snapshot(), threads(queue.blockedProducers()), threads(queue.blockedConsumers()));
	}

	private static NamedQueueDescriptor of(NamedQueueSnapshot snapshot,
			@Nullable List<BlockedThreadDescriptor> producers, @Nullable List<BlockedThreadDescriptor> consumers) {
		return new NamedQueueDescriptor(null, snapshot.type().name().toLowerCase(Locale.ROOT), snapshot.size(),
				snapshot.capacity(), snapshot.oldest(), snapshot.unfinished(), snapshot.puts(), snapshot.gets(),
				snapshot.dropped(), snapshot.blockedProducers(), snapshot.blockedConsumers(), snapshot.shutDown(),
				producers, consumers);
	}

	private static List<BlockedThreadDescriptor> threads(List<BlockedThread> threads) {
		return threads.stream().limit(MAX_THREADS).map(BlockedThreadDescriptor::of).toList();
	}

}
