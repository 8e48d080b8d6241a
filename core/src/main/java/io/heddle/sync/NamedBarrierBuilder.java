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

package io.heddle.sync;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link NamedBarrier}. A builder is not thread-safe; each call of
 * {@link #build()} makes a new barrier.
 */
public final class NamedBarrierBuilder {

	final String name;

	final int parties;

	@Nullable Duration timeout;

	@Nullable Runnable action;

	@Nullable SynchronizerListener listener;

	NamedBarrierBuilder(String name, int parties) {
		this.name = Objects.requireNonNull(name, "'name' must not be null");
		this.parties = parties;
	}

	/**
	 * Set how long {@link NamedBarrier#await()} waits before it breaks the barrier;
	 * without limit by default.
	 * @param timeout the longest time to wait
	 * @return this builder
	 */
	public NamedBarrierBuilder timeout(@Nullable Duration timeout) {
		this.timeout = timeout;
		return this;
	}

	/**
	 * Set what the last thread to arrive runs before all go on. If it throws, the barrier
	 * is broken.
	 * @param action the action
	 * @return this builder
	 */
	public NamedBarrierBuilder action(@Nullable Runnable action) {
		this.action = action;
		return this;
	}

	/**
	 * Set who is told of waits and of a break; nobody by default.
	 * @param listener the listener
	 * @return this builder
	 */
	public NamedBarrierBuilder listener(@Nullable SynchronizerListener listener) {
		this.listener = listener;
		return this;
	}

	/**
	 * Build the barrier.
	 * @return a new barrier
	 * @throws IllegalArgumentException if there are less than one party, or the timeout
	 * is not positive
	 */
	public NamedBarrier build() {
		if (this.parties < 1) {
			throw new IllegalArgumentException("'parties' must be at least 1 but is " + this.parties);
		}
		if (this.timeout != null && (this.timeout.isNegative() || this.timeout.isZero())) {
			throw new IllegalArgumentException(
					"'timeout' must be positive but is " + this.timeout + "; leave it out to wait without limit");
		}
		return new NamedBarrier(this);
	}

}
