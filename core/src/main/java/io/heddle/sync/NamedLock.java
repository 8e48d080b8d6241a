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

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;

import org.jspecify.annotations.Nullable;

/**
 * A {@link Lock} with a name, of which can be seen who holds it and who waits for it. It
 * is taken and released at about the cost of a
 * {@link java.util.concurrent.locks.ReentrantLock}; whoever has to wait pays for being
 * seen.
 * <p>
 * A reentrant lock may be taken again by its owner, and only the owner may release it. A
 * lock that is not reentrant may be released by any thread; its owner, if it takes it
 * again, waits.
 */
public final class NamedLock implements Lock, Synchronizer {

	private final String name;

	private final LockSync sync;

	private final Waiters waiters;

	private final Waiters conditionWaiters;

	private final Runnable unlock = this::unlock;

	NamedLock(NamedLockBuilder builder) {
		this.name = builder.name;
		this.sync = new LockSync(builder.name, builder.reentrant, builder.fair);
		this.waiters = new Waiters(this, builder.listener);
		this.conditionWaiters = new Waiters(this, null);
	}

	/**
	 * Return a builder for a lock.
	 * @param name the name of the lock
	 * @return the builder
	 */
	public static NamedLockBuilder builder(String name) {
		return new NamedLockBuilder(name);
	}

	@Override
	public String name() {
		return this.name;
	}

	/**
	 * Return whether the owner may take this lock again.
	 * @return whether it is reentrant
	 */
	public boolean isReentrant() {
		return this.sync.isReentrant();
	}

	/**
	 * Return whether those that wait get this lock in the order of their arrival.
	 * @return whether it is fair
	 */
	public boolean isFair() {
		return this.sync.isFair();
	}

	/**
	 * Take the lock and wait for it as long as necessary, whether interrupted or not. To
	 * wait interruptibly, use {@link #lockInterruptibly()} or {@link #hold()}.
	 */
	@Override
	public void lock() {
		if (!this.sync.tryTake()) {
			waitForLock();
		}
	}

	private void waitForLock() {
		Waiter waiter = beginToWait(false);
		Waiters.End end = Waiters.End.GIVEN_UP;
		try {
			this.sync.acquire(1);
			end = Waiters.End.GRANTED;
		}
		finally {
			this.waiters.end(waiter, end);
		}
	}

