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

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Finds the threads, virtual ones included, that wait for the owner of a named
 * synchronizer.
 */
final class NamedWaits {

	private final Supplier<? extends Collection<? extends Synchronizer>> synchronizers;

	NamedWaits(Supplier<? extends Collection<? extends Synchronizer>> synchronizers) {
		this.synchronizers = synchronizers;
	}

	/**
	 * Return the waits that end only when an owner goes on.
	 * @return the waits by the identifier of the waiting thread
	 */
	Map<Long, WaitFor> find() {
		Map<Long, WaitFor> waits = new HashMap<>();
		for (Synchronizer synchronizer : this.synchronizers.get()) {
			if (synchronizer instanceof NamedLock lock) {
				addLock(waits, lock);
			}
			else if (synchronizer instanceof NamedSemaphore semaphore) {
				addSemaphore(waits, semaphore);
			}
		}
		return waits;
	}

	private void addLock(Map<Long, WaitFor> waits, NamedLock lock) {
		LockSync sync = lock.sync();
		if (sync.hasQueuedThreads() && sync.isReleasedByOwner()) {
			Set<Thread> queued = new HashSet<>(sync.getQueuedThreads());
			Thread owner = sync.owner();
			for (Waiter waiter : lock.presentWaiters()) {
				if (!waiter.isTimed()) {
					add(waits, waiter, queued, owner, Deadlock.Kind.LOCK, lock);
				}
			}
			for (Waiter waiter : lock.presentConditionWaiters()) {
				// once signalled it waits for the lock, whatever its timeout
				add(waits, waiter, queued, owner, Deadlock.Kind.LOCK, lock);
			}
		}
	}

	private void addSemaphore(Map<Long, WaitFor> waits, NamedSemaphore semaphore) {
		SemaphoreSync sync = semaphore.sync();
		if (sync.hasQueuedThreads() && sync.isReleasedByOwner()) {
			Set<Thread> queued = new HashSet<>(sync.getQueuedThreads());
			Thread owner = sync.owner();
			for (Waiter waiter : semaphore.presentWaiters()) {
				if (!waiter.isTimed()) {
					add(waits, waiter, queued, owner, Deadlock.Kind.SEMAPHORE, semaphore);
				}
			}
		}
	}

	/**
	 * Add a wait, unless it has ended already but the thread has not yet got round to
	 * saying so: then it is not queued any more, or owns what it waited for without
	 * having owned it before.
	 */
	private void add(Map<Long, WaitFor> waits, Waiter waiter, Set<Thread> queued, @Nullable Thread owner,
			Deadlock.Kind kind, Synchronizer synchronizer) {
		Thread thread = waiter.thread();
		if (owner != null && queued.contains(thread) && (thread != owner || waiter.detail() == synchronizer)) {
			waits.put(thread.getId(),
					new WaitFor(thread.getId(), thread, owner.getId(), waiter, 0, kind, synchronizer.name()));
		}
	}

}
