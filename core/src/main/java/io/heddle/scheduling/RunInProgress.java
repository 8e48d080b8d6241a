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
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A run that has started and not ended.
 */
final class RunInProgress {

	/** How many characters of the text of a failure are kept. **/
	private static final int MAX_TEXT = 1000;

	private final long epoch;

	private final boolean triggered;

	private final Instant startedAt;

	private final Thread thread = Thread.currentThread();

	private final long start = System.nanoTime();

	private volatile boolean reported;

	RunInProgress(long epoch, boolean triggered, Instant startedAt) {
		this.epoch = epoch;
		this.triggered = triggered;
		this.startedAt = startedAt;
	}

	boolean isOf(long epoch) {
		return this.epoch == epoch;
	}

	boolean isStuck(ScheduleLimits limits) {
		Duration limit = limits.stuckAfter();
		return limit != null && runningFor().compareTo(limit) > 0;
	}

	/**
	 * Note that the run was reported as stuck.
	 * @return whether it was not reported before
	 */
	boolean report() {
		boolean first = !this.reported;
		this.reported = true;
		return first;
	}

	Instant startedAt() {
		return this.startedAt;
	}

	private Duration runningFor() {
		return Duration.ofNanos(System.nanoTime() - this.start);
	}

	RunningRun look(ScheduleLimits limits) {
		return new RunningRun(this.startedAt, runningFor(), this.triggered, this.thread.getName(), isStuck(limits),
				List.of(this.thread.getStackTrace()));
	}

	TaskRun end(@Nullable Throwable failure) {
		return new TaskRun(this.startedAt, runningFor(),
				(failure != null) ? TaskRun.Outcome.FAILED : TaskRun.Outcome.SUCCEEDED, this.triggered,
				(failure != null) ? describe(failure) : null);
	}

	/**
	 * The message is made by code of the application, which may throw.
	 */
	private static String describe(Throwable failure) {
		try {
			String text = String.valueOf(failure);
			return (text.length() > MAX_TEXT) ? text.substring(0, MAX_TEXT) + "…" : text;
		}
		catch (RuntimeException | Error ex) {
			return failure.getClass().getName();
		}
	}

}
