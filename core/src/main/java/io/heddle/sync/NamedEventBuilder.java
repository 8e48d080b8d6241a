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
 * Builds a {@link NamedEvent}. A builder is not thread-safe; each call of
 * {@link #build()} makes a new event.
 */
public final class NamedEventBuilder {

	final String name;

	boolean set;

	@Nullable SynchronizerListener listener;

	NamedEventBuilder(String name) {
		this.name = Objects.requireNonNull(name, "'name' must not be null");
	}

	/**
	 * Set whether the event is set from the beginning; {@code false} by default.
	 * @param set whether it is set
	 * @return this builder
	 */
	public NamedEventBuilder set(boolean set) {
		this.set = set;
		return this;
	}

	/**
	 * Set who is told of waits; nobody by default.
	 * @param listener the listener
	 * @return this builder
	 */
	public NamedEventBuilder listener(@Nullable SynchronizerListener listener) {
		this.listener = listener;
		return this;
	}

	/**
	 * Build the event.
	 * @return a new event
	 */
	public NamedEvent build() {
		return new NamedEvent(this);
	}

}
