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
import java.util.Date;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;

/**
 * A condition of a {@link NamedLock}, of which can be seen who waits for it. All methods
 * but {@link #name()} need the lock: without it, they throw an
 * {@link IllegalMonitorStateException}. To wait releases the lock through all its levels
 * and takes it again to the same depth.
 */
public final class NamedCondition implements Condition {

	private final String name;

	private final NamedLock lock;

	private final Condition delegate;

	private final Waiters waiters;

	private final LockSync sync;

	NamedCondition(String name, NamedLock lock, Condition delegate, Waiters waiters) {
		this.name = Objects.requireNonNull(name, "'name' must not be null");
		this.lock = lock;
		this.sync = lock.sync();
		this.delegate = delegate;
		this.waiters = waiters;
	}

	/**
	 * Return the name of this condition.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Wait until a predicate holds.
	 * @param predicate the predicate, which is asked at once and after each signal, with
	 * the lock held
	 * @throws InterruptedException if interrupted while waiting
	 */
	public void waitFor(BooleanSupplier predicate) throws InterruptedException {
		requireLock();
		while (!predicate.getAsBoolean()) {
			await();
		}
	}

	/**
	 * Wait until a predicate holds or the time is over.
	 * @param predicate the predicate, which is asked at once, after each signal and when
	 * the time is over, with the lock held
	 * @param timeout the longest time to wait; zero never waits
	 * @return the last value of the predicate
	 * @throws InterruptedException if interrupted while waiting
	 * @throws IllegalArgumentException if the timeout is negative
	 */
	public boolean waitFor(BooleanSupplier predicate, Duration timeout) throws InterruptedException {
		long nanos = Timeouts.nanos(timeout);
		requireLock();
		while (!predicate.getAsBoolean()) {
			if (nanos <= 0) {
				return false;
			}
			nanos = awaitNanos(nanos);
		}
		return true;
	}

	@Override
	public void await() throws InterruptedException {
		try (Wait wait = new Wait(false)) {
			this.delegate.await();
		}
	}

	@Override
	public void awaitUninterruptibly() {
		try (Wait wait = new Wait(false)) {
			this.delegate.awaitUninterruptibly();
		}
	}

	@Override
	public long awaitNanos(long nanosTimeout) throws InterruptedException {
		try (Wait wait = new Wait(true)) {
			return this.delegate.awaitNanos(nanosTimeout);
		}
	}

	@Override
	public boolean await(long time, TimeUnit unit) throws InterruptedException {
		return awaitNanos(unit.toNanos(time)) > 0;
	}

	/**
	 * Wait until signalled or the time is over.
	 * @param timeout the longest time to wait
	 * @return whether time was left
	 * @throws InterruptedException if interrupted while waiting
	 * @throws IllegalArgumentException if the timeout is negative
	 */
	public boolean await(Duration timeout) throws InterruptedException {
		return awaitNanos(Timeouts.nanos(timeout)) > 0;
	}

	@Override
	public boolean awaitUntil(Date deadline) throws InterruptedException {
		try (Wait wait = new Wait(true)) {
			return this.delegate.awaitUntil(deadline);
		}
	}

	@Override
	public void signal() {
		requireLock();
		this.delegate.signal();
	}

	@Override
	public void signalAll() {
		requireLock();
		this.delegate.signalAll();
	}

	private void requireLock() {
		if (!this.lock.isHeldByCurrentThread()) {
			throw new IllegalMonitorStateException("Condition '" + this.name + "' needs lock '" + this.lock.name()
					+ "', which this thread does not hold");
		}
	}

	@Override
	public String toString() {
		return "NamedCondition '" + this.name + "' of lock '" + this.lock.name() + "'";
	}

	/**
	 * A wait, which begins and ends with the lock held, to the same depth.
	 */
	private final class Wait implements AutoCloseable {

		private final Waiter waiter;

		private final int reentries;

		/** When the hold began that ends now, if its time is taken; otherwise 0. **/
		private final long heldSince;

		private Wait(boolean timed) {
			requireLock();
			this.waiter = NamedCondition.this.waiters.begin(timed, NamedCondition.this.name);
			this.reentries = NamedCondition.this.sync.leaveReentries();
			this.heldSince = NamedCondition.this.sync.timedSince();
		}

		@Override
		public void close() {
			NamedCondition.this.sync.restoreReentries(this.reentries);
			NamedCondition.this.waiters.end(this.waiter, Waiters.End.GIVEN_UP);
			// an interrupt may have come before the lock was released
			if (this.heldSince != 0 && this.heldSince != NamedCondition.this.sync.timedSince()) {
				NamedCondition.this.lock.tellHeld(this.waiter.since() - this.heldSince);
			}
		}

	}

}
