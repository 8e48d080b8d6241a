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
import java.time.Instant;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * What an {@link EventScheduler} runs at some time: the handle to cancel it. Events are
 * compared by identity.
 */
public final class ScheduledEvent {

	static final Comparator<ScheduledEvent> ORDER = (one, two) -> (one != two) ? (one.isBefore(two) ? -1 : 1) : 0;

	private final long nanos;

	private final long sequence;

	private final @Nullable Instant exactTime;

	private final int priority;

	private final Runnable action;

	// The rest belongs to the queue. A million events may wait: no object more for each.

	/** Where it is queued, if it is. **/
	@Nullable EventQueue queue;

	/** In the heap, or the slot of the wheel. **/
	int position;

	/** In its slot of the wheel. **/
	@Nullable ScheduledEvent previous;

	/** In its slot of the wheel. **/
	@Nullable ScheduledEvent next;

	ScheduledEvent(EventTime time, int priority, long sequence, Runnable action) {
		this.nanos = time.nanos();
		this.exactTime = time.exact();
		this.priority = priority;
		this.sequence = sequence;
		this.action = action;
	}

	/**
	 * Return when this is due.
	 * @return the time
	 */
	public Instant time() {
		return eventTime().instant();
	}

	/**
	 * Return the priority among the events that are due at the same time.
	 * @return the priority; the least number comes first
	 */
	public int priority() {
		return this.priority;
	}

	/**
	 * Return the number of events that were entered before this one; it orders those of
	 * the same time and priority.
	 * @return the sequence number
	 */
	public long sequence() {
		return this.sequence;
	}

	/**
	 * Return what is run.
	 * @return the action
	 */
	public Runnable action() {
		return this.action;
	}

	private EventTime eventTime() {
		return new EventTime(this.nanos, this.exactTime);
	}

	long nanos() {
		return this.nanos;
	}

	boolean isBefore(ScheduledEvent other) {
		if (this.nanos != other.nanos) {
			return this.nanos < other.nanos;
		}
		int order = (this.exactTime != null) ? eventTime().compareTo(other.eventTime()) : 0;
		if (order != 0) {
			return order < 0;
		}
		return (this.priority != other.priority) ? this.priority < other.priority : this.sequence < other.sequence;
	}

	boolean isDue(EventTime now) {
		return (this.exactTime != null) ? eventTime().compareTo(now) <= 0 : this.nanos <= now.nanos();
	}

	Duration delay(EventTime now) {
		return Duration.between(now.instant(), time());
	}

	@Override
	public String toString() {
		return "ScheduledEvent [time=" + time() + ", priority=" + this.priority + ", sequence=" + this.sequence + "]";
	}

}
