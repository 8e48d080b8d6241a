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
 * Builds a {@link NamedLock}. A builder is not thread-safe; each call of {@link #build()}
 * makes a new lock.
 */
public final class NamedLockBuilder {

	final String name;

	boolean reentrant = true;

	boolean fair;

	@Nullable SynchronizerListener listener;

	NamedLockBuilder(String name) {
		this.name = Objects.requireNonNull(name, "'name' must not be null");
	}

	/**
	 * Set whether the owner may lock again, in which case only the owner may unlock;
	 * {@code true} by default. A lock that is not reentrant may be unlocked by any
	 * thread.
	 * @param reentrant whether the lock is reentrant
	 * @return this builder
	 */
	public NamedLockBuilder reentrant(boolean reentrant) {
		this.reentrant = reentrant;
		return this;
	}

	/**
	 * Set whether those that wait get the lock in the order of their arrival;
	 * {@code false} by default, for order costs throughput.
	 * @param fair whether the lock is fair
	 * @return this builder
	 */
	public NamedLockBuilder fair(boolean fair) {
		this.fair = fair;
		return this;
	}

	/**
	 * Set who is told of waits; nobody by default.
	 * @param listener the listener
	 * @return this builder
	 */
	public NamedLockBuilder listener(@Nullable SynchronizerListener listener) {
		this.listener = listener;
		return this;
	}

	/**
	 * Build the lock.
	 * @return a new lock
	 */
	public NamedLock build() {
		return new NamedLock(this);
	}

}
