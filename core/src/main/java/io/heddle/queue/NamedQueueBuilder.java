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

import java.util.Comparator;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.heddle.context.ContextCarrier;

/**
 * Builds a {@link NamedQueue}. A builder is not thread-safe; each call of
 * {@link #build()} makes a new queue.
 */
public final class NamedQueueBuilder {

	final String name;

	NamedQueueType type = NamedQueueType.FIFO;

	int capacity = Integer.MAX_VALUE;

	@Nullable Comparator<?> comparator;

	@Nullable ContextCarrier contextCarrier;

	NamedQueueListener listener = new NamedQueueListener() {
	};

	NamedQueueBuilder(String name) {
		this.name = Objects.requireNonNull(name, "'name' must not be null");
	}

	/**
	 * Set the order in which the queue gives its items away; first in, first out by
	 * default.
	 * @param type the type
	 * @return this builder
	 */
	public NamedQueueBuilder type(NamedQueueType type) {
		this.type = Objects.requireNonNull(type, "'type' must not be null");
		return this;
	}

	/**
	 * Set how many items may be in the queue; without limit by default.
	 * @param capacity the capacity, or 0 for no limit
	 * @return this builder
	 * @throws IllegalArgumentException if the capacity is negative
	 */
	public NamedQueueBuilder capacity(int capacity) {
		if (capacity < 0) {
			throw new IllegalArgumentException("'capacity' must not be negative but is " + capacity
					+ ". Set it to 1 or more, or to 0 for a queue without limit");
		}
		this.capacity = (capacity != 0) ? capacity : Integer.MAX_VALUE;
		return this;
	}

	/**
	 * Set what compares the items of a queue of type {@link NamedQueueType#PRIORITY}; by
	 * default they are {@link Comparable}.
	 * @param comparator the comparator
	 * @return this builder
	 */
	public NamedQueueBuilder comparator(@Nullable Comparator<?> comparator) {
		this.comparator = comparator;
		return this;
	}

	/**
	 * Set what carries the context of who puts an item to who {@linkplain Received#handle
	 * handles} it; nothing does by default.
	 * @param contextCarrier the context carrier
	 * @return this builder
	 */
	public NamedQueueBuilder contextCarrier(@Nullable ContextCarrier contextCarrier) {
		this.contextCarrier = contextCarrier;
		return this;
	}

	/**
	 * Set who is told of saturation and shutdown.
	 * @param listener the listener
	 * @return this builder
	 */
	public NamedQueueBuilder listener(NamedQueueListener listener) {
		this.listener = Objects.requireNonNull(listener, "'listener' must not be null");
		return this;
	}

	/**
	 * Build the queue.
	 * @param <E> the type of the items
	 * @return a new queue
	 * @throws IllegalArgumentException if there is a comparator and the type is not
	 * {@link NamedQueueType#PRIORITY}
	 */
	public <E> NamedQueue<E> build() {
		if (this.comparator != null && this.type != NamedQueueType.PRIORITY) {
			throw new IllegalArgumentException("'comparator' has no meaning for a queue of type " + this.type
					+ ". Leave it out, or set 'type' to PRIORITY");
		}
		return new NamedQueue<>(this);
	}

}
