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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Who holds permits of a semaphore of several beside others: a table in which each holder
 * has a slot that it alone writes, without fences. When two threads take the same slot at
 * the same moment, or somebody releases what another has acquired, that is noticed at the
 * release, and nobody is shown until all permits are free once.
 */
final class PermitSlots {

	/** More holders than that nobody wants to see. **/
	static final int MOST = 256;

	private final Slot[] slots;

	private volatile boolean mixedUp;

	PermitSlots(int permits) {
		// roomy, so that most threads find the slot free that their identifier leads to
		this.slots = new Slot[Math.max(16, Integer.highestOneBit(permits) * 8)];
		for (int i = 0; i < this.slots.length; i++) {
			this.slots[i] = new Slot();
		}
	}

	private Slot slot(Thread thread, int offset) {
		return this.slots[((int) thread.getId() + offset) & (this.slots.length - 1)];
	}

	void acquired(Thread thread, int permits) {
		Slot slot = slot(thread, 0);
		if (slot.thread == null) {
			slot.claim(thread, permits);
		}
		else {
			acquiredBesideOthers(thread, permits);
		}
	}

	private void acquiredBesideOthers(Thread thread, int permits) {
		for (int offset = 0; offset < this.slots.length; offset++) {
			Slot slot = slot(thread, offset);
			if (slot.thread == thread) {
				slot.permits += permits;
				return;
			}
			if (slot.thread == null) {
				slot.claim(thread, permits);
				return;
			}
		}
		this.mixedUp = true;
	}

	void released(Thread thread, int permits) {
		Slot slot = slot(thread, 0);
		if (slot.thread == thread && slot.permits == permits) {
			slot.thread = null;
		}
		else {
			releasedInParts(thread, permits);
		}
	}

	private void releasedInParts(Thread thread, int permits) {
		int rest = permits;
		for (int offset = 0; offset < this.slots.length && rest > 0; offset++) {
			Slot slot = slot(thread, offset);
			if (slot.thread == thread) {
				int part = Math.min(rest, slot.permits);
				rest -= part;
				slot.permits -= part;
				if (slot.permits == 0) {
					slot.thread = null;
				}
			}
		}
		if (rest > 0) {
			this.mixedUp = true;
		}
	}

	/**
	 * Note that all permits were free, so that whoever is still recorded holds none.
	 */
	void allWereFree() {
		if (this.mixedUp) {
			for (Slot slot : this.slots) {
				slot.thread = null;
			}
			this.mixedUp = false;
		}
	}

	/**
	 * Add those who hold permits.
	 * @param others those who are known to hold further ones
	 * @param now the present time
	 * @return all of them, or none if that is not sure
	 */
	List<HolderSnapshot> addTo(List<HolderSnapshot> others, long now) {
		Map<Long, HolderSnapshot> holders = new LinkedHashMap<>();
		others.forEach((holder) -> holders.put(holder.threadId(), holder));
		for (Slot slot : this.slots) {
			Thread thread = slot.thread;
			int permits = slot.permits;
			if (thread != null && permits > 0) {
				holders.merge(thread.getId(), slot.snapshot(thread, permits, now), PermitSlots::sum);
			}
		}
		return this.mixedUp ? List.of() : new ArrayList<>(holders.values());
	}

	private static HolderSnapshot sum(HolderSnapshot one, HolderSnapshot other) {
		return new HolderSnapshot(one.thread(), one.threadId(), one.virtual(), one.count() + other.count(),
				(one.heldFor().compareTo(other.heldFor()) > 0) ? one.heldFor() : other.heldFor());
	}

	/**
	 * The permits of one thread.
	 */
	private static final class Slot {

		@Nullable Thread thread;

		int permits;

		private int hold;

		private volatile @Nullable WitnessedHold witnessed;

		void claim(Thread thread, int permits) {
			this.permits = permits;
			this.hold++;
			this.thread = thread;
		}

		HolderSnapshot snapshot(Thread thread, int permits, long now) {
			return WitnessedHold.holder(thread, permits, now - witness(now));
		}

		private long witness(long now) {
			WitnessedHold witnessed = WitnessedHold.of(this.witnessed, this.hold, now);
			this.witnessed = witnessed;
			return witnessed.since();
		}

	}

}
