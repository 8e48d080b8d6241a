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

package io.heddle.executor;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * The running counts of an executor. The identifiers of its tasks are the count of
 * submissions.
 */
final class TaskCounters {

	/** Where {@link #submitted} has its only number. **/
	private static final int SUBMITTED = 8;

	/**
	 * Written by all submitters: in the middle of an array, so that what the workers use
	 * is not in the same cache line.
	 */
	private final AtomicLongArray submitted = new AtomicLongArray(2 * SUBMITTED + 1);

	private final LongAdder[] outcomes = new LongAdder[Outcome.values().length];

	private final LongAdder ranWithoutResult = new LongAdder();

	private final Set<WorkerSlot> slots = ConcurrentHashMap.newKeySet();

	private long waitNanosOfEndedThreads;

	private long runNanosOfEndedThreads;

	TaskCounters() {
		for (int i = 0; i < this.outcomes.length; i++) {
			this.outcomes[i] = new LongAdder();
		}
	}

	long submitted() {
		return this.submitted.incrementAndGet(SUBMITTED);
	}

	void ended(Outcome outcome) {
		this.outcomes[outcome.ordinal()].increment();
	}

	/**
	 * Return the slots of the live threads, each of which sums up the times of its tasks.
	 * @return the slots
	 */
	Set<WorkerSlot> slots() {
		return this.slots;
	}

	void add(WorkerSlot slot) {
		this.slots.add(slot);
	}

	synchronized void remove(WorkerSlot slot) {
		this.slots.remove(slot);
		this.outcomes[Outcome.COMPLETED.ordinal()].add(slot.completedCount());
		this.waitNanosOfEndedThreads += slot.waitNanos();
		this.runNanosOfEndedThreads += slot.runNanos();
	}

	private long count(Outcome outcome) {
		return this.outcomes[outcome.ordinal()].sum();
	}

	private synchronized long completed() {
		long completed = count(Outcome.COMPLETED);
		for (WorkerSlot slot : this.slots) {
			completed += slot.completedCount();
		}
		return completed;
	}

	/**
	 * Count a task that ran to its end after it had been cancelled or timed out.
	 */
	void ranWithoutResult() {
		this.ranWithoutResult.increment();
	}

	long executions() {
		return completed() + count(Outcome.FAILED) + this.ranWithoutResult.sum();
	}

	synchronized Duration waitTime() {
		long nanos = this.waitNanosOfEndedThreads;
		for (WorkerSlot slot : this.slots) {
			nanos += slot.waitNanos();
		}
		return Duration.ofNanos(nanos);
	}

	synchronized Duration runTime() {
		long nanos = this.runNanosOfEndedThreads;
		for (WorkerSlot slot : this.slots) {
			nanos += slot.runNanos();
		}
		return Duration.ofNanos(nanos);
	}

	/**
	 * Return how many tasks have no outcome yet.
	 * @return the number of tasks, never too low
	 */
	long unsettled() {
		TaskCounts counts = snapshot();
		return counts.submitted() - counts.completed() - counts.failed() - counts.cancelled() - counts.rejected()
				- counts.timedOut();
	}

	/**
	 * Read the counts, the submissions last so that they are never fewer than the ends.
	 * @return the counts
	 */
	TaskCounts snapshot() {
		long completed = completed();
		long failed = count(Outcome.FAILED);
		long cancelled = count(Outcome.CANCELLED);
		long rejected = count(Outcome.REJECTED);
		long timedOut = count(Outcome.TIMED_OUT);
		return new TaskCounts(this.submitted.get(SUBMITTED), completed, failed, cancelled, rejected, timedOut);
	}

}
