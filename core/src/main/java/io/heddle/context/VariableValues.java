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

import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * The values of a context at one moment. Never changes, and each change makes a new
 * object, so that the same object means that nothing has changed, and to copy a context
 * is to refer to its values.
 * <p>
 * A flat hash table: variables are read far more often than set, and there are not many.
 * <p>
 * Values that came from another JVM are known by the field of their variable. They wait
 * for the variable to ask for them: to look for it would be to initialize classes that
 * the task may never use. A value that was set here comes before one that has travelled.
 */
final class VariableValues {

	/** Stands for no value, as {@code null} is one. **/
	static final Object NONE = new Object();

	private static final int MIN_LENGTH = 8;

	private static final @Nullable Object[] EMPTY = new Object[2];

	/**
	 * Each variable and behind it its value, at the place that the hash of the variable
	 * says or the next one that was free. At least half of the places are free.
	 */
	private final @Nullable Object[] table;

	private final int size;

	private final Map<String, @Nullable Object> travelled;

	private VariableValues(@Nullable Object[] table, int size, Map<String, @Nullable Object> travelled) {
		this.table = table;
		this.size = size;
		this.travelled = travelled;
	}

	/**
	 * Return the values that have travelled to this JVM.
	 * @param travelled the values by the name of the field of their variable
	 * @return the values
	 */
	static VariableValues of(Map<String, @Nullable Object> travelled) {
		return new VariableValues(EMPTY, 0, travelled);
	}

	static VariableValues with(@Nullable VariableValues values, ContextVar<?> variable, @Nullable Object value) {
		@Nullable Object[] table = table(values);
		int present = (values != null) ? values.size : 0;
		int size = (find(table, variable) != NONE) ? present : present + 1;
		@Nullable Object[] changed = fits(size, table.length) ? table.clone() : copy(table, size, null);
		put(changed, variable, value);
		return new VariableValues(changed, size, travelled(values));
	}

	static VariableValues without(@Nullable VariableValues values, ContextVar<?> variable) {
		@Nullable Object[] table = table(values);
		int present = (values != null) ? values.size : 0;
		int size = (find(table, variable) != NONE) ? present - 1 : present;
		return new VariableValues(copy(table, size, variable), size, travelled(values));
	}

	private static boolean fits(int size, int length) {
		return 4 * size <= length;
	}

	private static @Nullable Object[] copy(@Nullable Object[] table, int size, @Nullable ContextVar<?> except) {
		int length = MIN_LENGTH;
		while (!fits(size, length)) {
			length *= 2;
		}
		@Nullable Object[] copy = new Object[length];
		for (int i = 0; i < table.length; i += 2) {
			if (table[i] instanceof ContextVar<?> variable && variable != except) {
				put(copy, variable, table[i + 1]);
			}
		}
		return copy;
	}

	private static void put(@Nullable Object[] table, ContextVar<?> variable, @Nullable Object value) {
		int mask = table.length - 1;
		int place = (variable.hash() << 1) & mask;
		while (table[place] != null && table[place] != variable) {
			place = (place + 2) & mask;
		}
		table[place] = variable;
		table[place + 1] = value;
	}

	boolean isEmpty() {
		return this.size == 0 && this.travelled.isEmpty();
	}

	/**
	 * Find a value that came from another JVM.
	 * @param variable its variable
	 * @return the value, or {@link #NONE}
	 */
	@Nullable Object findTravelled(ContextVar<?> variable) {
		if (this.travelled.isEmpty()) {
			return NONE;
		}
		String name = variable.fieldName();
		return (name != null && this.travelled.containsKey(name)) ? this.travelled.get(name) : NONE;
	}

	/**
	 * Return the table of values that were set in this JVM.
	 * @param values the values, or {@code null} if there are none
	 * @return the table, to be looked at only
	 */
	static @Nullable Object[] table(@Nullable VariableValues values) {
		return (values != null) ? values.table : EMPTY;
	}

	/**
	 * Find a value that was set in this JVM.
	 * @param table the table
	 * @param variable its variable
	 * @return the value, or {@link #NONE}
	 */
	static @Nullable Object find(@Nullable Object[] table, ContextVar<?> variable) {
		int mask = table.length - 1;
		int place = (variable.hash() << 1) & mask;
		while (true) {
			Object key = table[place];
			if (key == variable) {
				return table[place + 1];
			}
			if (key == null) {
				return NONE;
			}
			place = (place + 2) & mask;
		}
	}

	/**
	 * Do something with each value that was set in this JVM.
	 */
	void forEach(BiConsumer<ContextVar<?>, @Nullable Object> action) {
		for (int i = 0; i < this.table.length; i += 2) {
			if (this.table[i] instanceof ContextVar<?> variable) {
				action.accept(variable, this.table[i + 1]);
			}
		}
	}

	/**
	 * Return the values that came from another JVM.
	 * @param values the values, or {@code null} if there are none
	 * @return the values by the name of the field of their variable
	 */
	static Map<String, @Nullable Object> travelled(@Nullable VariableValues values) {
		return (values != null) ? values.travelled : Map.of();
	}

}
