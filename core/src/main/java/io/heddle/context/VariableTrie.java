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

package io.heddle.context;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A map from variables to values that never changes: a change makes a new one, which
 * shares all but one path with the old. A hash array mapped trie with 32 branches to a
 * node: five bits of the hash say which, and a node has slots only for those that are
 * there.
 */
final class VariableTrie {

	static final VariableTrie EMPTY = new VariableTrie(0);

	private static final int BITS = 5;

	private final int bitmap;

	/** A binding or a further trie each. **/
	private final Object[] slots;

	private VariableTrie(int bitmap, Object... slots) {
		this.bitmap = bitmap;
		this.slots = slots;
	}

	boolean isEmpty() {
		return this.bitmap == 0;
	}

	@Nullable Binding find(ContextVar<?> variable) {
		VariableTrie trie = this;
		int hash = variable.hash();
		while (true) {
			// a shift goes by the lowest five bits of its distance
			int bit = 1 << hash;
			if ((trie.bitmap & bit) == 0) {
				return null;
			}
			Object slot = trie.slots[trie.index(bit)];
			if (slot instanceof Binding binding) {
				return binding.find(variable);
			}
			trie = (VariableTrie) slot;
			hash >>>= BITS;
		}
	}

	VariableTrie with(ContextVar<?> variable, @Nullable Object value) {
		return with(variable, value, 0);
	}

	private VariableTrie with(ContextVar<?> variable, @Nullable Object value, int shift) {
		int bit = bit(variable.hash(), shift);
		int index = index(bit);
		if ((this.bitmap & bit) == 0) {
			return insert(bit, index, new Binding(variable, value, null));
		}
		if (this.slots[index] instanceof VariableTrie trie) {
			return replace(index, trie.with(variable, value, shift + BITS));
		}
		Binding present = (Binding) this.slots[index];
		if (present.hash() == variable.hash()) {
			return replace(index, present.with(variable, value));
		}
		return replace(index, pair(present, new Binding(variable, value, null), shift + BITS));
	}

	private static VariableTrie pair(Binding first, Binding second, int shift) {
		int firstBit = bit(first.hash(), shift);
		int secondBit = bit(second.hash(), shift);
		if (firstBit == secondBit) {
			return new VariableTrie(firstBit, pair(first, second, shift + BITS));
		}
		return (Integer.compareUnsigned(firstBit, secondBit) < 0)
				? new VariableTrie(firstBit | secondBit, first, second)
				: new VariableTrie(firstBit | secondBit, second, first);
	}

	VariableTrie without(ContextVar<?> variable) {
		return without(variable, 0);
	}

	private VariableTrie without(ContextVar<?> variable, int shift) {
		int bit = bit(variable.hash(), shift);
		if ((this.bitmap & bit) == 0) {
			return this;
		}
		int index = index(bit);
		Object slot = this.slots[index];
		Object rest = (slot instanceof VariableTrie trie) ? trie.without(variable, shift + BITS).pruned()
				: ((Binding) slot).without(variable);
		if (rest == slot) {
			return this;
		}
		return (rest != null) ? replace(index, rest) : remove(bit, index);
	}

	/**
	 * Return what stands for this trie in the one above it: its only binding if it has no
	 * more.
	 */
	private @Nullable Object pruned() {
		if (isEmpty()) {
			return null;
		}
		return (this.slots.length == 1 && this.slots[0] instanceof Binding binding) ? binding : this;
	}

	void forEach(Consumer<Binding> action) {
		for (Object slot : this.slots) {
			if (slot instanceof VariableTrie trie) {
				trie.forEach(action);
			}
			else {
				for (Binding binding = (Binding) slot; binding != null; binding = binding.next()) {
					action.accept(binding);
				}
			}
		}
	}

	private static int bit(int hash, int shift) {
		return 1 << (hash >>> shift);
	}

	private int index(int bit) {
		return Integer.bitCount(this.bitmap & (bit - 1));
	}

	private VariableTrie insert(int bit, int index, Object slot) {
		Object[] slots = new Object[this.slots.length + 1];
		System.arraycopy(this.slots, 0, slots, 0, index);
		slots[index] = slot;
		System.arraycopy(this.slots, index, slots, index + 1, this.slots.length - index);
		return new VariableTrie(this.bitmap | bit, slots);
	}

	private VariableTrie replace(int index, Object slot) {
		Object[] slots = this.slots.clone();
		slots[index] = slot;
		return new VariableTrie(this.bitmap, slots);
	}

	private VariableTrie remove(int bit, int index) {
		Object[] slots = new Object[this.slots.length - 1];
		System.arraycopy(this.slots, 0, slots, 0, index);
		System.arraycopy(this.slots, index + 1, slots, index, slots.length - index);
		return new VariableTrie(this.bitmap & ~bit, slots);
	}

}
