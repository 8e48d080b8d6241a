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

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The beans of a worker JVM. Used by one thread at a time; closed when the worker is told
 * to stop.
 */
public interface WorkerBeans extends AutoCloseable {

	/**
	 * Return the object to call.
	 * @param name the name of the bean, or {@code null} for any of the type
	 * @param type the class of the bean
	 * @return the bean
	 * @throws RuntimeException if there is none; its message says what there is
	 */
	Object bean(@Nullable String name, Class<?> type);

	/**
	 * Return the names of the beans that can be called.
	 * @return the names
	 */
	Set<String> names();

	@Override
	void close();

}
