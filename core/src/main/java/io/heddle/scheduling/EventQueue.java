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

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Events in their order: those that come first in a heap, all others in a timing wheel,
 * where it costs the same whatever their number to add and to remove one. An event moves
 * to the heap shortly before it is due. Guarded by the lock of the scheduler.
 */
final class EventQueue {

	private final TimingWheel wheel = new TimingWheel();

	private final EventHeap heap = new EventHeap();

	private int size;

	int size() {
		return this.size;
	}

	void add(ScheduledEvent event, EventTime now) {
		if (this.size == 0) {
			this.wheel.restart(TimingWheel.key(now.nanos()));
		}
		if (!this.wheel.add(event)) {
			this.heap.add(event);
		}
		event.queue = this;
		this.size++;
	}

	/**
	 * Remove an event.
	 * @return whether it was here
	 */
	boolean remove(ScheduledEvent event) {
		if (event.queue != this) {
			return false;
		}
		if (this.heap.contains(event)) {
			this.heap.remove(event);
		}
		else {
			this.wheel.remove(event);
		}
		event.queue = null;
		this.size--;
		return true;
	}

	/**
	 * Return the event that comes first.
	 * @param now the time up to which events move to the heap; those that are to come
	 * stay where it costs less to remove them, if they are not too many to look at
	 */
	@Nullable ScheduledEvent first(EventTime now) {
		while (this.heap.isEmpty()) {
			int slot = this.wheel.firstSlot();
			if (slot == -1) {
				return null;
			}
			if (this.wheel.start(slot) > TimingWheel.key(now.nanos()) && this.wheel.hasFew(slot)) {
				return this.wheel.earliest(slot);
			}
			this.wheel.moveOn(slot, this.heap);
		}
		return this.heap.first();
	}

	/**
	 * Copy the events.
	 * @return the events, in any order
	 */
	List<ScheduledEvent> toList() {
		List<ScheduledEvent> events = new ArrayList<>(this.size);
		this.heap.forEach(events::add);
		this.wheel.forEach(events::add);
		return events;
	}

}
