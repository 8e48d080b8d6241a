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

import java.util.List;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

import org.jspecify.annotations.Nullable;

/**
 * The state of a semaphore: how many permits are available, and who holds them.
 */
@SuppressWarnings("serial")
final class SemaphoreSync extends AbstractQueuedSynchronizer {

	private final String name;

	private final int permits;

	private final boolean fair;

	private final boolean bounded;

	private final @Nullable PermitSlots slots;

	/** Who holds the single permit. **/
	private @Nullable Thread holder;

	/** The number of the present hold of the single permit, written by its holder. **/
	private long holds;

	private volatile @Nullable WitnessedHold witnessed;

	/**
	 * Whether a thread has ever released what another one had acquired, or there were
	 * more permits than at the beginning.
	 **/
	private volatile boolean handedOver;

	SemaphoreSync(String name, int permits, boolean fair, boolean bounded) {
		this.name = name;
		this.permits = permits;
		this.fair = fair;
		this.bounded = bounded;
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
		return this.bounded;
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
				taken(count, available);
				return remaining;
			}
		}
	}

	private void taken(int count, int available) {
		if (this.permits == 1) {
			this.holds++;
			this.holder = Thread.currentThread();
		}
		else if (this.slots != null) {
			if (available >= this.permits) {
				this.slots.allWereFree();
			}
			this.slots.acquired(Thread.currentThread(), count);
		}
	}

	@Override
	protected boolean tryReleaseShared(int count) {
		boolean told = false;
		while (true) {
			int available = getState();
			int next = available + count;
			if (next < available) {
				throw new IllegalStateException(
						"Semaphore '" + this.name + "' cannot have more than " + Integer.MAX_VALUE + " permits");
			}
			if (this.bounded && next > this.permits) {
				throw new IllegalStateException("Semaphore '" + this.name + "' cannot take " + count
						+ " permits back, for " + available + " of its " + this.permits + " are available");
			}
			if (!told) {
				// before they are free, for then they are others' to tell of
				given(count, next);
				told = true;
			}
			if (compareAndSetState(available, next)) {
				return true;
			}
		}
	}

	private void given(int count, int next) {
		if (this.permits == 1) {
			if (next > 1 || this.holder != Thread.currentThread()) {
				this.handedOver = true;
			}
			this.holder = null;
		}
		else if (this.slots != null) {
			this.slots.released(Thread.currentThread(), count);
		}
	}

	/**
	 * Return who holds the only permit.
	 * @return the thread, or {@code null} if nobody does or that is not known
	 */
	@Nullable Thread owner() {
		return (this.permits == 1 && getState() == 0) ? this.holder : null;
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
		if (this.slots != null) {
			return this.slots.snapshot(now);
		}
		Thread owner = owner();
		return (owner != null) ? List.of(WitnessedHold.holder(owner, 1, now - witness(now))) : List.of();
	}

	/**
	 * Note that somebody sees the present hold of the single permit.
	 * @param now the present time
	 * @return since when it is known to last
	 */
	private long witness(long now) {
		long hold = this.holds;
		WitnessedHold witnessed = this.witnessed;
		if (witnessed == null || witnessed.number() != hold) {
			witnessed = new WitnessedHold(hold, now);
			this.witnessed = witnessed;
		}
		return witnessed.since();
	}

}
