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

package io.heddle.queue;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * The items of a queue, who waits for what, and the accounts. All is guarded by one lock,
 * which whoever calls has to hold.
 *
 * @param <E> the type of the items
 */
final class QueueState<E> {

	private final String name;

	private final NamedQueueType type;

	private final int capacity;

	private final ItemStore<E> store;

	private final Saturation saturation;

	private final Waiters producers;

	private final Waiters consumers;

	private final Waiters joiners;

	private final SampledTime putTime;

	private final Takings takings;

	private long dropped;

	private long done;

	private boolean shutDown;

	QueueState(NamedQueueBuilder builder, Saturation saturation, ReentrantLock lock) {
		this.name = builder.name;
		this.type = builder.type;
		this.capacity = builder.capacity;
		Ticker ticker = new Ticker(builder.name + "-clock");
		this.putTime = new SampledTime(ticker);
		this.takings = new Takings(new SampledTime(ticker));
		this.store = ItemStore.of(builder.type, builder.comparator);
		this.store.limit(builder.capacity);
		this.saturation = saturation;
		this.producers = new Waiters(lock.newCondition());
		this.consumers = new Waiters(lock.newCondition());
		this.joiners = new Waiters(lock.newCondition());
	}

	ItemStore<E> store() {
		return this.store;
	}

	Waiters producers() {
		return this.producers;
	}

	Waiters consumers() {
		return this.consumers;
	}

	boolean addIfRoom(E item, @Nullable Object context) {
		if (this.store.hasRoom()) {
			this.store.add(item, this.putTime.get(), context);
			this.consumers.wakeOne();
			return true;
		}
		if (this.shutDown) {
			throw shutDownException("takes no more items");
		}
		return false;
	}

	boolean awaitRoom(E item, @Nullable Object context, long timeout) throws InterruptedException {
		this.producers.begin();
		try {
			long nanos = timeout;
			while (!addIfRoom(item, context)) {
				if (nanos <= 0) {
					return false;
				}
				nanos = this.producers.await(nanos);
			}
			return true;
		}
		finally {
			this.producers.end();
			wakeForRoom();
		}
	}

	/**
	 * Whoever was woken for room may not have taken it.
	 */
	private void wakeForRoom() {
		if (this.store.hasRoom()) {
			this.producers.wakeOne();
		}
	}

	boolean awaitItem(long timeout) throws InterruptedException {
		if (this.store.isReady()) {
			return true;
		}
		this.consumers.begin();
		somebodyLooks();
		try {
			long nanos = timeout;
			while (!this.store.isReady()) {
				if (this.shutDown && this.store.size() == 0) {
					throw shutDownException("has no more items");
				}
				if (nanos <= 0) {
					return false;
				}
				nanos = awaitItem(nanos, this.store.readyIn());
			}
			return true;
		}
		finally {
			this.consumers.end();
			wakeForDelayed();
		}
	}

	private long awaitItem(long timeout, long delay) throws InterruptedException {
		if (delay >= timeout) {
			return this.consumers.await(timeout);
		}
		long left = this.consumers.await(delay);
		return (timeout != Long.MAX_VALUE) ? timeout - (delay - left) : timeout;
	}

	/**
	 * Read the clock for what comes next.
	 */
	void somebodyLooks() {
		this.putTime.expire();
		this.takings.expire();
	}

	/**
	 * Get the first item, of which there must be one.
	 */
	E next() {
		E item = poll();
		this.takings.add(this.store.polledPutTime());
		this.producers.wakeOne();
		this.saturation.left(this.store.size());
		wakeForDelayed();
		return item;
	}

	/**
	 * Whoever was woken for an item does not take it if a comparison throws.
	 */
	private E poll() {
		try {
			return this.store.poll();
		}
		catch (Throwable ex) {
			this.consumers.wakeOne();
			throw ex;
		}
	}

	/**
	 * Whoever waits knows the delay of an item that another may have taken, or another
	 * was woken for and did not take. If it was the last, nothing is to come after a
	 * shutdown.
	 */
	private void wakeForDelayed() {
		if (this.store.delays()) {
			if (this.store.size() > 0) {
				this.consumers.wakeOne();
			}
			else if (this.shutDown) {
				this.consumers.wakeAll();
			}
		}
	}

	int drop(ItemChoice<? super E> choice, int most) {
		int count = new StoreContents<>(this.store).removeIf(choice, most);
		if (count > 0) {
			this.dropped += count;
			this.producers.wakeAll();
			this.saturation.left(this.store.size());
			wakeForDelayed();
			wakeJoiners();
		}
		return count;
	}

	void taskDone() {
		if (this.done >= this.takings.count()) {
			throw new IllegalStateException(
					"taskDone() was called " + (this.done + 1) + " times but only " + this.takings.count()
							+ " items were taken from queue '" + this.name + "'. Call it once for each item");
		}
		this.done++;
		wakeJoiners();
	}

	private long unfinished() {
		return this.store.size() + this.takings.count() - this.done;
	}

	private void wakeJoiners() {
		if (unfinished() == 0) {
			this.joiners.wakeAll();
		}
	}

	boolean awaitDone(long timeout) throws InterruptedException {
		this.joiners.begin();
		try {
			long nanos = timeout;
			while (unfinished() > 0) {
				if (nanos <= 0) {
					return false;
				}
				nanos = this.joiners.await(nanos);
			}
			return true;
		}
		finally {
			this.joiners.end();
		}
	}

	/**
	 * Shut down.
	 * @return whether it was not before
	 */
	boolean shutDown() {
		boolean first = !this.shutDown;
		this.shutDown = true;
		this.store.limit(0);
		this.producers.wakeAll();
		this.consumers.wakeAll();
		return first;
	}

	boolean isShutDown() {
		return this.shutDown;
	}

	private ShutDownException shutDownException(String consequence) {
		return new ShutDownException("Queue '" + this.name + "' is shut down and " + consequence);
	}

	long waitNanos() {
		return this.takings.waitNanos();
	}

	NamedQueueSnapshot snapshot() {
		somebodyLooks();
		int size = this.store.size();
		Duration oldest = (size > 0) ? Duration.ofNanos(Math.max(0, System.nanoTime() - this.store.oldestPutTime()))
				: null;
		return new NamedQueueSnapshot(this.name, this.type, size,
				(this.capacity != Integer.MAX_VALUE) ? this.capacity : null, oldest, unfinished(),
				this.takings.count() + this.dropped + size, this.takings.count(), this.dropped,
				Duration.ofNanos(waitNanos()), this.producers.count(), this.consumers.count(), this.shutDown);
	}

}
