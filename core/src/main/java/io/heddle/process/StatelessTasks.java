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

package io.heddle.process;

import java.io.Externalizable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Knows the tasks that hold nothing, such as lambdas that capture nothing: as each is
 * like the other, one is serialized and sent to a worker once, and called by its number
 * from then on. Thread-safe.
 */
final class StatelessTasks {

	private static final Set<String> SERIALIZATION_METHODS = Set.of("writeReplace", "writeObject", "readResolve",
			"readObject");

	private final Map<Class<?>, Optional<PoolFunction>> functions = new ConcurrentHashMap<>();

	// below zero, where those of a pool's functions and methods never are
	private final AtomicLong lastId = new AtomicLong();

	/**
	 * Return the function that stands for a task.
	 * @param task the task
	 * @return the function, or {@code null} if the task may hold something
	 */
	@Nullable PoolFunction of(Object task) {
		Optional<PoolFunction> function = this.functions.get(task.getClass());
		if (function == null) {
			function = this.functions.computeIfAbsent(task.getClass(), (type) -> isStateless(type)
					? Optional.of(new PoolFunction(this.lastId.decrementAndGet(), task)) : Optional.empty());
		}
		return function.orElse(null);
	}

	private static boolean isStateless(Class<?> type) {
		// the class of a lambda has its own way to be written
		boolean lambda = type.isHidden() && type.isSynthetic();
		for (Class<?> part = type; part != null && part != Object.class; part = part.getSuperclass()) {
			if (hasFields(part) || (!lambda && hasSerializationOfItsOwn(part))) {
				return false;
			}
		}
		return true;
	}

	private static boolean hasFields(Class<?> type) {
		return !Arrays.stream(type.getDeclaredFields()).map(Field::getModifiers).allMatch(Modifier::isStatic);
	}

	private static boolean hasSerializationOfItsOwn(Class<?> type) {
		return Externalizable.class.isAssignableFrom(type) || Arrays.stream(type.getDeclaredMethods())
			.map(Method::getName)
			.anyMatch(SERIALIZATION_METHODS::contains);
	}

}
