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

package io.heddle.executor;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The queue of an executor: of any {@link QueueType}, with a capacity that can change,
 * and with a pause in which nothing can be taken. It knows how many threads wait for a
 * task; that makes hand-off (room is where a thread waits) and threads-first scaling
 * (grow where none does) exact.
 * <p>
 * All is guarded by one lock, but most tasks come in through the {@link Inbox}, as many
 * as there was room for when it was last opened. Whatever else depends on the number of
 * tasks closes it first.
 */
final class TaskQueue extends AbstractTaskQueue {

	private final ReentrantLock lock = new ReentrantLock();

	private final Takers takers = new Takers(this.lock.newCondition());

	private final Condition notFull = this.lock.newCondition();

	private final Inbox inbox = new Inbox();

	private final QueueType type;

	private final TaskStore store;

	private final Growth growth;

	private volatile int capacity;

	private volatile boolean paused;

	private volatile boolean closed;

	private int putters;

	private Runnable beforeWait = () -> {
	};

	/**
	 * Create a new queue.
	 * @param type the order
	 * @param capacity how many tasks may wait
	 * @param growth about the threads of the executor
	 */
	TaskQueue(QueueType type, int capacity, Growth growth) {
		this.type = type;
		this.store = TaskStore.of(type);
		this.capacity = capacity;
		this.growth = growth;
	}

	/**
	 * Set what a thread does before it waits for a task. To be called before the queue is
	 * used.
	 * @param beforeWait the action, which must not throw
	 */
	void beforeWait(Runnable beforeWait) {
		this.beforeWait = beforeWait;
	}

	QueueType type() {
		return this.type;
	}

	int capacity() {
		return this.capacity;
	}

	void capacity(int capacity) {
		locked(() -> {
			this.inbox.allow(0);
			this.capacity = capacity;
			this.notFull.signalAll();
		});
	}

	boolean isPaused() {
		return this.paused;
	}

	void pause(boolean paused) {
		locked(() -> {
			this.paused = paused;
			this.takers.wakeAll();
			this.notFull.signalAll();
		});
	}

	/**
	 * Wake and turn away all who wait for room, now and later.
	 */
	void close() {
		locked(() -> {
			this.closed = true;
			this.inbox.allow(0);
			this.notFull.signalAll();
		});
	}

	boolean isClosed() {
		return this.closed;
	}

	@Override
	public boolean offer(Runnable command) {
		Task task = (Task) command;
		if (this.inbox.offer(task)) {
			wakeTaker();
			return true;
		}
		return locked(() -> !rejectsToGrow() && addIfRoom(task));
	}

	private void wakeTaker() {
		if (this.takers.isAnyAsleep()) {
			locked(this.takers::wakeOne);
		}
	}

	private boolean rejectsToGrow() {
		return !this.paused && waiting() >= this.takers.count() && this.growth.comesFirst();
	}

	/**
	 * Queue a task if there is room, whether or not the executor could still grow.
	 * @param task the task
	 * @return whether it was queued
	 */
	boolean offerNow(Task task) {
		return locked(() -> addIfRoom(task));
	}

	@Override
	public boolean offer(Runnable command, long timeout, TimeUnit unit) throws InterruptedException {
		long nanos = unit.toNanos(timeout);
		this.lock.lockInterruptibly();
		try {
			this.putters++;
			while (!addIfRoom((Task) command)) {
				if (nanos <= 0 || this.closed) {
					return false;
				}
				nanos = this.notFull.awaitNanos(nanos);
			}
			return true;
		}
		finally {
			this.putters--;
			this.lock.unlock();
		}
	}

	private boolean addIfRoom(Task task) {
		this.inbox.allow(0);
		this.inbox.drainTo(this.store);
		if (this.closed || this.store.size() >= room()) {
			return false;
		}
		this.store.add(task);
		this.takers.wakeOne();
		if (this.putters == 0 && this.growth.leavesRoomToCapacity()) {
			this.inbox.allow(Math.max(0, Math.min(this.capacity - this.store.size(), Inbox.LENGTH)));
		}
		return true;
	}

	private int room() {
		if (this.paused) {
			return (this.type == QueueType.HANDOFF) ? 0 : this.capacity;
		}
		return this.growth.room(this.capacity, this.takers.count());
	}

	@Override
	public Task take() throws InterruptedException {
		Task task = takeNow();
		while (task == null) {
			task = await(Long.MAX_VALUE);
		}
		return task;
	}

	@Override
	public @Nullable Task poll(long timeout, TimeUnit unit) throws InterruptedException {
		Task task = takeNow();
		return (task != null) ? task : await(unit.toNanos(timeout));
	}

	private @Nullable Task takeNow() throws InterruptedException {
		this.lock.lockInterruptibly();
		try {
			return nextUnlessPaused();
		}
		finally {
			this.lock.unlock();
		}
	}

