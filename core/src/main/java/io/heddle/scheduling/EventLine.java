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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * The events of a scheduler and those who wait for them. Thread-safe.
 */
final class EventLine {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final EventQueue queue = new EventQueue();

	private final long longestWait;

	private long sequence;

	private int waiting;

	/** For which somebody waits. **/
	private @Nullable ScheduledEvent awaited;

	/**
	 * Create a line.
	 * @param longestWait after so many nanoseconds at most, those who wait look at the
	 * clock
	 */
	EventLine(long longestWait) {
		this.longestWait = longestWait;
	}

	ScheduledEvent add(EventTime time, int priority, Runnable action, EventTime now) {
		this.lock.lock();
		try {
			ScheduledEvent event = new ScheduledEvent(time, priority, this.sequence++, action);
			this.queue.add(event, now);
			if (this.awaited != null && event.isBefore(this.awaited)) {
				this.changed.signalAll();
			}
			return event;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Remove an event.
	 * @return whether it was there
	 */
	boolean remove(ScheduledEvent event) {
		this.lock.lock();
		try {
			return take(event);
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean take(ScheduledEvent event) {
		boolean taken = this.queue.remove(event);
		if (taken && this.waiting > 0 && this.queue.size() == 0) {
			this.changed.signalAll();
		}
		return taken;
	}

	/**
	 * Return the first event, and remove it if it is due.
	 * @param now the time
	 * @param await whether to wait for an event that is not due; the time and the first
	 * event are to be looked at again then
	 */
	@Nullable ScheduledEvent next(EventTime now, boolean await) throws InterruptedException {
		this.lock.lock();
		try {
			ScheduledEvent first = this.queue.first(now);
			if (first != null && first.isDue(now)) {
				take(first);
			}
			else if (first != null && await) {
				await(first, first.delay(now));
			}
			return first;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void await(ScheduledEvent event, Duration delay) throws InterruptedException {
		this.waiting++;
		this.awaited = event;
		try {
			// as long as there is for longer
			this.changed.awaitNanos(Math.min(TimeUnit.NANOSECONDS.convert(delay), this.longestWait));
		}
		finally {
			this.waiting--;
			if (this.waiting == 0) {
				this.awaited = null;
			}
		}
	}

	@Nullable ScheduledEvent peek(EventTime now) {
		this.lock.lock();
		try {
			return this.queue.first(now);
		}
		finally {
			this.lock.unlock();
		}
	}

	int size() {
		this.lock.lock();
		try {
			return this.queue.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	List<ScheduledEvent> events() {
		List<ScheduledEvent> events;
		this.lock.lock();
		try {
			events = this.queue.toList();
		}
		finally {
			this.lock.unlock();
		}
		// without the lock: what they are compared by does not change
		return events.stream().sorted(ScheduledEvent.ORDER).toList();
	}

}
