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

import java.util.concurrent.locks.AbstractQueuedSynchronizer;

import org.jspecify.annotations.Nullable;

/**
 * The state of a lock: how often it is held. The owner of a reentrant one is also seen by
 * the JDK's own thread dumps and search for deadlocks; that of another is not, for it
 * need not be the one who releases.
 * <p>
 * The counters are plain fields that are written by the owner alone. Whoever looks reads
 * the volatile state first.
 */
@SuppressWarnings("serial")
final class LockSync extends AbstractQueuedSynchronizer {

	private final String name;

	private final boolean reentrant;

	private final boolean fair;

	/** Who has taken the lock if it is not reentrant. **/
	private @Nullable Thread taker;

	private long acquisitions;

	/** Whether somebody who waited or looked wants the time of the next hold. **/
	private boolean timeNext;

	/** When the present hold began, if it is one whose time is taken; otherwise 0. **/
	private long timedSince;

	private long timedHolds;

	private long heldNanos;

	/** Whether a thread has ever released what another one had acquired. **/
	private volatile boolean handedOver;

	private volatile @Nullable WitnessedHold witnessed;

	LockSync(String name, boolean reentrant, boolean fair) {
		this.name = name;
		this.reentrant = reentrant;
		this.fair = fair;
	}

	boolean isReentrant() {
		return this.reentrant;
	}

	boolean isFair() {
		return this.fair;
	}

	/**
	 * Take the lock if it is free and nobody has to be let go first.
	 * @return whether it was taken
	 */
	boolean tryTake() {
		if (this.fair) {
			return tryAcquire(1);
		}
		return tryBarge();
	}

	/**
	 * Take the lock if it is free, past those that wait.
	 * @return whether it was taken
	 */
	boolean tryBarge() {
		// tried without a look, which would take as long
		return take(1) || (this.reentrant && reenter(1));
	}

	@Override
	protected boolean tryAcquire(int holds) {
		if (getState() == 0) {
			return (!this.fair || !hasQueuedPredecessors()) && take(holds);
		}
		return this.reentrant && reenter(holds);
	}

	private boolean take(int holds) {
		if (!compareAndSetState(0, holds)) {
			return false;
		}
		if (this.reentrant) {
			setExclusiveOwnerThread(Thread.currentThread());
		}
		else {
			this.taker = Thread.currentThread();
		}
		this.acquisitions++;
		if (this.timeNext) {
			beginTimedHold();
		}
		return true;
	}

	private void beginTimedHold() {
		this.timeNext = false;
		this.timedSince = System.nanoTime() | 1;
	}

	private boolean reenter(int holds) {
		if (getExclusiveOwnerThread() != Thread.currentThread()) {
			return false;
		}
		int next = getState() + holds;
		if (next < 0) {
			throw new IllegalMonitorStateException("Lock '" + this.name + "' is held too often by this thread");
		}
		setState(next);
		return true;
	}

	@Override
	protected boolean tryRelease(int holds) {
		return this.reentrant ? releaseReentrant(holds) : releaseByAny();
	}

	private boolean releaseReentrant(int holds) {
		if (getExclusiveOwnerThread() != Thread.currentThread()) {
			throw new IllegalMonitorStateException(
					"Lock '" + this.name + "' is not held by this thread; only its owner may unlock it");
		}
		int next = getState() - holds;
		if (next == 0) {
			if (this.timedSince != 0) {
				endTimedHold();
			}
			setExclusiveOwnerThread(null);
		}
		setState(next);
		return next == 0;
	}

	private boolean releaseByAny() {
		if (this.taker != Thread.currentThread()) {
			handOver();
		}
		else if (this.timedSince != 0) {
			endTimedHold();
		}
		this.taker = null;
		if (!compareAndSetState(1, 0)) {
			throw notHeld();
		}
		return true;
	}

	private void handOver() {
		if (getState() == 0) {
			throw notHeld();
		}
		this.handedOver = true;
		this.timedSince = 0;
	}

	private IllegalMonitorStateException notHeld() {
		return new IllegalMonitorStateException("Lock '" + this.name + "' is not held, so it cannot be unlocked");
	}

	private void endTimedHold() {
		this.heldNanos += System.nanoTime() - this.timedSince;
		this.timedHolds++;
		this.timedSince = 0;
	}

	/**
	 * Return when the present hold began, if its time is taken.
	 * @return the time by {@link System#nanoTime()}, or 0; to be asked by the owner
	 */
	long timedSince() {
		return this.timedSince;
	}

	@Override
	protected boolean isHeldExclusively() {
		return owner() == Thread.currentThread();
	}

	boolean isHeldByCurrentThread() {
		return isHeldExclusively();
	}

	int holdCount() {
		return getState();
	}

	@Nullable Thread owner() {
		if (getState() == 0) {
			return null;
		}
		return this.reentrant ? getExclusiveOwnerThread() : this.taker;
	}

	/**
	 * Return whether only the owner releases this lock, so that to wait for it is to wait
	 * for the owner.
	 * @return whether that has been so until now
	 */
	boolean isReleasedByOwner() {
		return !this.handedOver;
	}

	long acquisitions() {
		return (getState() >= 0) ? this.acquisitions : 0;
	}

	long timedHolds() {
		return this.timedHolds;
	}

	long heldNanos() {
		return this.heldNanos;
	}

	/**
	 * Note that somebody sees the present hold, and take the time of the next one.
	 * @param now the present time
	 * @return since when the present one is known to last
	 */
	long witness(long now) {
		this.timeNext = true;
		long timedSince = this.timedSince;
		if (timedSince != 0) {
			return timedSince;
		}
		WitnessedHold witnessed = WitnessedHold.of(this.witnessed, this.acquisitions, now);
		this.witnessed = witnessed;
		return witnessed.since();
	}

	ConditionObject newConditionObject() {
		return new ConditionObject();
	}

}
