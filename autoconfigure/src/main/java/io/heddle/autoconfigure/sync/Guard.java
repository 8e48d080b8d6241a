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
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.heddle.sync.Hold;
import io.heddle.sync.NamedLock;
import io.heddle.sync.NamedSemaphore;
import io.heddle.sync.Synchronizer;
import io.heddle.sync.SynchronizerTimeoutException;

/**
 * What the thread of a call has to hold.
 *
 * @param name the name of the lock or semaphore
 * @param place the method to call, for a message
 * @param synchronizer the lock or semaphore, asked for at the first call
 * @param timeout how long to wait for it, or {@code null} for as long as necessary
 */
record Guard(String name, String place, Supplier<? extends Synchronizer> synchronizer, @Nullable Duration timeout) {

	/**
	 * Take the lock or a permit.
	 * @return the hold
	 * @throws InterruptedException if interrupted while waiting
	 * @throws SynchronizerTimeoutException if it is not free in time
	 */
	Hold hold() throws InterruptedException {
		Synchronizer synchronizer = this.synchronizer.get();
		try {
			if (synchronizer instanceof NamedLock lock) {
				return (this.timeout != null) ? lock.hold(this.timeout) : lock.hold();
			}
			NamedSemaphore semaphore = (NamedSemaphore) synchronizer;
			return (this.timeout != null) ? semaphore.hold(this.timeout) : semaphore.hold();
		}
		catch (TimeoutException ex) {
			throw new SynchronizerTimeoutException(this.place, this.name, ex);
		}
	}

}
