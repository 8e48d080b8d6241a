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

import java.util.IdentityHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a task leaves on the thread that runs it, to be taken away when it ends. Whoever
 * runs tasks in a thread {@linkplain #enter() enters} one scope for all of them and
 * {@linkplain #end() ends} it after each, which costs one look at a field as long as the
 * task has left nothing.
 * <p>
 * For one thread alone.
 */
public final class TaskScope {

	private static final ThreadLocal<@Nullable TaskScope> CURRENT = new ThreadLocal<>();

	private @Nullable Map<Object, Object> values;

	private @Nullable TaskScope outer;

	/**
	 * Return the scope that the calling thread has entered.
	 * @return the innermost scope, or {@code null} if there is none
	 */
	public static @Nullable TaskScope current() {
		return CURRENT.get();
	}

	/**
	 * Make this the scope of the calling thread, until {@link #leave()}.
	 */
	public void enter() {
		this.outer = CURRENT.get();
		CURRENT.set(this);
	}

	/**
	 * Give back the scope that the calling thread had before.
	 */
	public void leave() {
		end();
		if (this.outer != null) {
			CURRENT.set(this.outer);
		}
		else {
			CURRENT.remove();
		}
	}

	/**
	 * Forget what the present task has left.
	 */
	public void end() {
		if (this.values != null) {
			this.values = null;
		}
	}

	/**
	 * Return a value of the present task.
	 * @param key the key, which is compared by identity
	 * @return the value, or {@code null} if there is none
	 */
	public @Nullable Object get(Object key) {
		return (this.values != null) ? this.values.get(key) : null;
	}

	/**
	 * Set a value of the present task.
	 * @param key the key, which is compared by identity
	 * @param value the value
	 */
	public void put(Object key, Object value) {
		Map<Object, Object> values = this.values;
		if (values == null) {
			values = new IdentityHashMap<>(8);
			this.values = values;
		}
		values.put(key, value);
	}

	/**
	 * Remove a value of the present task.
	 * @param key the key, which is compared by identity
	 */
	public void remove(Object key) {
		if (this.values != null) {
			this.values.remove(key);
		}
	}

}
