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

package io.heddle.executor;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Holds the waiting tasks of a {@link TaskQueue} in their order. Not thread-safe: guarded
 * by the lock of the queue.
 */
interface TaskStore {

	void add(Task task);

	@Nullable Task poll();

	@Nullable Task peek();

	/**
	 * Return the task that was submitted first, whatever the order.
	 * @return the oldest task, or {@code null} if there is none
	 */
	@Nullable Task oldest();

	boolean remove(Task task);

	int size();

	/**
	 * Return the tasks in the order in which they would be polled.
	 * @return a copy of the tasks
	 */
	List<Task> inOrder();

	static TaskStore of(QueueType type) {
		return switch (type) {
			case FIFO, HANDOFF -> new RingTaskStore(false);
			case LIFO -> new RingTaskStore(true);
			case PRIORITY -> new PriorityTaskStore();
		};
	}

}
