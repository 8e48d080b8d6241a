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

package io.heddle.benchmarks.context;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.context.ContextRegistry;

import io.heddle.context.ContextVar;

/**
 * Fills the calling thread with values, the only ones that are carried.
 */
final class Filling {

	private Filling() {
	}

	/**
	 * Set variables beside the one that is measured.
	 * @param measured the one
	 * @param count how many there are then
	 */
	static void variables(ContextVar<String> measured, int count) {
		removeAccessors();
		measured.set("value");
		for (int i = 1; i < count; i++) {
			ContextVar.<String>of("filling").set("value");
		}
	}

	/**
	 * Set thread-local values, each known to Micrometer.
	 * @param count how many
	 * @return the values
	 */
	static List<ThreadLocal<String>> threadLocals(int count) {
		removeAccessors();
		List<ThreadLocal<String>> threadLocals = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			ThreadLocal<String> threadLocal = new ThreadLocal<>();
			threadLocal.set("value");
			ContextRegistry.getInstance().registerThreadLocalAccessor("filling" + i, threadLocal);
			threadLocals.add(threadLocal);
		}
		return threadLocals;
	}

	/**
	 * Remove what the libraries on the class path have registered.
	 */
	private static void removeAccessors() {
		ContextRegistry registry = ContextRegistry.getInstance();
		List.copyOf(registry.getThreadLocalAccessors())
			.forEach((accessor) -> registry.removeThreadLocalAccessor(accessor.key()));
	}

}
