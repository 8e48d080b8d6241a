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

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

import io.heddle.actuate.named.RequestValue;
import io.heddle.queue.NamedQueue;

/**
 * {@link Endpoint @Endpoint} that shows the queues of the application and, with
 * unrestricted access, shuts them down and clears them.
 */
@Endpoint(id = "queues", defaultAccess = Access.READ_ONLY)
public class QueuesEndpoint {

	private final QueueBeans queues;

	QueuesEndpoint(QueueBeans queues) {
		this.queues = queues;
	}

	/**
	 * Return all queues of the application.
	 * @return the queues by bean name
	 */
	@ReadOperation
	public QueuesDescriptor queues() {
		Map<String, NamedQueueDescriptor> descriptors = new LinkedHashMap<>();
		this.queues.all().forEach((name, queue) -> descriptors.put(name, NamedQueueDescriptor.of(queue)));
		return new QueuesDescriptor(descriptors);
	}

	/**
	 * Return a queue with the threads that wait at it.
	 * @param name the name of the bean
	 * @return the queue, or {@code null} if there is none of that name
	 */
	public @Nullable NamedQueueDescriptor queue(String name) {
		NamedQueue<?> queue = this.queues.find(name);
		if (queue == null) {
			return this.queues.contains(name) ? NamedQueueDescriptor.of(null) : null;
		}
		return NamedQueueDescriptor.inDetail(queue);
	}

	/**
	 * Shut a queue down, or drop its items, or both.
	 * @param name the name of the bean
	 * @param shutdown {@code drain} to take no more items but give those that are here,
	 * or {@code immediate} to drop them
	 * @param clear {@code true} to drop the items
	 * @return the queue after the change, or {@code null} if there is none of that name
	 * @throws InvalidEndpointRequestException if nothing is given, or something else
	 */
	public @Nullable NamedQueueDescriptor changeQueue(String name, @Nullable String shutdown, @Nullable String clear) {
		if (!this.queues.contains(name)) {
			return null;
		}
		QueueChange change = QueueChange.parse(shutdown, clear);
		NamedQueue<?> queue = this.queues.find(name);
		if (queue == null) {
			throw RequestValue.invalid("Queue '" + name
					+ "' is lazy and has not been used yet. Send the change again once it is initialized");
		}
		change.apply(queue);
		return NamedQueueDescriptor.of(queue);
	}

}
