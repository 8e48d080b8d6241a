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

package io.heddle.queue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Looks through the items of a store. Not thread-safe: guarded by the lock of the queue.
 *
 * @param <E> the type of the items
 */
final class StoreContents<E> {

	private final ItemStore<E> store;

	StoreContents(ItemStore<E> store) {
		this.store = store;
	}

	/**
	 * Copy the items, {@linkplain ItemStore#position in turn}.
	 */
	List<QueueEntry<E>> entries() {
		List<QueueEntry<E>> entries = new ArrayList<>(this.store.size());
		for (int turn = 0; turn < this.store.size(); turn++) {
			int index = this.store.index(this.store.position(turn));
			entries.add(new QueueEntry<>(this.store.item(index), this.store.putTime(index)));
		}
		return entries;
	}

	boolean contains(ItemChoice<? super E> choice) {
		return !choose(choice, 1).isEmpty();
	}

	/**
	 * Remove what is chosen. If the choice or a comparison throws, nothing has changed.
	 * @param choice the choice
	 * @param most how many items to remove at most
	 * @return how many items were removed
	 */
	int removeIf(ItemChoice<? super E> choice, int most) {
		BitSet chosen = choose(choice, most);
		int count = chosen.cardinality();
		if (count == this.store.size()) {
			truncate(0);
		}
		else if (count > 0) {
			this.store.change(() -> remove(chosen));
		}
		return count;
	}

	private BitSet choose(ItemChoice<? super E> choice, int most) {
		BitSet chosen = new BitSet();
		int count = 0;
		for (int turn = 0; turn < this.store.size() && count < most; turn++) {
			int position = this.store.position(turn);
			int index = this.store.index(position);
			if (choice.test(this.store.item(index), this.store.putTime(index))) {
				chosen.set(position);
				count++;
			}
		}
		return chosen;
	}

	private void remove(BitSet chosen) {
		int kept = chosen.nextSetBit(0);
		for (int position = kept; position < this.store.size(); position++) {
			if (!chosen.get(position)) {
				this.store.move(this.store.index(position), this.store.index(kept++));
			}
		}
		truncate(kept);
		this.store.reorder();
	}

	private void truncate(int kept) {
		while (this.store.size() > kept) {
			this.store.erase(this.store.index(this.store.size() - 1));
		}
	}

}
