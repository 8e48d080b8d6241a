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
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * Puts and gets the items of a queue and keeps their accounts, all under one lock.
 *
 * @param <E> the type of the items
 */
final class QueueCore<E> {

	private final ReentrantLock lock = new ReentrantLock();

	private final Waiters producers = new Waiters(this.lock.newCondition());

	private final Waiters consumers = new Waiters(this.lock.newCondition());

	private final Waiters joiners = new Waiters(this.lock.newCondition());

	private final String name;

	private final NamedQueueType type;

	private final int capacity;

	private final ItemStore<E> store;

	private final Saturation saturation;

	private final SampledTime putTime = new SampledTime();

	private final SampledTime getTime = new SampledTime();

	private long puts;

	private long gets;

	private long dropped;

	private long done;

	private long waitNanos;

	private boolean shutDown;

	QueueCore(NamedQueueBuilder builder, Saturation saturation) {
		this.name = builder.name;
		this.type = builder.type;
		this.capacity = builder.capacity;
		this.store = ItemStore.of(builder.type, builder.comparator);
		this.saturation = saturation;
	}

	boolean offer(E item, @Nullable Object context) {
		this.store.check(item);
		this.lock.lock();
		try {
			if (addIfRoom(item, context)) {
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
		this.store.check(item);
		this.lock.lockInterruptibly();
		try {
			if (addIfRoom(item, context)) {
				return true;
			}
			if (!this.saturation.full()) {
				return awaitRoom(item, context, timeout);
			}
		}
		finally {
			this.lock.unlock();
		}
		this.saturation.report();
		this.lock.lockInterruptibly();
		try {
			return awaitRoom(item, context, timeout);
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean awaitRoom(E item, @Nullable Object context, long timeout) throws InterruptedException {
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
		if (this.store.size() < this.capacity) {
			this.producers.wakeOne();
		}
	}

	private boolean addIfRoom(E item, @Nullable Object context) {
		if (this.shutDown) {
			throw shutDownException("takes no more items");
		}
		if (this.store.size() >= this.capacity) {
			return false;
		}
		this.store.add(item, this.putTime.get(), context);
		this.puts++;
		this.consumers.wakeOne();
		return true;
	}

	/**
	 * Get the first item without waiting.
	 * @return the item, or {@code null} if there is none
	 */
	@Nullable E poll() {
		this.lock.lock();
		try {
			if (this.store.isReady()) {
				return next();
			}
			this.putTime.expire();
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
			if (this.store.isReady()) {
				return next();
			}
			return awaitItem(timeout) ? next() : null;
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
			if (!awaitItem(timeout)) {
				return null;
			}
			long before = this.waitNanos;
			E item = next();
			return new Received<>(queue, item, this.store.polledContext(), this.waitNanos - before);
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean awaitItem(long timeout) throws InterruptedException {
		if (this.store.isReady()) {
			return true;
		}
		this.consumers.begin();
		this.putTime.expire();
		this.getTime.expire();
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

	private E next() {
		E item = this.store.poll();
		this.gets++;
		this.waitNanos += Math.max(0, this.getTime.get() - this.store.polledPutTime());
		this.producers.wakeOne();
		this.saturation.left(this.store.size());
		wakeForDelayed();
		return item;
	}

	/**
	 * Whoever waits knows the delay of an item that another may have taken, or another
	 * was woken for and did not take.
	 */
	private void wakeForDelayed() {
		if (this.store.delays() && this.store.size() > 0) {
			this.consumers.wakeOne();
		}
	}

	int drainTo(Collection<? super E> target, int most) {
		this.lock.lock();
		try {
			int drained = 0;
			while (drained < most && this.store.isReady()) {
				target.add(Objects.requireNonNull(this.store.peek()));
				next();
				drained++;
			}
			return drained;
		}
		finally {
			this.lock.unlock();
		}
	}

	@Nullable E peek() {
		this.lock.lock();
		try {
			return this.store.peek();
		}
		finally {
			this.lock.unlock();
		}
	}

	int size() {
		this.lock.lock();
		try {
			return this.store.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Remove items that nobody gets.
	 * @param choice which
	 * @param most how many at most
	 * @return how many were removed
	 */
	int drop(ItemChoice<? super E> choice, int most) {
		this.lock.lock();
		try {
			int count = this.store.removeIf(choice, most);
			if (count > 0) {
				this.dropped += count;
				this.producers.wakeAll();
				this.saturation.left(this.store.size());
				wakeForDelayed();
				wakeJoiners();
			}
			return count;
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean contains(ItemChoice<? super E> choice) {
		this.lock.lock();
		try {
			return this.store.contains(choice);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Copy the items in the order in which they would be got.
	 */
	List<QueueEntry<E>> entries() {
		List<QueueEntry<E>> entries;
		this.lock.lock();
		try {
			entries = this.store.entries();
		}
		finally {
			this.lock.unlock();
		}
		this.store.sort(entries);
		return entries;
	}

	void taskDone() {
		this.lock.lock();
		try {
			if (this.done >= this.gets) {
				throw new IllegalStateException("taskDone() was called " + (this.done + 1) + " times but only "
						+ this.gets + " items were taken from queue '" + this.name + "'. Call it once for each item");
			}
			this.done++;
			wakeJoiners();
		}
		finally {
			this.lock.unlock();
		}
	}

	private long unfinished() {
		return this.puts - this.dropped - this.done;
	}

	private void wakeJoiners() {
		if (unfinished() == 0) {
			this.joiners.wakeAll();
		}
	}

	boolean join(long timeout) throws InterruptedException {
		this.lock.lockInterruptibly();
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
			this.lock.unlock();
		}
	}

	/**
	 * Shut down.
	 * @param immediate whether to drop the items
	 * @return how many items were dropped, or -1 if it was shut down before
	 */
	int shutDown(boolean immediate) {
		this.lock.lock();
		try {
			boolean first = !this.shutDown;
			this.shutDown = true;
			int count = immediate ? drop((item, sequence) -> true, Integer.MAX_VALUE) : 0;
			this.producers.wakeAll();
			this.consumers.wakeAll();
			return first ? count : -1;
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean isShutDown() {
		this.lock.lock();
		try {
			return this.shutDown;
		}
		finally {
			this.lock.unlock();
		}
	}

	private ShutDownException shutDownException(String consequence) {
		return new ShutDownException("Queue '" + this.name + "' is shut down and " + consequence);
	}

	NamedQueueSnapshot snapshot() {
		this.lock.lock();
		try {
			this.putTime.expire();
			this.getTime.expire();
			int size = this.store.size();
			Duration oldest = (size > 0) ? Duration.ofNanos(Math.max(0, System.nanoTime() - this.store.oldestPutTime()))
					: null;
			return new NamedQueueSnapshot(this.name, this.type, size,
					(this.capacity != Integer.MAX_VALUE) ? this.capacity : null, oldest, unfinished(), this.puts,
					this.gets, this.dropped, Duration.ofNanos(this.waitNanos), this.producers.count(),
					this.consumers.count(), this.shutDown);
		}
		finally {
			this.lock.unlock();
		}
	}

	List<BlockedThread> blockedProducers() {
		return list(this.producers);
	}

	List<BlockedThread> blockedConsumers() {
		return list(this.consumers);
	}

	private List<BlockedThread> list(Waiters waiters) {
		this.lock.lock();
		try {
			return waiters.list();
		}
		finally {
			this.lock.unlock();
		}
	}

}
