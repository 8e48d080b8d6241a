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

import java.util.concurrent.Delayed;

/**
 * The order in which a queue gives its items away.
 */
public enum NamedQueueType {

	/**
	 * First in, first out.
	 */
	FIFO,

	/**
	 * Last in, first out.
	 */
	LIFO,

	/**
	 * The least first, by the comparator of the queue or else the natural order of the
	 * items; those that are equal in the order in which they were put.
	 */
	PRIORITY,

	/**
	 * As {@link #PRIORITY}, but each item, which has to be {@link Delayed}, only once its
	 * delay has expired.
	 */
	DELAY

}
