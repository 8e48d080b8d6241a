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

	private VariableValues(int size, Map<String, @Nullable Object> travelled) {
		this(new Object[length(size)], size, travelled);
	}

	private static int length(int size) {
		int length = MIN_LENGTH;
		while (!fits(size, length)) {
			length *= 2;
		}
		return length;
	}

	private static boolean fits(int size, int length) {
		return 4 * size <= length;
	}

	/**
	 * Return the values that have travelled to this JVM.
	 * @param travelled the values by the name of the field of their variable
	 * @return the values
	 */
	static VariableValues of(Map<String, @Nullable Object> travelled) {
		return new VariableValues(0, travelled);
	}

	static VariableValues with(@Nullable VariableValues values, ContextVar<?> variable, @Nullable Object value) {
		if (values == null) {
			VariableValues single = new VariableValues(1, Map.of());
			single.put(variable, value);
			return single;
		}
		boolean present = values.table[values.place(variable)] != null;
		int size = (present) ? values.size : values.size + 1;
		VariableValues changed;
		if (fits(size, values.table.length)) {
			changed = new VariableValues(values.table.clone(), size, values.travelled);
		}
		else {
			changed = new VariableValues(size, values.travelled);
			values.forEach(changed::put);
		}
		changed.put(variable, value);
		return changed;
	}

	static VariableValues without(@Nullable VariableValues values, ContextVar<?> variable) {
		if (values == null || find(values.table, variable) == NONE) {
			return new VariableValues(0, (values != null) ? values.travelled : Map.of());
		}
		VariableValues changed = new VariableValues(values.size - 1, values.travelled);
		values.forEach((other, value) -> {
			if (other != variable) {
				changed.put(other, value);
			}
		});
		return changed;
	}

	/**
	 * Only while this is being made.
	 */
	private void put(ContextVar<?> variable, @Nullable Object value) {
		int place = place(variable);
		this.table[place] = variable;
		this.table[place + 1] = value;
	}

	/**
	 * Return where a variable is, or has to go to.
	 */
	private int place(ContextVar<?> variable) {
		int mask = this.table.length - 1;
		int place = (variable.hash() << 1) & mask;
		while (this.table[place] != null && this.table[place] != variable) {
			place = (place + 2) & mask;
		}
		return place;
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
	 * @return the values by the name of the field of their variable
	 */
	Map<String, @Nullable Object> travelled() {
		return this.travelled;
	}

}
