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

import java.util.AbstractQueue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * The queue of an executor: of any {@link QueueType}, with a capacity that can change,
 * and with a pause in which nothing can be taken. It knows how many threads wait for a
 * task; that makes hand-off (room is where a thread waits) and threads-first scaling
 * (grow where none does) exact.
 */
final class TaskQueue extends AbstractQueue<Runnable> implements BlockingQueue<Runnable> {

	/**
	 * How often to try for the lock, which is held for a moment only, before parking.
	 **/
	private static final int LOCK_SPINS = (Runtime.getRuntime().availableProcessors() > 1) ? 30 : 1;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition notEmpty = this.lock.newCondition();

	private final Condition notFull = this.lock.newCondition();

	private final QueueType type;

	private final TaskStore store;

	private final BooleanSupplier growFirst;

	private volatile int capacity;

	private volatile boolean paused;

	private volatile boolean closed;

	private int takers;

	private int putters;

	/**
	 * Create a new queue.
	 * @param type the order
	 * @param capacity how many tasks may wait
	 * @param growFirst whether the executor would rather add a thread than queue a task
	 * for which no thread waits
	 */
	TaskQueue(QueueType type, int capacity, BooleanSupplier growFirst) {
		this.type = type;
		this.store = TaskStore.of(type);
		this.capacity = capacity;
		this.growFirst = growFirst;
	}

	QueueType type() {
		return this.type;
	}

	int capacity() {
		return this.capacity;
	}

