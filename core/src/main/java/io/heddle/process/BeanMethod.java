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

import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A method of a bean that the worker JVM has, or makes by its no-argument constructor.
 * Immutable.
 *
 * @param bean the name of the bean in the worker's context, or {@code null} if the worker
 * makes one object of the class itself and keeps it
 * @param type the name of the class that is called
 * @param method the name of the method
 * @param parameterTypes the names of its parameter types, as {@link Class#getName()}
 * gives them
 */
public record BeanMethod(@Nullable String bean, String type, String method,
		List<String> parameterTypes) implements Serializable {

	private static final int PLAIN_SIZE = 4;

	public BeanMethod {
		parameterTypes = List.copyOf(parameterTypes);
	}

	/**
	 * Return the description of a method.
	 * @param bean the name of the bean, or {@code null} to call an object that the worker
	 * makes
	 * @param type the class to call
	 * @param method the method
	 * @return the description
	 */
	public static BeanMethod of(@Nullable String bean, Class<?> type, Method method) {
		return new BeanMethod(bean, type.getName(), method.getName(),
				Arrays.stream(method.getParameterTypes()).map(Class::getName).toList());
	}

	static BeanMethod ofPlain(List<@Nullable Object> values) throws FrameException {
		if (values.size() == PLAIN_SIZE && values.get(1) instanceof String type
				&& values.get(2) instanceof String method && values.get(3) instanceof String[] parameterTypes) {
			return new BeanMethod((String) values.get(0), type, method, List.of(parameterTypes));
		}
		throw new FrameException("No method of a bean: " + values);
	}

	/**
	 * Return what this is made of, without the JDK's serialization: the worker, which is
	 * new, would take long to read its first record.
	 */
	List<@Nullable Object> plain() {
		return Arrays.asList(this.bean, this.type, this.method, this.parameterTypes.toArray(String[]::new));
	}

	@Override
	public String toString() {
		String simpleType = this.type.substring(this.type.lastIndexOf('.') + 1);
		return simpleType + "." + this.method;
	}

}
