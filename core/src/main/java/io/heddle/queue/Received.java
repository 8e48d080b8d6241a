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
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.heddle.context.ContextCarrier;

/**
 * An item that was taken from a queue, together with the context of the thread that put
 * it.
 *
 * @param <E> the type of the item
 */
public final class Received<E> {

	private final NamedQueue<E> queue;

	private final E item;

	private final @Nullable Object context;

	private final long waitedNanos;

	Received(NamedQueue<E> queue, E item, @Nullable Object context, long waitedNanos) {
		this.queue = queue;
		this.item = item;
		this.context = context;
		this.waitedNanos = waitedNanos;
	}

	/**
	 * Return the item.
	 * @return the item
	 */
	public E item() {
		return this.item;
	}

	/**
	 * Return how long the item was in the queue.
	 * @return the time between put and get
	 */
	public Duration waited() {
		return Duration.ofNanos(this.waitedNanos);
	}

	/**
	 * Handle the item within the context of the thread that put it, if the queue carries
	 * contexts. Then it is {@linkplain NamedQueue#taskDone() done}, also if the handler
	 * throws. To be called once.
	 * @param handler the handler
	 */
	public void handle(Consumer<? super E> handler) {
		try {
			ContextCarrier carrier = this.queue.contextCarrier();
			if (carrier != null) {
				carrier.run(this.context, () -> handler.accept(this.item));
			}
			else {
				handler.accept(this.item);
			}
		}
		finally {
			this.queue.taskDone();
		}
	}

}