	void capacity(int capacity) {
		acquire();
		try {
			this.capacity = capacity;
			this.notFull.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean isPaused() {
		return this.paused;
	}

	void pause(boolean paused) {
		acquire();
		try {
			this.paused = paused;
			this.notEmpty.signalAll();
			this.notFull.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Wake and turn away all who wait for room, now and later.
	 */
	void close() {
		acquire();
		try {
			this.closed = true;
			this.notFull.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean isClosed() {
		return this.closed;
	}

	@Override
	public boolean offer(Runnable command) {
		Task task = (Task) command;
		acquire();
		try {
			if (!this.paused && this.store.size() >= this.takers && this.growFirst.getAsBoolean()) {
				return false;
			}
			return addIfRoom(task);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Queue a task if there is room, whether or not the executor could still grow.
	 * @param task the task
	 * @return whether it was queued
	 */
	boolean offerNow(Task task) {
		acquire();
		try {
			return addIfRoom(task);
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public boolean offer(Runnable command, long timeout, TimeUnit unit) throws InterruptedException {
		long nanos = unit.toNanos(timeout);
		acquireInterruptibly();
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

	private void acquire() {
		if (!acquireBySpinning()) {
			this.lock.lock();
		}
	}

	private void acquireInterruptibly() throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		if (!acquireBySpinning()) {
			this.lock.lockInterruptibly();
		}
	}

	/**
	 * Try for the lock without parking: to park and be woken costs a hundred times more
	 * than what is done under the lock.
	 */
	private boolean acquireBySpinning() {
		for (int i = 0; i < LOCK_SPINS; i++) {
			if (this.lock.tryLock()) {
				return true;
			}
			Thread.onSpinWait();
		}
		return false;
	}

	private boolean addIfRoom(Task task) {
		if (this.closed || this.store.size() >= room()) {
			return false;
		}
		this.store.add(task);
		if (this.takers > 0) {
			this.notEmpty.signal();
		}
		return true;
	}

	private int room() {
		if (this.type == QueueType.HANDOFF) {
			return this.paused ? 0 : this.takers;
		}
		return this.capacity;
	}

	@Override
	public void put(Runnable command) throws InterruptedException {
		if (!offer(command, Long.MAX_VALUE, TimeUnit.NANOSECONDS)) {
			throw new RejectedExecutionException("The executor has been shut down");
		}
	}

	@Override
	public Runnable take() throws InterruptedException {
		acquireInterruptibly();
		try {
			Task task = pollUnlessPaused();
			if (task != null) {
				return task;
			}
			startTaking();
			try {
				while (task == null) {
					this.notEmpty.await();
					task = pollUnlessPaused();
				}
			}
			finally {
				this.takers--;
			}
			task.awaited();
			return task;
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public @Nullable Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
		long nanos = unit.toNanos(timeout);
		acquireInterruptibly();
		try {
			Task task = pollUnlessPaused();
			if (task != null || nanos <= 0) {
				return task;
			}
			startTaking();
			try {
				while (task == null && nanos > 0) {
					nanos = this.notEmpty.awaitNanos(nanos);
					task = pollUnlessPaused();
				}
			}
			finally {
				this.takers--;
			}
			if (task != null) {
				task.awaited();
			}
			return task;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void startTaking() {
		this.takers++;
		if (this.type == QueueType.HANDOFF && this.putters > 0) {
			this.notFull.signal();
		}
	}

	private @Nullable Task pollUnlessPaused() {
		return this.paused ? null : pollFromStore();
	}

	private @Nullable Task pollFromStore() {
		Task task = this.store.poll();
		if (task != null && this.putters > 0) {
			this.notFull.signal();
		}
		return task;
	}

	@Override
	public @Nullable Task poll() {
		acquire();
		try {
			return pollFromStore();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Remove the task that has waited longest.
	 * @return the task, or {@code null} if none waits
	 */
	@Nullable Task pollOldest() {
		acquire();
		try {
			Task oldest = this.store.oldest();
			if (oldest != null) {
				removeFromStore(oldest);
			}
			return oldest;
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public @Nullable Task peek() {
		acquire();
		try {
			return this.store.peek();
		}
		finally {
			this.lock.unlock();
		}
	}

	@Nullable Task oldest() {
		acquire();
		try {
			return this.store.oldest();
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public boolean remove(Object task) {
		acquire();
		try {
			return task instanceof Task waiting && removeFromStore(waiting);
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean removeFromStore(Task task) {
		boolean removed = this.store.remove(task);
		if (removed && this.putters > 0) {
			this.notFull.signal();
		}
		return removed;
	}

	@Override
	public int size() {
		acquire();
		try {
			return this.store.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Look without the lock: exact only for what the calling thread has done itself.
	 * @return whether no task seems to wait
	 */
	boolean looksEmpty() {
		return this.store.size() == 0;
	}

	/**
	 * Return how many more threads could start a task at once.
	 * @return the number of tasks that wait, or whose submitters wait for room, less that
	 * of the threads that wait
	 */
	int demand() {
		acquire();
		try {
			return this.store.size() + this.putters - this.takers;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Return how many threads wait for a task.
	 * @return the number of waiting threads
	 */
	int takers() {
		acquire();
		try {
			return this.takers;
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public int remainingCapacity() {
		return (this.type == QueueType.HANDOFF) ? 0 : Math.max(0, this.capacity - size());
	}

	@Override
	public int drainTo(Collection<? super Runnable> target) {
		return drainTo(target, Integer.MAX_VALUE);
	}

	@Override
	public int drainTo(Collection<? super Runnable> target, int maxElements) {
		acquire();
		try {
			int drained = 0;
			while (drained < maxElements && this.store.size() > 0) {
				target.add(pollFromStore());
				drained++;
			}
			return drained;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Return the waiting tasks in the order in which they will be started.
	 * @return a copy of the tasks
	 */
	List<Task> tasks() {
		acquire();
		try {
			return this.store.inOrder();
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public Iterator<Runnable> iterator() {
		Iterator<Task> tasks = new ArrayList<>(tasks()).iterator();
		return new Iterator<>() {

			private @Nullable Task last;

			@Override
			public boolean hasNext() {
				return tasks.hasNext();
			}

			@Override
			public Runnable next() {
				this.last = tasks.next();
				return this.last;
			}

			@Override
			public void remove() {
				if (this.last == null) {
					throw new IllegalStateException("next() has not been called");
				}
				TaskQueue.this.remove(this.last);
			}

		};
	}

}
