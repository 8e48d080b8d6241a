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

package io.heddle.actuate.named;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The snapshot of a bean that all its meters share, so that reading them together takes
 * one.
 *
 * @param <S> the type of the snapshot
 */
public class RecentSnapshot<S> {

	private static final long MAX_AGE = TimeUnit.MILLISECONDS.toNanos(100);

	private final Supplier<S> source;

	private final Clock clock;

	private volatile @Nullable Reading<S> latest;

	/**
	 * Create a snapshot that is taken when it is needed.
	 * @param source takes one
	 * @param clock tells how old one is
	 */
	public RecentSnapshot(Supplier<S> source, Clock clock) {
		this.source = source;
		this.clock = clock;
	}

	S get() {
		long now = this.clock.monotonicTime();
		Reading<S> reading = this.latest;
		if (reading == null || now - reading.takenAt() > MAX_AGE) {
			reading = new Reading<>(this.source.get(), now);
			this.latest = reading;
		}
		return reading.snapshot();
	}

	private record Reading<S>(S snapshot, long takenAt) {
	}

}
