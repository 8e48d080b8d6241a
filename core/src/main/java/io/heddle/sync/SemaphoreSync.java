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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

import org.jspecify.annotations.Nullable;

/**
 * The state of a semaphore: how many permits are available, and who holds them.
 * <p>
 * Whoever takes a permit while all are free is the first holder until it releases one:
 * its record, a plain field, belongs to it alone, and is all that a semaphore costs more
 * than one of the JDK as long as nobody else is there. The others, who compete for the
 * state anyway, take a slot each.
 */
@SuppressWarnings("serial")
final class SemaphoreSync extends AbstractQueuedSynchronizer {

	private final String name;

	private final int permits;

	private final int most;

	private final boolean fair;

	private final @Nullable PermitSlots slots;

	private @Nullable Thread firstHolder;

	/** The number of the hold of the first holder, written by it. **/
	private int firstHolds;

	private volatile @Nullable WitnessedHold witnessed;

	/**
	 * Whether a thread has ever released what another one had acquired, or there were
	 * more permits than at the beginning.
	 **/
	private volatile boolean handedOver;

	SemaphoreSync(String name, int permits, boolean fair, boolean bounded) {
		this.name = name;
		this.permits = permits;
		this.most = bounded ? permits : Integer.MAX_VALUE;
		this.fair = fair;
		this.slots = (permits > 1 && permits <= PermitSlots.MOST) ? new PermitSlots(permits) : null;
		setState(permits);
	}

	int permits() {
		return this.permits;
	}

	boolean isFair() {
		return this.fair;
	}

	boolean isBounded() {
		return this.most == this.permits;
	}

	int available() {
		return getState();
	}

	/**
	 * Take permits if they are available, past those that wait.
	 * @param count the number of permits
	 * @return whether they were taken
	 */
	boolean tryBarge(int count) {
		return take(count) >= 0;
	}

	@Override
	protected int tryAcquireShared(int count) {
		return (this.fair && hasQueuedPredecessors()) ? -1 : take(count);
	}

	private int take(int count) {
		while (true) {
			int available = getState();
			int remaining = available - count;
			if (remaining < 0) {
				return remaining;
			}
			if (compareAndSetState(available, remaining)) {
				if (available == this.permits && count == 1) {
					this.firstHolds++;
					this.firstHolder = Thread.currentThread();
				}
				else {
					takenBesideOthers(count, available);
				}
				return remaining;
			}
		}
	}

	private void takenBesideOthers(int count, int available) {
		if (this.slots != null) {
			if (available >= this.permits) {
				this.firstHolder = null;
				this.slots.allWereFree();
			}
			this.slots.acquired(Thread.currentThread(), count);
		}
	}

	@Override
	protected boolean tryReleaseShared(int count) {
		int available = getState();
		int next = next(available, count);
		// before they are free, for then they are others' to tell of
		if (this.firstHolder == Thread.currentThread() && count == 1) {
			this.firstHolder = null;
		}
		else {
			givenBesideOthers(count);
		}
		while (!compareAndSetState(available, next)) {
			available = getState();
			next = next(available, count);
		}
		return true;
	}

	private int next(int available, int count) {
		int next = available + count;
		if (next > this.most || next < available) {
			throw new IllegalStateException("Semaphore '" + this.name + "' cannot take " + count
					+ " permits back, for " + available + " of at most " + this.most + " are available");
		}
		return next;
	}

	private void givenBesideOthers(int count) {
		int rest = count;
		if (this.firstHolder == Thread.currentThread()) {
			this.firstHolder = null;
			rest--;
		}
		if (this.slots != null) {
			this.slots.released(Thread.currentThread(), rest);
		}
		else if (rest > 0) {
			this.handedOver = true;
			this.firstHolder = null;
		}
	}

	/**
	 * Return who holds the only permit.
	 * @return the thread, or {@code null} if nobody does or that is not known
	 */
	@Nullable Thread owner() {
		return (this.permits == 1 && getState() == 0) ? this.firstHolder : null;
	}

	/**
	 * Return whether there is a single permit which only its holder releases, so that to
	 * wait for it is to wait for the holder.
	 * @return whether that has been so until now
	 */
	boolean isReleasedByOwner() {
		return this.permits == 1 && !this.handedOver;
	}

	List<HolderSnapshot> holders() {
		long now = System.nanoTime();
		List<HolderSnapshot> holders = new ArrayList<>();
		Thread first = (getState() < this.permits && this.permits <= PermitSlots.MOST) ? this.firstHolder : null;
		if (first != null) {
			holders.add(WitnessedHold.holder(first, 1, now - witness(now)));
		}
		return (this.slots != null) ? this.slots.addTo(holders, now) : holders;
	}

	/**
	 * Note that somebody sees the present hold of the first holder.
	 * @param now the present time
	 * @return since when it is known to last
	 */
	private long witness(long now) {
		WitnessedHold witnessed = WitnessedHold.of(this.witnessed, this.firstHolds, now);
		this.witnessed = witnessed;
		return witnessed.since();
	}

}
