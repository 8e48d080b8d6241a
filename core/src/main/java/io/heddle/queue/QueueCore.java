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

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Holds the lock of a queue for what is done to it.
 *
 * @param <E> the type of the items
 */
final class QueueCore<E> {

	private final ReentrantLock lock;

	private final QueueState<E> state;

	private final Saturation saturation;

	QueueCore(NamedQueueBuilder builder, Saturation saturation) {
		this.lock = new QueueLock(builder.type);
		this.state = new QueueState<>(builder, saturation, this.lock);
		this.saturation = saturation;
	}

	boolean offer(E item, @Nullable Object context) {
		this.state.store().check(item);
		this.lock.lock();
		try {
			if (this.state.addIfRoom(item, context)) {
				return true;
			}
			if (!this.saturation.full()) {
				return false;
			}
		}
		finally {
			this.lock.unlock();
		}
		this.saturation.report();
		return false;
	}

	/**
	 * Put an item, waiting for room if need be.
	 * @param item the item
	 * @param context what is carried to who gets it
	 * @param timeout how long to wait at most; the greatest number is for ever
	 * @return whether there was room in time
	 * @throws InterruptedException if the thread is interrupted
	 */
	boolean put(E item, @Nullable Object context, long timeout) throws InterruptedException {
		this.state.store().check(item);
		this.lock.lockInterruptibly();
		try {
			if (this.state.addIfRoom(item, context)) {
				return true;
			}
			if (!this.saturation.full()) {
				return this.state.awaitRoom(item, context, timeout);
			}
		}
		finally {
			this.lock.unlock();
		}
		this.saturation.report();
		this.lock.lockInterruptibly();
		try {
			return this.state.awaitRoom(item, context, timeout);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Get the first item without waiting.
	 * @return the item, or {@code null} if there is none
	 */
	@Nullable E poll() {
		this.lock.lock();
		try {
			if (this.state.store().isReady()) {
				return this.state.next();
			}
			this.state.somebodyLooks();
			return null;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Get the first item, waiting for it if need be.
	 * @param timeout how long to wait at most; the greatest number is for ever
	 * @return the item, or {@code null} if there was none in time
	 * @throws InterruptedException if the thread is interrupted
	 */
	@Nullable E get(long timeout) throws InterruptedException {
		this.lock.lockInterruptibly();
		try {
			return this.state.awaitItem(timeout) ? this.state.next() : null;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Get the first item with what was carried along with it.
	 * @param queue the queue
	 * @param timeout how long to wait at most; the greatest number is for ever
	 * @return the item, or {@code null} if there was none in time
	 * @throws InterruptedException if the thread is interrupted
	 */
	@Nullable Received<E> receive(NamedQueue<E> queue, long timeout) throws InterruptedException {
		this.lock.lockInterruptibly();
		try {
			if (!this.state.awaitItem(timeout)) {
				return null;
			}
			long before = this.state.waitNanos();
			Object context = this.state.store().firstContext();
			E item = this.state.next();
			return new Received<>(queue, item, context, this.state.waitNanos() - before);
		}
		finally {
			this.lock.unlock();
		}
	}

	int drainTo(Collection<? super E> target, int most) {
		return locked(() -> {
			int drained = 0;
			while (drained < most && this.state.store().isReady()) {
				target.add(Objects.requireNonNull(this.state.store().peek()));
				this.state.next();
				drained++;
			}
			return drained;
		});
	}

	@Nullable E peek() {
		this.lock.lock();
		try {
			return this.state.store().peek();
		}
		finally {
			this.lock.unlock();
		}
	}

	int size() {
		return locked(() -> this.state.store().size());
	}

	/**
	 * Remove items that nobody gets.
	 * @param choice which
	 * @param most how many at most
	 * @return how many were removed
	 */
	int drop(ItemChoice<? super E> choice, int most) {
		return locked(() -> this.state.drop(choice, most));
	}

	boolean contains(ItemChoice<? super E> choice) {
		return locked(() -> new StoreContents<>(this.state.store()).contains(choice));
	}

	/**
	 * Copy the items in the order in which they would be got.
	 */
	List<QueueEntry<E>> entries() {
		List<QueueEntry<E>> entries = locked(() -> new StoreContents<>(this.state.store()).entries());
		this.state.store().sort(entries);
		return entries;
	}

	void taskDone() {
		this.lock.lock();
		try {
			this.state.taskDone();
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean join(long timeout) throws InterruptedException {
		this.lock.lockInterruptibly();
		try {
			return this.state.awaitDone(timeout);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Shut down.
	 * @param immediate whether to drop the items
	 * @return how many items were dropped, or -1 if it was shut down before and there was
	 * none to drop
	 */
	int shutDown(boolean immediate) {
		return locked(() -> {
			boolean first = this.state.shutDown();
			int count = immediate ? this.state.drop((item, putTime) -> true, Integer.MAX_VALUE) : 0;
			return (first || count > 0) ? count : -1;
		});
	}

	boolean isShutDown() {
		return locked(this.state::isShutDown);
	}

	NamedQueueSnapshot snapshot() {
		return locked(this.state::snapshot);
	}

	List<BlockedThread> blockedProducers() {
		return locked(this.state.producers()::list);
	}

	List<BlockedThread> blockedConsumers() {
		return locked(this.state.consumers()::list);
	}

	private <T> T locked(Supplier<T> action) {
		this.lock.lock();
		try {
			return action.get();
		}
		finally {
			this.lock.unlock();
		}
	}

}
