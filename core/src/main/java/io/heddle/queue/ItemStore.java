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
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Holds the items of a queue with what is known of them, in arrays side by side: an
 * object for each item would have to travel from the cache of the thread that put it. Not
 * thread-safe: guarded by the lock of the queue.
 *
 * @param <E> the type of the items
 */
abstract class ItemStore<E> {

	private static final int INITIAL = 64;

	/** What is larger is given back once it is empty. **/
	private static final int LARGE = 1 << 14;

	private @Nullable Object[] items = new Object[INITIAL];

	private long[] putTimes = new long[INITIAL];

	/** As long as no item has a context, there is none. **/
	private @Nullable Object @Nullable [] contexts;

	private int size;

	/** Beside the size, so that a put touches as little memory as can be. **/
	private int limit = Integer.MAX_VALUE;

	private long polledPutTime;

	@SuppressWarnings("unchecked")
	static <E> ItemStore<E> of(NamedQueueType type, @Nullable Comparator<?> comparator) {
		return switch (type) {
			case FIFO -> new RingStore<>(false);
			case LIFO -> new RingStore<>(true);
			case PRIORITY -> new HeapStore<>((Comparator<Object>) comparator);
			case DELAY -> new DelayStore<>();
		};
	}

	/**
	 * Check that items of a type can be stored.
	 * @param item the item
	 * @throws ClassCastException if it cannot be
	 */
	void check(E item) {
	}

	/**
	 * Add an item. If a comparison throws, nothing has changed.
	 * @param item the item
	 * @param putTime the time of the put, which is that of no other
	 * @param context the context of the put
	 */
	abstract void add(E item, long putTime, @Nullable Object context);

	/**
	 * Remove the first item. If a comparison throws, nothing has changed.
	 * @return the first item, of which there must be one
	 */
	abstract E poll();

	/**
	 * Return the place of an item in the arrays.
	 * @param position counted from 0 without gaps
	 * @return the index
	 */
	abstract int index(int position);

	/**
	 * Return the position of an item.
	 * @param turn after how many others it is polled; what orders the items itself need
	 * be exact only for 0
	 * @return the position
	 */
	int position(int turn) {
		return turn;
	}

	/**
	 * Make a change of many steps. If one of them throws, nothing has changed.
	 */
	void change(Runnable steps) {
		steps.run();
	}

	/**
	 * Return what makes the items again what they are now.
	 */
	final Runnable copy() {
		@Nullable Object[] items = this.items.clone();
		long[] putTimes = this.putTimes.clone();
		@Nullable Object @Nullable [] contexts = (this.contexts != null) ? this.contexts.clone() : null;
		int size = this.size;
		return () -> {
			this.items = items;
			this.putTimes = putTimes;
			this.contexts = contexts;
			this.size = size;
		};
	}

	/**
	 * Restore the order after items were removed and others have moved to their places.
	 */
	void reorder() {
	}

	/**
	 * Return the time of the put of the oldest item, of which there must be one.
	 */
	abstract long oldestPutTime();

	/**
	 * Sort entries, which come {@linkplain #position in turn}, in the order in which they
	 * would be polled. Needs no lock.
	 */
	void sort(List<QueueEntry<E>> entries) {
	}

	/**
	 * Return whether items may have to wait for their time.
	 */
	boolean delays() {
		return false;
	}

	/**
	 * Return whether there is an item that can be polled.
	 */
	boolean isReady() {
		return this.size > 0;
	}

	/**
	 * Return for how many nanoseconds nothing can be polled unless something changes.
	 */
	long readyIn() {
		return isReady() ? 0 : Long.MAX_VALUE;
	}

	final int size() {
		return this.size;
	}

	/**
	 * Set how many items there is room for.
	 * @param limit the limit, which may be less than there are
	 */
	final void limit(int limit) {
		this.limit = limit;
	}

	final boolean hasRoom() {
		return this.size < this.limit;
	}

	/**
	 * Return the number of places in the arrays, which is a power of two.
	 */
	final int length() {
		return this.items.length;
	}

	final @Nullable E peek() {
		return (this.size > 0) ? item(index(position(0))) : null;
	}

	@SuppressWarnings({ "unchecked", "NullAway" })
	final E item(int index) {
		return (E) this.items[index];
	}

	final long putTime(int index) {
		return this.putTimes[index];
	}

	/**
	 * Return when the item that was polled last had been put.
	 */
	final long polledPutTime() {
		return this.polledPutTime;
	}

	/**
	 * Return the context of the first item, of which there must be one.
	 */
	final @Nullable Object firstContext() {
		return (this.contexts != null) ? this.contexts[index(position(0))] : null;
	}

	final void set(int index, E item, long putTime, @Nullable Object context) {
		this.items[index] = item;
		this.putTimes[index] = putTime;
		if (context != null && this.contexts == null) {
			this.contexts = new Object[this.items.length];
		}
		if (this.contexts != null) {
			this.contexts[index] = context;
		}
		this.size++;
	}

	/**
	 * Return the item at a place that is going to be erased, and remember when it was
	 * put.
	 */
	final E polled(int index) {
		this.polledPutTime = this.putTimes[index];
		return item(index);
	}

	final void erase(int index) {
		clear(index);
		this.size--;
		if (this.size == 0 && this.items.length > LARGE) {
			resize(INITIAL, 0);
		}
	}

	final void clear(int index) {
		this.items[index] = null;
		if (this.contexts != null) {
			this.contexts[index] = null;
		}
	}

	final void move(int from, int to) {
		this.items[to] = this.items[from];
		this.putTimes[to] = this.putTimes[from];
		if (this.contexts != null) {
			this.contexts[to] = this.contexts[from];
		}
	}

	/**
	 * Double the full arrays.
	 * @param head the index of what is to come first
	 */
	final void grow(int head) {
		resize(Math.multiplyExact(this.items.length, 2), head);
	}

	private void resize(int length, int head) {
		@Nullable Object[] items = new Object[length];
		long[] putTimes = new long[length];
		@Nullable Object @Nullable [] contexts = (this.contexts != null) ? new Object[length] : null;
		for (int i = 0; i < this.size; i++) {
			int from = (head + i) & (this.items.length - 1);
			items[i] = this.items[from];
			putTimes[i] = this.putTimes[from];
			if (contexts != null && this.contexts != null) {
				contexts[i] = this.contexts[from];
			}
		}
		this.items = items;
		this.putTimes = putTimes;
		this.contexts = contexts;
	}

}
