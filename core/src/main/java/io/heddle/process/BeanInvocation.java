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

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A method of a bean of this worker.
 *
 * @param bean the bean
 * @param method the method
 */
record BeanInvocation(Object bean, Method method) {

	static BeanInvocation of(BeanMethod method, WorkerBeans beans, ClassLoader classLoader)
			throws ClassNotFoundException {
		Class<?> type = Class.forName(method.type(), true, classLoader);
		Method found = find(type, method);
		found.setAccessible(true);
		return new BeanInvocation(beans.bean(method.bean(), type), found);
	}

	private static Method find(Class<?> type, BeanMethod method) {
		for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
			for (Method candidate : owner.getDeclaredMethods()) {
				if (matches(candidate, method)) {
					return candidate;
				}
			}
		}
		return Arrays.stream(type.getMethods())
			.filter((candidate) -> matches(candidate, method))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The worker's class " + type.getName() + " has no method "
					+ method.method() + method.parameterTypes() + ": is its class path another one?"));
	}

	private static boolean matches(Method candidate, BeanMethod method) {
		return candidate.getName().equals(method.method()) && !candidate.isBridge()
				&& Stream.of(candidate.getParameterTypes())
					.map(Class::getName)
					.toList()
					.equals(method.parameterTypes());
	}

	/**
	 * Call the method; the result of a future is waited for.
	 * @param arguments the arguments
	 * @return the result
	 * @throws Throwable what the method throws
	 */
	@Nullable Object invoke(@Nullable Object[] arguments) throws Throwable {
		try {
			Object result = this.method.invoke(this.bean, arguments);
			return (result instanceof Future<?> future) ? future.get() : result;
		}
		catch (InvocationTargetException | ExecutionException ex) {
			throw (ex.getCause() != null) ? ex.getCause() : ex;
		}
	}

}
