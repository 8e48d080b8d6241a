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

import org.jspecify.annotations.Nullable;

/**
 * Items in the order of their puts, or in its reverse, in arrays that are used as a ring.
 *
 * @param <E> the type of the items
 */
final class RingStore<E> extends ItemStore<E> {

	private final boolean lastInFirstOut;

	/** The index of the oldest item. **/
	private int head;

	RingStore(boolean lastInFirstOut) {
		this.lastInFirstOut = lastInFirstOut;
	}

	@Override
	void add(E item, long putTime, @Nullable Object context) {
		if (size() == length()) {
			grow(this.head);
			this.head = 0;
		}
		set(index(size()), item, putTime, context);
	}

	@Override
	E poll() {
		int index = index(position(0));
		E item = polled(index);
		if (!this.lastInFirstOut) {
			this.head = index + 1;
		}
		erase(index);
		return item;
	}

	@Override
	int index(int position) {
		return (this.head + position) & (length() - 1);
	}

	@Override
	int position(int turn) {
		return this.lastInFirstOut ? size() - 1 - turn : turn;
	}

	@Override
	long oldestPutTime() {
		return putTime(index(0));
	}

}
