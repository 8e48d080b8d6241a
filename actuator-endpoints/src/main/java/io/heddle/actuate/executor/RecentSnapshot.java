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

package io.heddle.actuate.executor;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Clock;
import org.jspecify.annotations.Nullable;

import io.heddle.executor.ExecutorSnapshot;
import io.heddle.executor.NamedExecutor;

/**
 * The snapshot of an executor that all its meters share, so that reading them together
 * takes one.
 */
class RecentSnapshot {

	private static final long MAX_AGE = TimeUnit.MILLISECONDS.toNanos(100);

	private final NamedExecutor executor;

	private final Clock clock;

	private volatile @Nullable Reading latest;

	RecentSnapshot(NamedExecutor executor, Clock clock) {
		this.executor = executor;
		this.clock = clock;
	}

	ExecutorSnapshot get() {
		long now = this.clock.monotonicTime();
		Reading reading = this.latest;
		if (reading == null || now - reading.takenAt() > MAX_AGE) {
			reading = new Reading(this.executor.snapshot(), now);
			this.latest = reading;
		}
		return reading.snapshot();
	}

	private record Reading(ExecutorSnapshot snapshot, long takenAt) {
	}

}