	@Override
	public void lockInterruptibly() throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		if (!this.sync.tryTake()) {
			waitForLockInterruptibly();
		}
	}

	private void waitForLockInterruptibly() throws InterruptedException {
		Waiter waiter = beginToWait(false);
		Waiters.End end = Waiters.End.GIVEN_UP;
		try {
			this.sync.acquireInterruptibly(1);
			end = Waiters.End.GRANTED;
		}
		finally {
			this.waiters.end(waiter, end);
		}
	}

	/**
	 * Take the lock if it is free now, even if it is fair and others wait.
	 * @return whether it was taken
	 */
	@Override
	public boolean tryLock() {
		return this.sync.tryBarge();
	}

	/**
	 * Take the lock if it becomes free in time. As {@link Lock} has it, a negative time
	 * is none.
	 */
	@Override
	public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
		return tryLock(Math.max(0, unit.toNanos(time)));
	}

	/**
	 * Take the lock if it becomes free in time.
	 * @param timeout the longest time to wait; zero never waits
	 * @return whether it was taken
	 * @throws InterruptedException if interrupted before or while waiting
	 * @throws IllegalArgumentException if the timeout is negative
	 */
	public boolean tryLock(Duration timeout) throws InterruptedException {
		return tryLock(Timeouts.nanos(timeout));
	}

	private boolean tryLock(long nanos) throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		return this.sync.tryTake() || (nanos > 0 && waitForLock(nanos));
	}

	private boolean waitForLock(long nanos) throws InterruptedException {
		Waiter waiter = beginToWait(true);
		Waiters.End end = Waiters.End.GIVEN_UP;
		try {
			boolean taken = this.sync.tryAcquireNanos(1, nanos);
			end = taken ? Waiters.End.GRANTED : Waiters.End.TIMED_OUT;
			return taken;
		}
		finally {
			this.waiters.end(waiter, end);
		}
	}

	private Waiter beginToWait(boolean timed) {
		// an owner that waits, as it can if not reentrant, waits for itself
		Waiter waiter = this.waiters.begin(timed, this.sync.isHeldByCurrentThread() ? this : null);
		this.sync.witness(waiter.since());
		return waiter;
	}

	/**
	 * Release the lock once.
	 * @throws IllegalMonitorStateException if it is not held, or is reentrant and not
	 * held by the calling thread
	 */
	@Override
	public void unlock() {
		if (this.sync.timedSince() != 0) {
			unlockTimed();
		}
		else {
			this.sync.release(1);
		}
	}

	private void unlockTimed() {
		long since = (this.sync.isHeldByCurrentThread()) ? this.sync.timedSince() : 0;
		boolean released = this.sync.release(1);
		if (released && since != 0) {
			tellHeld(System.nanoTime() - since);
		}
	}

	void tellHeld(long nanos) {
		Duration held = Duration.ofNanos(Math.max(0, nanos));
		this.waiters.tell((listener) -> listener.onHeld(this, held));
	}

	/**
	 * Take the lock for a {@code try}-with-resources statement and wait for it as long as
	 * necessary.
	 * @return the hold, whose end releases the lock
	 * @throws InterruptedException if interrupted before or while waiting
	 */
	public Hold hold() throws InterruptedException {
		lockInterruptibly();
		return new Hold(this.unlock);
	}

	/**
	 * Take the lock for a {@code try}-with-resources statement if it becomes free in
	 * time.
	 * @param timeout the longest time to wait; zero never waits
	 * @return the hold, whose end releases the lock
	 * @throws InterruptedException if interrupted before or while waiting
	 * @throws TimeoutException if it did not become free in time; the message names the
	 * owner
	 * @throws IllegalArgumentException if the timeout is negative
	 */
	public Hold hold(Duration timeout) throws InterruptedException, TimeoutException {
		if (!tryLock(timeout)) {
			Thread owner = this.sync.owner();
			throw new TimeoutException("Lock '" + this.name + "' was not free within " + timeout
					+ ((owner != null) ? "; it is held by thread '" + owner.getName() + "'" : ""));
		}
		return new Hold(this.unlock);
	}

	/**
	 * Return a new condition of this lock without a name of its own.
	 */
	@Override
	public NamedCondition newCondition() {
		return newCondition("condition");
	}

	/**
	 * Return a new condition of this lock.
	 * @param name the name under which its waiters are shown
	 * @return the condition
	 */
	public NamedCondition newCondition(String name) {
		return new NamedCondition(name, this, this.sync.newConditionObject(), this.conditionWaiters);
	}

	/**
	 * Return whether any thread holds this lock.
	 * @return whether it is held
	 */
	public boolean isLocked() {
		return this.sync.isLocked();
	}

	/**
	 * Return whether the calling thread holds this lock.
	 * @return whether it does
	 */
	public boolean isHeldByCurrentThread() {
		return this.sync.isHeldByCurrentThread();
	}

	/**
	 * Return how often this lock is held.
	 * @return the number of holds of its owner, 0 if nobody holds it
	 */
	public int holdCount() {
		return this.sync.holdCount();
	}

	LockSync sync() {
		return this.sync;
	}

	/**
	 * Return the waiters of this lock, without those of its conditions.
	 */
	List<Waiter> presentWaiters() {
		return this.waiters.present();
	}

	List<Waiter> presentConditionWaiters() {
		return this.conditionWaiters.present();
	}

	@Override
	public List<WaiterSnapshot> waiters() {
		List<Waiter> waiters = this.waiters.present();
		waiters.addAll(conditionWaiters(true));
		return Waiters.snapshot(Waiters.sorted(waiters));
	}

	/**
	 * Return waiters of conditions.
	 * @param released whether those that need nothing but the lock any more, for they
	 * were signalled, were interrupted or have waited long enough, or the others
	 * @return the waiters
	 */
	private List<Waiter> conditionWaiters(boolean released) {
		List<Waiter> waiters = this.conditionWaiters.present();
		if (!waiters.isEmpty()) {
			Set<Thread> queued = Set.copyOf(this.sync.getQueuedThreads());
			waiters.removeIf((waiter) -> queued.contains(waiter.thread()) != released);
		}
		return waiters;
	}

	/**
	 * Return who holds this lock, who waits for it and how often it was taken.
	 * @return the snapshot
	 */
	public LockSnapshot snapshot() {
		return new LockSnapshot(this.name, isReentrant(), isFair(), holder(), waiters(), conditions(),
				this.sync.acquisitions(), this.waiters.counts(), this.sync.timedHolds(),
				Duration.ofNanos(this.sync.heldNanos()));
	}

	private @Nullable HolderSnapshot holder() {
		long now = System.nanoTime();
		long since = this.sync.witness(now);
		int holds = this.sync.holdCount();
		Thread owner = this.sync.owner();
		return (owner != null && holds > 0) ? WitnessedHold.holder(owner, holds, now - since) : null;
	}

	private List<ConditionSnapshot> conditions() {
		Map<String, List<Waiter>> waiters = new LinkedHashMap<>();
		for (Waiter waiter : conditionWaiters(false)) {
			waiters.computeIfAbsent(String.valueOf(waiter.detail()), (name) -> new ArrayList<>()).add(waiter);
		}
		return waiters.entrySet()
			.stream()
			.map((entry) -> new ConditionSnapshot(entry.getKey(), Waiters.snapshot(entry.getValue())))
			.toList();
	}

	@Override
	public String toString() {
		Thread owner = this.sync.owner();
		return "NamedLock '" + this.name + "' ["
				+ ((owner != null) ? "held by thread '" + owner.getName() + "'" : isLocked() ? "held" : "free") + "]";
	}

}
