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

import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;

import org.jspecify.annotations.Nullable;

/**
 * The state of a lock: the identifier of the thread that holds it, or 0. So the owner is
 * always exact, and costs nothing. The thread itself is remembered beside it, which is
 * written only when it changes: to store a reference each time would cost a quarter more.
 * <p>
 * The counters are plain fields that are written by the owner alone. Whoever looks reads
 * the volatile state first.
 */
@SuppressWarnings("serial")
final class LockSync extends AbstractQueuedLongSynchronizer {

	private final String name;

	private final boolean reentrant;

	private final boolean fair;

	private @Nullable Thread lastOwner;

	/** How often the owner has taken the lock beside the first time. **/
	private int reentries;

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
		return this.fair ? tryAcquire(1) : tryBarge();
	}

	/**
	 * Take the lock if it is free, past those that wait.
	 * @return whether it was taken
	 */
	boolean tryBarge() {
		Thread thread = Thread.currentThread();
		// tried without a look, which would take as long
		return take(thread) || (this.reentrant && reenter(thread));
	}

	@Override
	protected boolean tryAcquire(long ignored) {
		Thread thread = Thread.currentThread();
		if (getState() == 0) {
			return (!this.fair || !hasQueuedPredecessors()) && take(thread);
		}
		return this.reentrant && reenter(thread);
	}

	private boolean take(Thread thread) {
		if (!compareAndSetState(0, thread.getId())) {
			return false;
		}
		if (this.lastOwner != thread) {
			this.lastOwner = thread;
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

	private boolean reenter(Thread thread) {
		if (getState() != thread.getId()) {
			return false;
		}
		if (this.reentries == Integer.MAX_VALUE - 1) {
			throw new IllegalMonitorStateException("Lock '" + this.name + "' is held too often by this thread");
		}
		this.reentries++;
		return true;
	}

	@Override
	protected boolean tryRelease(long ignored) {
		return this.reentrant ? releaseByOwner() : releaseByAny();
	}

	private boolean releaseByOwner() {
		if (getState() != Thread.currentThread().getId()) {
			throw new IllegalMonitorStateException(
					"Lock '" + this.name + "' is not held by this thread; only its owner may unlock it");
		}
		if (this.reentries != 0) {
			this.reentries--;
			return false;
		}
		if (this.timedSince != 0) {
			endTimedHold();
		}
		setState(0);
		return true;
	}

	private boolean releaseByAny() {
		long owner = getState();
		if (owner != Thread.currentThread().getId()) {
			return releaseByOther();
		}
		if (this.timedSince != 0) {
			endTimedHold();
		}
		return compareAndSetState(owner, 0) || releaseByOther();
	}

	private boolean releaseByOther() {
		long owner;
		do {
			owner = getState();
			if (owner == 0) {
				throw new IllegalMonitorStateException(
						"Lock '" + this.name + "' is not held, so it cannot be unlocked");
			}
			this.handedOver = true;
			this.timedSince = 0;
		}
		while (!compareAndSetState(owner, 0));
		return true;
	}

	private void endTimedHold() {
		this.heldNanos += System.nanoTime() - this.timedSince;
		this.timedHolds++;
		this.timedSince = 0;
	}

	/**
	 * Hold the lock only once, to be able to release it as a whole.
	 * @return how often it was held beside that; to be asked by the owner
	 */
	int leaveReentries() {
		int reentries = this.reentries;
		this.reentries = 0;
		return reentries;
	}

	void restoreReentries(int reentries) {
		this.reentries = reentries;
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
		return getState() == Thread.currentThread().getId();
	}

	boolean isHeldByCurrentThread() {
		return isHeldExclusively();
	}

	boolean isLocked() {
		return getState() != 0;
	}

	int holdCount() {
		return isLocked() ? this.reentries + 1 : 0;
	}

	/**
	 * Return who holds the lock.
	 * @return the owner, or {@code null} if nobody holds it or it is just changing hands
	 */
	@Nullable Thread owner() {
		for (int tries = 0; tries < 1000; tries++) {
			long id = getState();
			Thread thread = this.lastOwner;
			if (id == 0) {
				return null;
			}
			if (thread != null && thread.getId() == id) {
				return thread;
			}
			Thread.onSpinWait();
		}
		return null;
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
		return this.acquisitions;
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
