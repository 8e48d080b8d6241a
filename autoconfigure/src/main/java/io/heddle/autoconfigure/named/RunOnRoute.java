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

package io.heddle.autoconfigure.named;

import java.lang.reflect.Method;
import java.util.function.Supplier;

import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;

/**
 * Runs the calls of methods with {@code @RunOn} on the executors of a kind in a way of
 * its own.
 */
public interface RunOnRoute {

	/**
	 * Return how calls of a method are run.
	 * @param executor the name of the executor
	 * @param method the method
	 * @param userClass the class of the bean
	 * @param place what the method is called in a message
	 * @return how, or {@code null} if as on any executor
	 * @throws InvalidRunOnException if it cannot work
	 */
	@Nullable Call route(String executor, Method method, Class<?> userClass, String place);

	/**
	 * Runs a call.
	 */
	@FunctionalInterface
	interface Call {

		/**
		 * Run a call.
		 * @param executor the executor
		 * @param invocation the call
		 * @param beanName the name of the bean, or {@code null} if it is not known
		 * @param options the options of the task
		 * @return what the caller gets
		 * @throws Throwable what a method throws that is called at once
		 */
		@Nullable Object run(Supplier<NamedExecutor> executor, MethodInvocation invocation, @Nullable String beanName,
				TaskOptions options) throws Throwable;

		/**
		 * Check, when the application has its beans, that the calls on one of them can
		 * work. Does nothing by default.
		 * @param executor the executor
		 * @param beanName the name of the bean
		 * @throws InvalidRunOnException if they cannot
		 */
		default void verify(Supplier<NamedExecutor> executor, String beanName) {
		}

	}

}
