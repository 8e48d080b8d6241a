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

package io.heddle.autoconfigure.executor;

import java.lang.reflect.Method;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * Runs a call on the executor that {@code @RunOn} names.
 */
class RunOnInterceptor implements MethodInterceptor {

	private final RunOnOperations operations;

	private final @Nullable String beanName;

	/**
	 * The last method, for most beans have only one: to look it up would take longer.
	 **/
	private @Nullable Known last;

	RunOnInterceptor(RunOnOperations operations, @Nullable String beanName) {
		this.operations = operations;
		this.beanName = beanName;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Object target = invocation.getThis();
		Method method = invocation.getMethod();
		return operation(method, (target != null) ? target.getClass() : method.getDeclaringClass()).invoke(invocation,
				this.beanName);
	}

	private RunOnOperation operation(Method method, Class<?> targetClass) {
		Known last = this.last;
		if (last == null || last.method() != method || last.targetClass() != targetClass) {
			last = new Known(method, targetClass, this.operations.get(method, targetClass));
			this.last = last;
		}
		return last.operation();
	}

	/**
	 * Immutable, and so safe to share without a lock.
	 */
	private record Known(Method method, Class<?> targetClass, RunOnOperation operation) {

	}

}
