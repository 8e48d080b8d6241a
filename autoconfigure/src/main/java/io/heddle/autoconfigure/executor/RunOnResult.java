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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.util.ClassUtils;

import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;

/**
 * How a call is submitted, and what its caller gets, by the return type of the method.
 */
@FunctionalInterface
interface RunOnResult {

	@Nullable Object submit(NamedExecutor executor, MethodInvocation invocation, TaskOptions options);

	/**
	 * Return what fits a return type.
	 * @param returnType the return type
	 * @return what fits, or {@code null} if the type is not supported
	 */
	static @Nullable RunOnResult of(Class<?> returnType) {
		if (returnType == void.class) {
			return (executor, invocation, options) -> {
				executor.execute(new RunOnCommand(invocation), options);
				return null;
			};
		}
		if (returnType == CompletableFuture.class || returnType == Future.class
				|| returnType == CompletionStage.class) {
			return (executor, invocation, options) -> executor.submit(new RunOnTask(invocation), options);
		}
		ReactiveAdapter adapter = isReactorPresent()
				? ReactiveAdapterRegistry.getSharedInstance().getAdapter(returnType) : null;
		return (adapter != null && adapter.getReactiveType() == returnType
				&& !Future.class.isAssignableFrom(returnType)) ? new ReactiveRunOnResult(adapter) : null;
	}

	private static boolean isReactorPresent() {
		return ClassUtils.isPresent("reactor.core.publisher.Flux", RunOnResult.class.getClassLoader());
	}

}
