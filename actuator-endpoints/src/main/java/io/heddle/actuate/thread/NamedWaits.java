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

package io.heddle.actuate.thread;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.heddle.queue.BlockedThread;
import io.heddle.queue.NamedQueue;
import io.heddle.sync.HolderSnapshot;
import io.heddle.sync.LockSnapshot;
import io.heddle.sync.NamedBarrier;
import io.heddle.sync.NamedEvent;
import io.heddle.sync.NamedLock;
import io.heddle.sync.NamedSemaphore;
import io.heddle.sync.SemaphoreSnapshot;
import io.heddle.sync.Synchronizer;
import io.heddle.sync.WaiterSnapshot;

/**
 * Which thread waits for which named synchronizer or queue, and holds which, at one
 * moment.
 */
final class NamedWaits {

	private final Map<Long, BlockedOnDescriptor> blocked = new HashMap<>();

	private final Map<Long, List<String>> held = new HashMap<>();

	/** The virtual ones among them; nobody else may know of these. **/
	private final Map<Long, String> virtualThreads = new HashMap<>();

	private NamedWaits() {
	}

	static NamedWaits of(Collection<Synchronizer> synchronizers, Collection<? extends NamedQueue<?>> queues) {
		NamedWaits waits = new NamedWaits();
		synchronizers.forEach(waits::add);
		queues.forEach(waits::add);
		return waits;
	}

	private void add(NamedQueue<?> queue) {
		add(queue.name(), queue.blockedProducers());
		add(queue.name(), queue.blockedConsumers());
	}

	private void add(String queue, List<BlockedThread> threads) {
		for (BlockedThread thread : threads) {
			add(thread.threadId(), thread.thread(), thread.virtual(),
					new BlockedOnDescriptor("queue", queue, thread.since(), thread.waitingFor(), null));
		}
	}

	private void add(Synchronizer synchronizer) {
		if (synchronizer instanceof NamedLock lock) {
			add(lock.snapshot());
		}
		else if (synchronizer instanceof NamedSemaphore semaphore) {
			SemaphoreSnapshot snapshot = semaphore.snapshot();
			add("semaphore", snapshot.name(), snapshot.waiters(), snapshot.holders());
			snapshot.holders().forEach((holder) -> hold("semaphore", snapshot.name(), holder));
		}
		else if (synchronizer instanceof NamedEvent event) {
			add("event", event.name(), event.waiters(), List.of());
		}
		else if (synchronizer instanceof NamedBarrier barrier) {
			add("barrier", barrier.name(), barrier.waiters(), List.of());
		}
	}

	private void add(LockSnapshot lock) {
		HolderSnapshot owner = lock.owner();
		List<HolderSnapshot> owners = (owner != null) ? List.of(owner) : List.of();
		add("lock", lock.name(), lock.waiters(), owners);
		lock.conditions()
			.forEach((condition) -> add("condition", lock.name() + "." + condition.name(), condition.waiters(),
					List.of()));
		owners.forEach((holder) -> hold("lock", lock.name(), holder));
	}

	private void add(String kind, String name, List<WaiterSnapshot> waiters, List<HolderSnapshot> holders) {
		for (WaiterSnapshot waiter : waiters) {
			add(waiter.threadId(), waiter.thread(), waiter.virtual(),
					BlockedOnDescriptor.of(kind, name, waiter, holders));
		}
	}

	private void add(long threadId, String thread, boolean virtual, BlockedOnDescriptor blockedOn) {
		this.blocked.put(threadId, blockedOn);
		if (virtual) {
			this.virtualThreads.put(threadId, thread);
		}
	}

	private void hold(String kind, String name, HolderSnapshot holder) {
		this.held.computeIfAbsent(holder.threadId(), (id) -> new ArrayList<>()).add(kind + " " + name);
		if (holder.virtual()) {
			this.virtualThreads.put(holder.threadId(), holder.thread());
		}
	}

	@Nullable BlockedOnDescriptor blockedOn(long threadId) {
		return this.blocked.get(threadId);
	}

	@Nullable List<String> heldBy(long threadId) {
		return this.held.get(threadId);
	}

	Map<Long, String> virtualThreads() {
		return this.virtualThreads;
	}

}
