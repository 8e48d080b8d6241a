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

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The beans of a worker without a context of its own: an object of each class, made by
 * its no-argument constructor when it is first called. Confined to one thread.
 */
final class ReflectiveBeans implements WorkerBeans {

	private final Map<Key, Object> beans = new HashMap<>();

	@Override
	public Object bean(@Nullable String name, Class<?> type) {
		Key key = new Key(name, type);
		Object bean = this.beans.get(key);
		if (bean == null) {
			bean = create(type);
			this.beans.put(key, bean);
		}
		return bean;
	}

	private static Object create(Class<?> type) {
		try {
			Constructor<?> constructor = type.getDeclaredConstructor();
			constructor.setAccessible(true);
			return constructor.newInstance();
		}
		catch (InvocationTargetException ex) {
			throw new IllegalStateException("The constructor of " + type.getName() + " failed in the worker",
					ex.getCause());
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			throw new IllegalStateException("The worker cannot make a " + type.getName()
					+ ": give the class a no-argument constructor, or the pool 'sources' whose context has the bean",
					ex);
		}
	}

	@Override
	public Set<String> names() {
		return Set.of();
	}

	@Override
	public void close() {
	}

	/**
	 * Two beans of one class are two objects.
	 *
	 * @param name the name of the bean, or {@code null}
	 * @param type its class
	 */
	private record Key(@Nullable String name, Class<?> type) {

	}

}