	private @Nullable Task await(long timeout) throws InterruptedException {
		this.beforeWait.run();
		this.lock.lockInterruptibly();
		try {
			startTaking();
			try {
				return awaitNext(timeout);
			}
			finally {
				this.takers.leave();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private @Nullable Task awaitNext(long timeout) throws InterruptedException {
		long nanos = timeout;
		Task task = nextUnlessPaused();
		while (task == null && nanos > 0) {
			nanos = this.takers.awaitNanos(nanos);
			task = nextUnlessPaused();
		}
		if (task != null) {
			task.awaited();
		}
		return task;
	}

	private void startTaking() {
		this.takers.arrive();
		if (this.type == QueueType.HANDOFF && this.putters > 0) {
			this.notFull.signal();
		}
	}

	/**
	 * Announce a thread that is going to take a task, if one waits for which none comes
	 * yet.
	 * @param condition what else must hold
	 * @return whether a thread is to come, and call {@link #pollAnnounced()}
	 */
	boolean announceTaker(BooleanSupplier condition) {
		return locked(() -> {
			boolean needed = !this.paused && this.takers.count() == 0 && waiting() > 0;
			if (!needed || !condition.getAsBoolean()) {
				return false;
			}
			this.takers.arriveAwake();
			return true;
		});
	}

	/**
	 * Take a task as the thread that was announced.
	 * @return the task, or {@code null} if none is to be taken any more
	 */
	@Nullable Task pollAnnounced() {
		return locked(() -> {
			this.takers.leave();
			return nextUnlessPaused();
		});
	}

	void takeBackAnnouncement() {
		locked(this.takers::leave);
	}

	@Nullable Task pollUnlessPaused() {
		this.lock.lock();
		try {
			return nextUnlessPaused();
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public @Nullable Task poll() {
		return locked(this::next);
	}

	private @Nullable Task nextUnlessPaused() {
		return this.paused ? null : next();
	}

	private @Nullable Task next() {
		if (this.type == QueueType.LIFO) {
			this.inbox.drainTo(this.store);
		}
		Task task = this.store.poll();
		if (task == null) {
			task = this.inbox.poll();
		}
		if (task != null) {
			madeRoom();
		}
		return task;
	}

	private void madeRoom() {
		if (this.putters > 0) {
			this.notFull.signal();
		}
	}

	/**
	 * Remove the task that has waited longest.
	 * @return the task, or {@code null} if none waits
	 */
	@Nullable Task pollOldest() {
		return locked(() -> {
			Task oldest = allWaiting().oldest();
			if (oldest != null) {
				remove(oldest);
			}
			return oldest;
		});
	}

	@Override
	public @Nullable Task peek() {
		return locked(() -> allWaiting().peek());
	}

	@Nullable Task oldest() {
		return locked(() -> allWaiting().oldest());
	}

	@Override
	public boolean remove(Object task) {
		return locked(() -> {
			boolean removed = task instanceof Task waiting && allWaiting().remove(waiting);
			if (removed) {
				madeRoom();
			}
			return removed;
		});
	}

	@Override
	public int size() {
		return locked(this::waiting);
	}

	private int waiting() {
		return this.store.size() + this.inbox.size();
	}

	private TaskStore allWaiting() {
		this.inbox.drainTo(this.store);
		return this.store;
	}

	/**
	 * Return how many more threads could start a task at once.
	 * @return the number of tasks that wait, or whose submitters wait for room, less that
	 * of the threads that wait
	 */
	int demand() {
		return locked(() -> backlog() - this.takers.count());
	}

	/**
	 * Return how many tasks are here or come here as soon as there is room.
	 * @return the number of tasks that wait, or whose submitters wait for room
	 */
	int backlog() {
		return locked(() -> waiting() + this.putters);
	}

	/**
	 * Look without the lock: exact only for what the calling thread has done itself.
	 * @return whether no task seems to wait
	 */
	boolean looksEmpty() {
		return waiting() == 0;
	}

	/**
	 * Look without the lock: exact only for what the calling thread has done itself.
	 * @return the number of threads that wait for a task
	 */
	int takers() {
		return this.takers.count();
	}

	@Override
	public int remainingCapacity() {
		return (this.type == QueueType.HANDOFF) ? 0 : Math.max(0, this.capacity - size());
	}

	@Override
	List<Task> tasks() {
		return locked(() -> allWaiting().inOrder());
	}

	private <T extends @Nullable Object> T locked(Supplier<T> action) {
		this.lock.lock();
		try {
			return action.get();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void locked(Runnable action) {
		this.lock.lock();
		try {
			action.run();
		}
		finally {
			this.lock.unlock();
		}
	}

}
