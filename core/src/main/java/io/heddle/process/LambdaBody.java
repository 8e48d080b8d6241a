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
import java.util.concurrent.Callable;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Does what a lambda does that captures nothing, without one: calls the method that the
 * compiler has made of its body. Thread-safe.
 *
 * @param method the method, static and accessible
 */
record LambdaBody(Method method) implements Callable<@Nullable Object>, Function<@Nullable Object, @Nullable Object> {

	@Override
	public @Nullable Object call() {
		return invoke();
	}

	@Override
	public @Nullable Object apply(@Nullable Object argument) {
		return invoke(argument);
	}

	private @Nullable Object invoke(@Nullable Object... arguments) {
		try {
			return this.method.invoke(null, arguments);
		}
		catch (InvocationTargetException ex) {
			throw LambdaBody.<RuntimeException>asIs((ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (IllegalArgumentException ex) {
			// what the lambda would have thrown
			cast(arguments);
			throw ex;
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void cast(@Nullable Object[] arguments) {
		Class<?>[] types = this.method.getParameterTypes();
		for (int i = 0; i < Math.min(types.length, arguments.length); i++) {
			types[i].cast(arguments[i]);
		}
	}

	// a function throws what it likes, as its lambda would
	@SuppressWarnings("unchecked")
	private static <E extends Throwable> E asIs(Throwable ex) throws E {
		throw (E) ex;
	}

}
