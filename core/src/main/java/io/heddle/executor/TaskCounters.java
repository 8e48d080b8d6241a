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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * The running counts of an executor. The identifiers of its tasks are the count of
 * submissions.
 */
final class TaskCounters {

	private final AtomicLong submitted = new AtomicLong();

	private final LongAdder[] outcomes = new LongAdder[Outcome.values().length];

	private final LongAdder executions = new LongAdder();

	private final LongAdder waitNanos = new LongAdder();

	private final LongAdder runNanos = new LongAdder();

	TaskCounters() {
		for (int i = 0; i < this.outcomes.length; i++) {
			this.outcomes[i] = new LongAdder();
		}
	}

	long submitted() {
		return this.submitted.incrementAndGet();
	}

	void ended(Outcome outcome) {
		this.outcomes[outcome.ordinal()].increment();
	}

	void ran(long waitNanos, long runNanos) {
		this.waitNanos.add(waitNanos);
		this.runNanos.add(runNanos);
		// last, so that the time of each counted execution is known
		this.executions.increment();
	}

	long count(Outcome outcome) {
		return this.outcomes[outcome.ordinal()].sum();
	}

	long executions() {
		return this.executions.sum();
	}

	Duration waitTime() {
		return Duration.ofNanos(this.waitNanos.sum());
	}

	Duration runTime() {
		return Duration.ofNanos(this.runNanos.sum());
	}

	/**
	 * Read the counts, the submissions last so that they are never fewer than the ends.
	 * @return the counts
	 */
	TaskCounts snapshot() {
		long completed = count(Outcome.COMPLETED);
		long failed = count(Outcome.FAILED);
		long cancelled = count(Outcome.CANCELLED);
		long rejected = count(Outcome.REJECTED);
		long timedOut = count(Outcome.TIMED_OUT);
		return new TaskCounts(this.submitted.get(), completed, failed, cancelled, rejected, timedOut);
	}

}
