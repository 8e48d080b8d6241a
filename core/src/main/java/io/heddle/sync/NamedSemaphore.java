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
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * A counting semaphore with a name, of which can be seen who holds permits and who waits
 * for them. Permits are acquired and released at about the cost of a
 * {@link java.util.concurrent.Semaphore}; whoever has to wait pays for being seen.
 * <p>
 * A permit may be released by another thread than the one that acquired it. Of a single
 * permit the holder is always known; of several as long as each thread releases its own
 * (and there are no more than 256).
 */
public final class NamedSemaphore implements Synchronizer {

	private final String name;

	private final SemaphoreSync sync;

	private final Waiters waiters;

	private final Runnable release = this::release;

	NamedSemaphore(NamedSemaphoreBuilder builder) {
		this.name = builder.name;
		this.sync = new SemaphoreSync(builder.name, builder.permits, builder.fair, builder.bounded);
		this.waiters = new Waiters(this, builder.listener);
	}

	/**
	 * Return a builder for a semaphore.
	 * @param name the name of the semaphore
	 * @return the builder
	 */
	public static NamedSemaphoreBuilder builder(String name) {
		return new NamedSemaphoreBuilder(name);
	}

	@Override
	public String name() {
		return this.name;
	}

	/**
	 * Return the number of permits that this semaphore was made with.
	 * @return the permits
	 */
	public int permits() {
		return this.sync.permits();
	}

	/**
	 * Return the number of permits that are free now.
	 * @return the available permits
	 */
	public int available() {
		return this.sync.available();
	}

	/**
	 * Return whether those that wait get permits in the order of their arrival.
	 * @return whether it is fair
	 */
	public boolean isFair() {
		return this.sync.isFair();
	}

	/**
	 * Return whether it is an error to release more permits than there were at the
	 * beginning.
	 * @return whether it is bounded
	 */
	public boolean isBounded() {
		return this.sync.isBounded();
	}

