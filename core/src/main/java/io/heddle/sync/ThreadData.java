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

import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.heddle.context.TaskScope;

/**
 * A value that each thread has for itself: made by a factory when the thread first asks
 * for it, and gone with the thread. In the threads of a named executor or of a worker JVM
 * each task has its own, and in those of a {@code @QueueListener} each item: it is gone
 * with the task, and the next one on the same thread does not see it.
 *
 * @param <T> the type of the value
 */
public final class ThreadData<T extends @Nullable Object> {

	private final Supplier<? extends T> factory;

	private final ThreadLocal<@Nullable Value<T>> ofThread = new ThreadLocal<>();

	private ThreadData(Supplier<? extends T> factory) {
		this.factory = Objects.requireNonNull(factory, "'factory' must not be null");
	}

	/**
	 * Return new thread-local data.
	 * @param <T> the type of the value
	 * @param factory makes the value of a thread
	 * @return the data
	 */
	public static <T extends @Nullable Object> ThreadData<T> of(Supplier<? extends T> factory) {
		return new ThreadData<>(factory);
	}

	/**
	 * Return the value of the calling thread, which is made if there is none yet.
	 * @return the value
	 */
	public T get() {
		TaskScope scope = TaskScope.current();
		Value<T> value = find(scope);
		if (value == null) {
			// the factory may ask for other data, or even set this
			T made = this.factory.get();
			value = find(scope);
			if (value == null) {
				value = new Value<>(made);
				put(scope, value);
			}
		}
		return value.value();
	}

	/**
	 * Set the value of the calling thread.
	 * @param value the value
	 */
	public void set(T value) {
		put(TaskScope.current(), new Value<>(value));
	}

	/**
	 * Remove the value of the calling thread; the next {@link #get()} makes a new one.
	 */
	public void remove() {
		TaskScope scope = TaskScope.current();
		if (scope != null) {
			scope.remove(this);
		}
		else {
			this.ofThread.remove();
		}
	}

	@SuppressWarnings("unchecked")
	private @Nullable Value<T> find(@Nullable TaskScope scope) {
		return (scope != null) ? (Value<T>) scope.get(this) : this.ofThread.get();
	}

	private void put(@Nullable TaskScope scope, Value<T> value) {
		if (scope != null) {
			scope.put(this, value);
		}
		else {
			this.ofThread.set(value);
		}
	}

	/**
	 * A value that may be {@code null}.
	 */
	private record Value<T extends @Nullable Object>(T value) {
	}

}
