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

package io.heddle.autoconfigure.sync;

import java.time.Duration;

import io.heddle.sync.Synchronizer;

/**
 * A thread has waited for a lock or for permits of a semaphore and gone without, for its
 * time was over. Published on that thread.
 */
@SuppressWarnings("serial")
public class SynchronizerTimedOutEvent extends SynchronizerEvent {

	private final Duration waited;

	/**
	 * Create a new event.
	 * @param synchronizer the lock or semaphore
	 * @param waited how long the thread waited
	 */
	public SynchronizerTimedOutEvent(Synchronizer synchronizer, Duration waited) {
		super(synchronizer);
		this.waited = waited;
	}

	/**
	 * Return how long the thread waited.
	 * @return the time
	 */
	public Duration getWaited() {
		return this.waited;
	}

}
