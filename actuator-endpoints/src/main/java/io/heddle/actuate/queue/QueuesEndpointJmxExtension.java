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

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.jmx.annotation.EndpointJmxExtension;

/**
 * {@link EndpointJmxExtension @EndpointJmxExtension} for the {@link QueuesEndpoint} with
 * the operations on one queue.
 *
 * @see QueuesEndpointWebExtension
 */
@EndpointJmxExtension(endpoint = QueuesEndpoint.class)
public class QueuesEndpointJmxExtension {

	private final QueuesEndpoint delegate;

	QueuesEndpointJmxExtension(QueuesEndpoint delegate) {
		this.delegate = delegate;
	}

	/**
	 * Return a queue with the threads that wait at it.
	 * @param name the name of the bean
	 * @return the queue, or {@code null} if there is none of that name
	 */
	@ReadOperation
	public @Nullable NamedQueueDescriptor queue(String name) {
		return this.delegate.queue(name);
	}

	/**
	 * Shut a queue down, or drop its items, or both.
	 * @param name the name of the bean
	 * @param shutdown {@code drain} or {@code immediate}
	 * @param clear {@code true} to drop the items
	 * @return the queue after the change, or {@code null} if there is none of that name
	 */
	@WriteOperation
	public @Nullable NamedQueueDescriptor changeQueue(String name, @Nullable String shutdown, @Nullable String clear) {
		return this.delegate.changeQueue(name, shutdown, clear);
	}

}