	/**
	 * Acquire a permit and wait for it as long as necessary.
	 * @throws InterruptedException if interrupted before or while waiting
	 */
	public void acquire() throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		if (this.sync.tryAcquireShared(1) < 0) {
			await(1);
		}
	}

	/**
	 * Acquire permits, all at once, and wait for them as long as necessary.
	 * @param permits the number of permits
	 * @throws InterruptedException if interrupted before or while waiting
	 * @throws IllegalArgumentException if the number is less than 1, or greater than a
	 * bounded semaphore can ever have
	 */
	public void acquire(int permits) throws InterruptedException {
		check(permits);
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		if (this.sync.tryAcquireShared(permits) < 0) {
			await(permits);
		}
	}

	private void await(int permits) throws InterruptedException {
		Waiter waiter = beginToWait(false);
		Waiters.End end = Waiters.End.GIVEN_UP;
		try {
			this.sync.acquireSharedInterruptibly(permits);
			end = Waiters.End.GRANTED;
		}
		finally {
			this.waiters.end(waiter, end);
		}
	}

	private Waiter beginToWait(boolean timed) {
		// who waits with the only permit waits for itself
		return this.waiters.begin(timed, (this.sync.owner() == Thread.currentThread()) ? this : null);
	}

	/**
	 * Acquire a permit if one is free now, even if this semaphore is fair and others
	 * wait.
	 * @return whether it was acquired
	 */
	public boolean tryAcquire() {
		return this.sync.tryBarge(1);
	}

	/**
	 * Acquire a permit if one becomes free in time.
	 * @param timeout the longest time to wait; zero never waits
	 * @return whether it was acquired
	 * @throws InterruptedException if interrupted before or while waiting
	 * @throws IllegalArgumentException if the timeout is negative
	 */
	public boolean tryAcquire(Duration timeout) throws InterruptedException {
		return tryAcquire(1, timeout);
	}

	/**
	 * Acquire permits, all at once, if they become free in time.
	 * @param permits the number of permits
	 * @param timeout the longest time to wait; zero never waits
	 * @return whether they were acquired
	 * @throws InterruptedException if interrupted before or while waiting
	 * @throws IllegalArgumentException if the timeout is negative or the number is less
	 * than 1, or greater than a bounded semaphore can ever have
	 */
	public boolean tryAcquire(int permits, Duration timeout) throws InterruptedException {
		check(permits);
		long nanos = Timeouts.nanos(timeout);
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		return this.sync.tryAcquireShared(permits) >= 0 || (nanos > 0 && await(permits, nanos));
	}

	private boolean await(int permits, long nanos) throws InterruptedException {
		Waiter waiter = beginToWait(true);
		Waiters.End end = Waiters.End.GIVEN_UP;
		try {
			boolean acquired = this.sync.tryAcquireSharedNanos(permits, nanos);
			end = acquired ? Waiters.End.GRANTED : Waiters.End.TIMED_OUT;
			return acquired;
		}
		finally {
			this.waiters.end(waiter, end);
		}
	}

	/**
	 * Release a permit.
	 * @throws IllegalStateException if this semaphore is bounded and has all its permits;
	 * nothing is changed then
	 */
	public void release() {
		this.sync.releaseShared(1);
	}

	/**
	 * Release permits, all at once.
	 * @param permits the number of permits
	 * @throws IllegalArgumentException if the number is less than 1
	 * @throws IllegalStateException if this semaphore is bounded and would have more
	 * permits than at the beginning; nothing is changed then
	 */
	public void release(int permits) {
		if (permits < 1) {
			throw new IllegalArgumentException("'permits' must be at least 1 but is " + permits);
		}
		this.sync.releaseShared(permits);
	}

	/**
	 * Acquire a permit for a {@code try}-with-resources statement and wait for it as long
	 * as necessary.
	 * @return the hold, whose end releases the permit
	 * @throws InterruptedException if interrupted before or while waiting
	 */
	public Hold hold() throws InterruptedException {
		acquire();
		return new Hold(this.release);
	}

	/**
	 * Acquire a permit for a {@code try}-with-resources statement if one becomes free in
	 * time.
	 * @param timeout the longest time to wait; zero never waits
	 * @return the hold, whose end releases the permit
	 * @throws InterruptedException if interrupted before or while waiting
	 * @throws TimeoutException if none became free in time
	 * @throws IllegalArgumentException if the timeout is negative
	 */
	public Hold hold(Duration timeout) throws InterruptedException, TimeoutException {
		if (!tryAcquire(timeout)) {
			throw new TimeoutException(
					"Semaphore '" + this.name + "' had no free permit within " + timeout + "; it has " + permits());
		}
		return new Hold(this.release);
	}

	private void check(int permits) {
		if (permits < 1) {
			throw new IllegalArgumentException("'permits' must be at least 1 but is " + permits);
		}
		if (isBounded() && permits > permits()) {
			throw new IllegalArgumentException("'permits' must not be more than the " + permits() + " of semaphore '"
					+ this.name + "' but is " + permits);
		}
	}

	SemaphoreSync sync() {
		return this.sync;
	}

	List<Waiter> presentWaiters() {
		return this.waiters.present();
	}

	@Override
	public List<WaiterSnapshot> waiters() {
		return this.waiters.snapshot();
	}

	/**
	 * Return who holds permits and who waits for them.
	 * @return the snapshot
	 */
	public SemaphoreSnapshot snapshot() {
		List<HolderSnapshot> holders = this.sync.holders();
		int available = available();
		int held = holders.stream().mapToInt(HolderSnapshot::count).sum();
		int unattributed = Math.max(0, permits() - available - held);
		return new SemaphoreSnapshot(this.name, permits(), available, isFair(), isBounded(), holders, unattributed,
				waiters(), this.waiters.counts());
	}

	@Override
	public String toString() {
		return "NamedSemaphore '" + this.name + "' [" + available() + " of " + permits() + " permits available]";
	}

}
