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

/**
 * Is told what the engineer on call wants to know of a queue. Called on the thread that
 * noticed it, so an implementation must be quick and thread-safe; what it throws is
 * logged and has no other effect.
 */
public interface NamedQueueListener {

	/**
	 * The queue is full: somebody who puts an item has to wait or is refused. Reported
	 * once until the queue is half empty again.
	 * @param queue the queue
	 */
	default void onSaturated(NamedQueue<?> queue) {
	}

	/**
	 * The queue was shut down. Reported once, and again if it had items which an
	 * immediate shutdown dropped later.
	 * @param queue the queue
	 * @param dropped how many items were dropped
	 */
	default void onShutDown(NamedQueue<?> queue, int dropped) {
	}

}
