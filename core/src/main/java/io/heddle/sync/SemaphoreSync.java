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
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;

import org.jspecify.annotations.Nullable;

/**
 * The state of a semaphore: in its lower half how many permits are available, and in its
 * upper half the identifier of the first holder.
 * <p>
 * Whoever takes a permit while all are free is the first holder until it releases one. As
 * it is part of the state, that is always exact, and costs nothing as long as nobody else
 * is there. The others, who compete for the state anyway, take a slot each.
 */
@SuppressWarnings("serial")
final class SemaphoreSync extends AbstractQueuedLongSynchronizer {

	private static final long LOWER = 0xFFFF_FFFFL;

	private final String name;

	private final int permits;

	private final int most;

	private final boolean fair;

	private final @Nullable PermitSlots slots;

	/** Who was the first holder last, written only when it changes. **/
	private @Nullable Thread lastFirst;

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

	private static int available(long state) {
		return (int) state;
	}

	private static int first(long state) {
		return (int) (state >>> 32);
	}

	private static long state(int first, int available) {
		return ((long) first << 32) | (available & LOWER);
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
		return available(getState());
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
	protected long tryAcquireShared(long count) {
		return (this.fair && hasQueuedPredecessors()) ? -1 : take((int) count);
	}

	private int take(int count) {
		Thread thread = Thread.currentThread();
		while (true) {
			long state = getState();
			int available = available(state);
			int remaining = available - count;
			if (remaining < 0) {
				return remaining;
			}
			if (available == this.permits && count == 1) {
				if (compareAndSetState(state, state((int) thread.getId(), remaining))) {
					takenFirst(thread);
					return remaining;
				}
			}
			else if (compareAndSetState(state, (available >= this.permits) ? remaining : state - count)) {
				takenBesideOthers(thread, count, available);
				return remaining;
			}
		}
	}

	private void takenFirst(Thread thread) {
		this.firstHolds++;
		if (this.lastFirst != thread) {
			this.lastFirst = thread;
		}
		if (this.slots != null) {
			this.slots.allWereFree();
		}
	}

	private void takenBesideOthers(Thread thread, int count, int available) {
		if (this.slots != null) {
			if (available >= this.permits) {
				this.slots.allWereFree();
			}
			this.slots.acquired(thread, count);
		}
	}

	@Override
	protected boolean tryReleaseShared(long count) {
		long state = getState();
		if (first(state) == (int) Thread.currentThread().getId() && count == 1
				&& compareAndSetState(state, next(state, 1) & LOWER)) {
			return true;
		}
		return releaseBesideOthers((int) count);
	}

	private boolean releaseBesideOthers(int count) {
		Thread thread = Thread.currentThread();
		boolean told = false;
		while (true) {
			long state = getState();
			long next = next(state, count);
			boolean first = first(state) == (int) thread.getId();
			int rest = first ? count - 1 : count;
			if (first || this.slots == null) {
				next &= LOWER;
			}
			if (this.slots == null) {
				this.handedOver |= rest > 0;
			}
			else if (!told) {
				// before they are free, for then they are others' to tell of
				this.slots.released(thread, rest);
				told = true;
			}
			if (compareAndSetState(state, next)) {
				return true;
			}
		}
	}

	private long next(long state, int count) {
		int available = available(state);
		int next = available + count;
		if (next > this.most || next < available) {
			throw new IllegalStateException("Semaphore '" + this.name + "' cannot take " + count + " permits back, for "
					+ available + " of at most " + this.most + " are available");
		}
		return state + count;
	}

	/**
	 * Return who holds the only permit.
	 * @return the thread, or {@code null} if nobody does or that is not known
	 */
	@Nullable Thread owner() {
		return (this.permits == 1) ? firstHolder() : null;
	}

	private @Nullable Thread firstHolder() {
		for (int tries = 0; tries < 1000; tries++) {
			long state = getState();
			Thread thread = this.lastFirst;
			if (first(state) == 0 || available(state) >= this.permits) {
				return null;
			}
			if (thread != null && (int) thread.getId() == first(state)) {
				return thread;
			}
			Thread.onSpinWait();
		}
		return null;
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
		Thread first = (this.permits <= PermitSlots.MOST) ? firstHolder() : null;
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
