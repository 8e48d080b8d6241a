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

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accessors with a value for each, in turn in one small array: on the way of every task,
 * a map and its entries would cost more than the values.
 */
final class AccessorValues {

	private static final Logger logger = LoggerFactory.getLogger(ContextPropagation.class);

	private final @Nullable Object[] pairs;

	private int size;

	AccessorValues(int capacity) {
		this.pairs = new Object[2 * capacity];
	}

	void add(ThreadLocalAccessor<?> accessor, @Nullable Object value) {
		this.pairs[this.size] = accessor;
		this.pairs[this.size + 1] = value;
		this.size += 2;
	}

	boolean contains(ThreadLocalAccessor<?> accessor) {
		return indexOf(accessor) != -1;
	}

	@Nullable Object get(ThreadLocalAccessor<?> accessor) {
		int index = indexOf(accessor);
		return (index != -1) ? this.pairs[index + 1] : null;
	}

	private int indexOf(ThreadLocalAccessor<?> accessor) {
		for (int i = 0; i < this.size; i += 2) {
			if (this.pairs[i] == accessor) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Return the values that can travel to another JVM.
	 * @return the serializable ones whose accessor has a string as its key
	 */
	Map<String, Object> portable() {
		Map<String, Object> portable = new HashMap<>();
		for (int i = 0; i < this.size; i += 2) {
			Object accessorKey = accessor(i).key();
			if (accessorKey instanceof String key && this.pairs[i + 1] instanceof Serializable value) {
				portable.put(key, value);
			}
			else {
				logger.debug("The value of {} stays in this JVM", accessorKey);
			}
		}
		return portable;
	}

	/**
	 * Set a value for a task, or none.
	 * @param accessor the accessor
	 * @param value the value, or {@code null} to have none
	 */
	@SuppressWarnings("unchecked")
	static void set(ThreadLocalAccessor<?> accessor, @Nullable Object value) {
		if (value != null) {
			((ThreadLocalAccessor<Object>) accessor).setValue(value);
		}
		else {
			accessor.setValue();
		}
	}

	/**
	 * Put these values back, the last first, and all of them even if one fails.
	 */
	void restore() {
		RuntimeException failure = null;
		for (int i = this.size - 2; i >= 0; i -= 2) {
			try {
				restore(accessor(i), this.pairs[i + 1]);
			}
			catch (RuntimeException ex) {
				failure = ex;
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

	private ThreadLocalAccessor<?> accessor(int index) {
		return (ThreadLocalAccessor<?>) Objects.requireNonNull(this.pairs[index]);
	}

	@SuppressWarnings("unchecked")
	private static void restore(ThreadLocalAccessor<?> accessor, @Nullable Object value) {
		if (value != null) {
			((ThreadLocalAccessor<Object>) accessor).restore(value);
		}
		else {
			accessor.restore();
		}
	}

}
