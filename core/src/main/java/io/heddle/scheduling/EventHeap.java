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

import java.util.Arrays;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A binary heap of events that know their place in it.
 */
final class EventHeap {

	private @Nullable ScheduledEvent[] events = new ScheduledEvent[16];

	private int size;

	boolean isEmpty() {
		return this.size == 0;
	}

	@Nullable ScheduledEvent first() {
		return this.events[0];
	}

	boolean contains(ScheduledEvent event) {
		return event.position < this.size && this.events[event.position] == event;
	}

	void add(ScheduledEvent event) {
		if (this.size == this.events.length) {
			this.events = Arrays.copyOf(this.events, 2 * this.size);
		}
		moveUp(event, this.size++);
	}

	void remove(ScheduledEvent event) {
		ScheduledEvent last = at(--this.size);
		this.events[this.size] = null;
		if (last != event) {
			int place = moveDown(last, event.position);
			moveUp(last, place);
		}
	}

	void forEach(Consumer<ScheduledEvent> consumer) {
		for (int i = 0; i < this.size; i++) {
			consumer.accept(at(i));
		}
	}

	private void moveUp(ScheduledEvent event, int from) {
		int place = from;
		while (place > 0) {
			ScheduledEvent parent = at((place - 1) >>> 1);
			if (!event.isBefore(parent)) {
				break;
			}
			put(parent, place);
			place = (place - 1) >>> 1;
		}
		put(event, place);
	}

	/**
	 * Move up those that come before an event.
	 * @param event the event, which is to be put
	 * @param from the free place
	 * @return the place that is free then
	 */
	private int moveDown(ScheduledEvent event, int from) {
		int place = from;
		while (2 * place + 1 < this.size) {
			int child = 2 * place + 1;
			if (child + 1 < this.size && at(child + 1).isBefore(at(child))) {
				child++;
			}
			if (!at(child).isBefore(event)) {
				break;
			}
			put(at(child), place);
			place = child;
		}
		return place;
	}

	private void put(ScheduledEvent event, int place) {
		this.events[place] = event;
		event.position = place;
	}

	@SuppressWarnings("NullAway")
	private ScheduledEvent at(int place) {
		return this.events[place];
	}

}
