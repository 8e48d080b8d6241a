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

package io.heddle.autoconfigure.sync;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.CancellationException;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import io.heddle.sync.Hold;

/**
 * Lets the thread of a call hold what {@code @Locked} and {@code @Permit} name, until the
 * method returns.
 */
class GuardInterceptor implements MethodInterceptor {

	private final GuardedMethods methods;

	GuardInterceptor(GuardedMethods methods) {
		this.methods = methods;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Object target = invocation.getThis();
		Method method = invocation.getMethod();
		Class<?> targetClass = (target != null) ? target.getClass() : method.getDeclaringClass();
		return proceed(invocation, this.methods.get(method, targetClass).iterator());
	}

	/**
	 * Hold one after the other, so that each is released, the last one first, whatever
	 * becomes of the others. What the method throws comes before what a release throws.
	 */
	private static @Nullable Object proceed(MethodInvocation invocation, Iterator<Guard> guards) throws Throwable {
		if (!guards.hasNext()) {
			return invocation.proceed();
		}
		try (Hold hold = hold(guards.next(), invocation.getMethod())) {
			return proceed(invocation, guards);
		}
	}

	/**
	 * An exception that the method does not declare would reach the caller in disguise.
	 */
	private static Hold hold(Guard guard, Method method) throws InterruptedException {
		try {
			return guard.hold();
		}
		catch (InterruptedException ex) {
			if (Arrays.stream(method.getExceptionTypes()).anyMatch((type) -> type.isInstance(ex))) {
				throw ex;
			}
			Thread.currentThread().interrupt();
			CancellationException cancelled = new CancellationException(guard.place()
					+ " was not called: the thread was interrupted while it waited for '" + guard.name() + "'");
			cancelled.initCause(ex);
			throw cancelled;
		}
	}

}
