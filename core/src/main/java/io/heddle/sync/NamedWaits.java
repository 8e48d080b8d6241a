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
import java.util.List;
import java.util.Map;
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
			else if (synchronizer instanceof NamedSemaphore semaphore && semaphore.sync().isReleasedByOwner()) {
				add(waits, semaphore.presentWaiters(), semaphore.sync().owner(), Deadlock.Kind.SEMAPHORE,
						semaphore.name());
			}
		}
		return waits;
	}

	private void addLock(Map<Long, WaitFor> waits, NamedLock lock) {
		LockSync sync = lock.sync();
		Thread owner = sync.owner();
		if (owner == null || !sync.isReleasedByOwner()) {
			return;
		}
		add(waits, lock.presentWaiters(), owner, Deadlock.Kind.LOCK, lock.name());
		for (Waiter waiter : lock.presentConditionWaiters()) {
			// once signalled it waits for the lock, whatever its timeout
			if (sync.isQueued(waiter.thread())) {
				add(waits, waiter, owner, Deadlock.Kind.LOCK, lock.name());
			}
		}
	}

	private void add(Map<Long, WaitFor> waits, List<Waiter> waiters, @Nullable Thread owner, Deadlock.Kind kind,
			String name) {
		if (owner != null) {
			waiters.stream()
				.filter((waiter) -> !waiter.isTimed())
				.forEach((waiter) -> add(waits, waiter, owner, kind, name));
		}
	}

	private void add(Map<Long, WaitFor> waits, Waiter waiter, Thread owner, Deadlock.Kind kind, String name) {
		long id = waiter.thread().getId();
		waits.put(id, new WaitFor(id, waiter.thread(), owner.getId(), waiter, kind, name));
	}

}
