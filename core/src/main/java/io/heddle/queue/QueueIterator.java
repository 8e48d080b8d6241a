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

import java.util.Iterator;

import org.jspecify.annotations.Nullable;

/**
 * Iterates over a copy of the items of a queue.
 *
 * @param <E> the type of the items
 */
final class QueueIterator<E> implements Iterator<E> {

	private final QueueCore<E> core;

	private final Iterator<QueueEntry<E>> entries;

	private @Nullable QueueEntry<E> last;

	QueueIterator(QueueCore<E> core) {
		this.core = core;
		this.entries = core.entries().iterator();
	}

	@Override
	public boolean hasNext() {
		return this.entries.hasNext();
	}

	@Override
	public E next() {
		QueueEntry<E> entry = this.entries.next();
		this.last = entry;
		return entry.item();
	}

	/**
	 * Remove just this item, if it is still there, and not another that is equal.
	 */
	@Override
	public void remove() {
		QueueEntry<E> entry = this.last;
		if (entry == null) {
			throw new IllegalStateException("There is no item to remove. Call next() first");
		}
		this.last = null;
		this.core.drop((item, putTime) -> putTime == entry.putTime(), 1);
	}

}
