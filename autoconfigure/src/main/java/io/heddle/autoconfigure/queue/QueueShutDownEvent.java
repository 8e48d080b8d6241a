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

import io.heddle.queue.NamedQueue;

/**
 * A queue was shut down while the application runs: it takes no more items. Published
 * again if it had items which an immediate shutdown dropped later.
 */
@SuppressWarnings("serial")
public class QueueShutDownEvent extends QueueEvent {

	private final int dropped;

	/**
	 * Create a new event.
	 * @param queue the queue
	 * @param dropped how many items were dropped
	 */
	public QueueShutDownEvent(NamedQueue<?> queue, int dropped) {
		super(queue);
		this.dropped = dropped;
	}

	/**
	 * Return how many items were dropped by an immediate shutdown.
	 * @return the number of items
	 */
	public int getDropped() {
		return this.dropped;
	}

}
