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

package io.heddle.autoconfigure.queue;

import org.jspecify.annotations.Nullable;

import io.heddle.queue.NamedQueueType;

/**
 * The configuration of one named queue.
 */
public class QueueProperties {

	/**
	 * Order in which the queue gives its items away. Those of 'priority' are Comparable,
	 * those of 'delay' are Delayed.
	 */
	private NamedQueueType type = NamedQueueType.FIFO;

	/**
	 * Most items in the queue. Without limit if 0 or not set.
	 */
	private @Nullable Integer capacity;

	/**
	 * Whether the context of who puts an item (context variables, the MDC, and all that
	 * is registered with Micrometer's context-propagation) travels to its listener.
	 */
	private boolean propagateContext = true;

	public NamedQueueType getType() {
		return this.type;
	}

	public void setType(NamedQueueType type) {
		this.type = type;
	}

	public @Nullable Integer getCapacity() {
		return this.capacity;
	}

	public void setCapacity(@Nullable Integer capacity) {
		this.capacity = capacity;
	}

	public boolean isPropagateContext() {
		return this.propagateContext;
	}

	public void setPropagateContext(boolean propagateContext) {
		this.propagateContext = propagateContext;
	}

}
