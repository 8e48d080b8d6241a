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

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link NamedSemaphore}. A builder is not thread-safe; each call of
 * {@link #build()} makes a new semaphore.
 */
public final class NamedSemaphoreBuilder {

	final String name;

	int permits = 1;

	boolean fair = true;

	boolean bounded = true;

	@Nullable SynchronizerListener listener;

	NamedSemaphoreBuilder(String name) {
		this.name = Objects.requireNonNull(name, "'name' must not be null");
	}

	/**
	 * Set the number of permits; 1 by default.
	 * @param permits the permits; at least 1, or 0 if not bounded
	 * @return this builder
	 */
	public NamedSemaphoreBuilder permits(int permits) {
		this.permits = permits;
		return this;
	}

	/**
	 * Set whether those that wait get permits in the order of their arrival; {@code true}
	 * by default.
	 * @param fair whether the semaphore is fair
	 * @return this builder
	 */
	public NamedSemaphoreBuilder fair(boolean fair) {
		this.fair = fair;
		return this;
	}

	/**
	 * Set whether it is an error to release more permits than there were at the
	 * beginning; {@code true} by default.
	 * @param bounded whether the semaphore is bounded
	 * @return this builder
	 */
	public NamedSemaphoreBuilder bounded(boolean bounded) {
		this.bounded = bounded;
		return this;
	}

	/**
	 * Set who is told of waits; nobody by default.
	 * @param listener the listener
	 * @return this builder
	 */
	public NamedSemaphoreBuilder listener(@Nullable SynchronizerListener listener) {
		this.listener = listener;
		return this;
	}

	/**
	 * Build the semaphore.
	 * @return a new semaphore
	 * @throws IllegalArgumentException if the number of permits is out of range
	 */
	public NamedSemaphore build() {
		if (this.permits < 0) {
			throw new IllegalArgumentException("'permits' must not be negative but is " + this.permits);
		}
		if (this.permits == 0 && this.bounded) {
			throw new IllegalArgumentException(
					"'permits' must be at least 1 but is 0; to begin without permits, it must not be bounded");
		}
		return new NamedSemaphore(this);
	}

}
