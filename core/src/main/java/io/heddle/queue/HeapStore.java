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
 * Items in their order of priority, in arrays that are used as a binary heap; those that
 * are equal in the order of their puts. All comparisons of a put and of a poll come
 * before its first change, since a comparison may throw; what takes many steps can be
 * undone.
 *
 * @param <E> the type of the items
 */
class HeapStore<E> extends ItemStore<E> {

	private final boolean natural;

	private final Comparator<Object> comparator;

	/** The way down from the top that the last item takes. **/
	private final int[] way = new int[Integer.SIZE];

	@SuppressWarnings("unchecked")
	HeapStore(@Nullable Comparator<Object> comparator) {
		this.natural = comparator == null;
		this.comparator = (comparator != null) ? comparator : (one, two) -> ((Comparable<Object>) one).compareTo(two);
	}

	@Override
	void check(E item) {
		if (this.natural && !(item instanceof Comparable)) {
			throw new ClassCastException(
					"'item' must be Comparable in a queue of type PRIORITY but is a " + item.getClass().getName()
							+ ". Let the class implement Comparable, or build the queue with a comparator");
		}
	}

	@Override
	void add(E item, long putTime, @Nullable Object context) {
		int size = size();
		int place = size;
		while (place > 0 && compare(item, item((place - 1) >>> 1)) < 0) {
			place = (place - 1) >>> 1;
		}
		if (size == length()) {
			grow(0);
		}
		int from = size;
		while (from != place) {
			int parent = (from - 1) >>> 1;
			move(parent, from);
			from = parent;
		}
		set(place, item, putTime, context);
	}

	@Override
	E poll() {
		int last = size() - 1;
		int steps = findWayDown(0, last, last);
		E item = polled(0);
		moveAlong(0, steps, last);
		erase(last);
		return item;
	}

	/**
	 * Find the way of an item down from the top of a part of the heap: along the lesser
	 * children to the very bottom, and back up to its place. That takes half of the
	 * comparisons, for an item from the end belongs near the bottom.
	 * @param top the place where it is put
	 * @param moved the index of the item
	 * @param size the number of other items
	 * @return the number of steps
	 */
	private int findWayDown(int top, int moved, int size) {
		int steps = 0;
		int place = top;
		while (place < (size >>> 1)) {
			int child = 2 * place + 1;
			if (child + 1 < size && isBefore(child + 1, child)) {
				child++;
			}
			this.way[steps++] = child;
			place = child;
		}
		while (steps > 0 && isBefore(moved, this.way[steps - 1])) {
			steps--;
		}
		return steps;
	}

	private void moveAlong(int top, int steps, int moved) {
		int place = top;
		for (int i = 0; i < steps; i++) {
			move(this.way[i], place);
			place = this.way[i];
		}
		move(moved, place);
	}

	private boolean isBefore(int one, int two) {
		int order = compare(item(one), item(two));
		return order < 0 || (order == 0 && putTime(one) - putTime(two) < 0);
	}

	private int compare(E one, E two) {
		return this.comparator.compare(one, two);
	}

	@Override
	int index(int position) {
		return position;
	}

	@Override
	void change(Runnable steps) {
		Runnable undo = copy();
		try {
			steps.run();
		}
		catch (Throwable ex) {
			undo.run();
			throw ex;
		}
	}

	/**
	 * With the free place behind the last item as the one from which each is moved.
	 */
	@Override
	void reorder() {
		int size = size();
		for (int top = (size >>> 1) - 1; top >= 0; top--) {
			move(top, size);
			moveAlong(top, findWayDown(top, size, size), size);
		}
		clear(size);
	}

	@Override
	long oldestPutTime() {
		long oldest = putTime(0);
		for (int i = 1; i < size(); i++) {
			oldest = (putTime(i) - oldest < 0) ? putTime(i) : oldest;
		}
		return oldest;
	}

	@Override
	void sort(List<QueueEntry<E>> entries) {
		Comparator<QueueEntry<E>> order = (one, two) -> compare(one.item(), two.item());
		entries.sort(order.thenComparing((one, two) -> Long.signum(one.putTime() - two.putTime())));
	}

}
