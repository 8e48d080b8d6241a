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

package io.heddle.actuate.sync;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

import io.heddle.actuate.named.ThreadTasks;
import io.heddle.sync.NamedBarrier;
import io.heddle.sync.NamedEvent;
import io.heddle.sync.NamedLock;
import io.heddle.sync.NamedSemaphore;
import io.heddle.sync.Synchronizer;

/**
 * A synchronizer at one moment.
 */
public sealed interface SynchronizerDescriptor extends OperationResponseBody
		permits LockDescriptor, SemaphoreDescriptor, EventDescriptor, BarrierDescriptor, UnusedSynchronizerDescriptor {

	/**
	 * Return the kind of the synchronizer.
	 * @return {@code lock}, {@code semaphore}, {@code event} or {@code barrier}
	 */
	String kind();

	static SynchronizerDescriptor of(Synchronizer synchronizer, ThreadTasks tasks) {
		if (synchronizer instanceof NamedLock lock) {
			return LockDescriptor.of(lock.snapshot(), tasks);
		}
		if (synchronizer instanceof NamedSemaphore semaphore) {
			return SemaphoreDescriptor.of(semaphore.snapshot(), tasks);
		}
		return (synchronizer instanceof NamedEvent event) ? EventDescriptor.of(event.snapshot(), tasks)
				: BarrierDescriptor.of(((NamedBarrier) synchronizer).snapshot(), tasks);
	}

}
