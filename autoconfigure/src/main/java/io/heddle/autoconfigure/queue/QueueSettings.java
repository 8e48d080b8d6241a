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

import io.heddle.queue.NamedQueueType;

/**
 * The valid and complete settings of one queue.
 *
 * @param name the name of the queue
 * @param type the order in which it gives its items away
 * @param capacity the most items in it, or 0 for no limit
 * @param propagateContext whether the context of who puts an item travels along
 */
record QueueSettings(String name, NamedQueueType type, int capacity, boolean propagateContext) {

	/**
	 * Return the settings of valid properties.
	 * @param name the name of the queue
	 * @param properties the properties
	 * @return the settings
	 */
	static QueueSettings of(String name, QueueProperties properties) {
		Integer capacity = properties.getCapacity();
		return new QueueSettings(name, properties.getType(), (capacity != null) ? capacity : 0,
				properties.isPropagateContext());
	}

}
