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

package io.heddle.queue;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A queue at one moment. All numbers belong together.
 *
 * @param name the name of the queue
 * @param type the order in which it gives its items away
 * @param size the number of items in it
 * @param capacity the most items in it, or {@code null} if there is no limit
 * @param oldest how long the item that was put first has been in it, or {@code null} if
 * it is empty
 * @param unfinished the number of items that were put and that nobody is done with
 * @param puts how many items were put
 * @param gets how many items were taken
 * @param dropped how many items were removed without being taken: by {@code remove},
 * {@code clear} and their like, and by a shutdown
 * @param waitTime the sum of the times for which the taken items were in the queue
 * @param blockedProducers the number of threads that wait for room
 * @param blockedConsumers the number of threads that wait for an item
 * @param shutDown whether it takes no more items
 */
public record NamedQueueSnapshot(String name, NamedQueueType type, int size, @Nullable Integer capacity,
		@Nullable Duration oldest, long unfinished, long puts, long gets, long dropped, Duration waitTime,
		int blockedProducers, int blockedConsumers, boolean shutDown) {
}
