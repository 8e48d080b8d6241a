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

package io.heddle.scheduling;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Events in the slots of a hierarchical timing wheel, each of which is a list without
 * order. A time is a number of seven digits, its key; so is the base, which only grows.
 * An event lies at the level of the highest digit in which its key differs from the base,
 * in the slot of that digit. So what lies at a lower level comes before what lies at a
 * higher one, and of one level what lies in a lower slot before what lies in a higher
 * one.
 */
final class TimingWheel {

	/** The bits of a digit. **/
	private static final int BITS = 8;

	/** The slots of a level. **/
	private static final int SLOTS = 1 << BITS;

	private static final int LEVELS = 7;

	/** A unit of the key is 1,024 nanoseconds. **/
	private static final int NANO_BITS = 10;

	/** As many events are put in order as fast as they are spread. **/
	private static final int FEW = 32;

	/** The first events of the lists, level by level. **/
	private final @Nullable ScheduledEvent[] slots = new ScheduledEvent[LEVELS * SLOTS];

	/** How many events the slots have. **/
	private final int[] counts = new int[LEVELS * SLOTS];

	/** A bit for each slot that has events. **/
	private final long[] occupied = new long[LEVELS * SLOTS / Long.SIZE];

	/** A bit for each of the words above that has one. **/
	private int occupiedWords;

	private long base;

	/**
	 * Return the key of a time; a later time has no lower one.
	 */
	static long key(long nanos) {
		return (nanos ^ Long.MIN_VALUE) >>> NANO_BITS;
	}

	/**
	 * Set the base, which may be lower than before; only without events.
	 */
	void restart(long base) {
		this.base = base;
	}

	/**
	 * Add an event, unless it is not after the base.
	 * @param event the event
	 * @return whether it was added; otherwise it comes before all that are here
	 */
	boolean add(ScheduledEvent event) {
		long key = key(event.nanos());
		if (key <= this.base) {
			return false;
		}
		int slot = slot(key);
		ScheduledEvent next = this.slots[slot];
		if (next != null) {
			next.previous = event;
		}
		event.next = next;
		event.position = slot;
		this.slots[slot] = event;
		if (this.counts[slot]++ == 0) {
			// a shift takes but the last bits of the slot
			this.occupied[slot / Long.SIZE] |= 1L << slot;
			this.occupiedWords |= 1 << (slot / Long.SIZE);
		}
		return true;
	}

	private int slot(long key) {
		int level = (Long.SIZE - 1 - Long.numberOfLeadingZeros(key ^ this.base)) / BITS;
		return SLOTS * level + ((int) (key >>> (BITS * level)) & (SLOTS - 1));
	}

	void remove(ScheduledEvent event) {
		ScheduledEvent previous = event.previous;
		ScheduledEvent next = event.next;
		if (next != null) {
			next.previous = previous;
		}
		if (previous != null) {
			previous.next = next;
		}
		else {
			this.slots[event.position] = next;
		}
		event.previous = null;
		event.next = null;
		removed(event.position, 1);
	}

	private void removed(int slot, int count) {
		this.counts[slot] -= count;
		if (this.counts[slot] == 0) {
			int word = slot / Long.SIZE;
			this.occupied[word] &= ~(1L << slot);
			if (this.occupied[word] == 0) {
				this.occupiedWords &= ~(1 << word);
			}
		}
	}

	/**
	 * Return the slot with the events that come first.
	 * @return the slot, or -1 if there are no events
	 */
	int firstSlot() {
		if (this.occupiedWords == 0) {
			return -1;
		}
		int word = Integer.numberOfTrailingZeros(this.occupiedWords);
		return Long.SIZE * word + Long.numberOfTrailingZeros(this.occupied[word]);
	}

	/**
	 * Return the lowest key that an event in a slot can have.
	 */
	long start(int slot) {
		int shift = BITS * (slot / SLOTS);
		return (((this.base >>> shift) & -SLOTS) | (slot % SLOTS)) << shift;
	}

	boolean hasFew(int slot) {
		return this.counts[slot] <= FEW;
	}

	/**
	 * Return the first event of a slot in their order.
	 */
	@Nullable ScheduledEvent earliest(int slot) {
		ScheduledEvent earliest = this.slots[slot];
		for (ScheduledEvent event = earliest; event != null && earliest != null; event = event.next) {
			earliest = event.isBefore(earliest) ? event : earliest;
		}
		return earliest;
	}

	/**
	 * Move the events of the first slot to lower levels, and those that come before all
	 * others to a heap. If they are few, all do.
	 */
	void moveOn(int firstSlot, EventHeap heap) {
		long start = start(firstSlot);
		long range = (1L << (BITS * (firstSlot / SLOTS))) - 1;
		this.base = hasFew(firstSlot) ? start | range : start;
		ScheduledEvent event = this.slots[firstSlot];
		this.slots[firstSlot] = null;
		removed(firstSlot, this.counts[firstSlot]);
		while (event != null) {
			ScheduledEvent next = event.next;
			event.previous = null;
			event.next = null;
			if (!add(event)) {
				heap.add(event);
			}
			event = next;
		}
	}

	void forEach(Consumer<ScheduledEvent> consumer) {
		for (ScheduledEvent first : this.slots) {
			for (ScheduledEvent event = first; event != null; event = event.next) {
				consumer.accept(event);
			}
		}
	}

}
