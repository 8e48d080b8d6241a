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

package io.heddle.autoconfigure.process;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.aopalliance.intercept.MethodInvocation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

import io.heddle.autoconfigure.named.RunOnRoute;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;
import io.heddle.executor.UncaughtTaskExceptionHandler;
import io.heddle.process.BeanMethod;
import io.heddle.process.ProcessPool;

/**
 * Calls a method of a bean in a worker.
 */
class ProcessRunOnCall implements RunOnRoute.Call {

	private static final Log logger = LogFactory.getLog(ProcessRunOnCall.class);

	private static final String UNNAMED = "";

	private final Method method;

	private final Class<?> type;

	private final ObjectProvider<UncaughtTaskExceptionHandler> uncaughtExceptionHandler;

	/** One object a bean, by which the pool knows what its workers have already. **/
	private final Map<String, BeanMethod> methods = new ConcurrentHashMap<>();

	private final @Nullable WorkerBeanCheck check;

	ProcessRunOnCall(Method method, Class<?> type,
			ObjectProvider<UncaughtTaskExceptionHandler> uncaughtExceptionHandler, @Nullable WorkerBeanCheck check) {
		this.method = method;
		this.type = type;
		this.check = check;
		this.uncaughtExceptionHandler = uncaughtExceptionHandler;
	}

	@Override
	public @Nullable Object run(Supplier<NamedExecutor> executor, MethodInvocation invocation,
			@Nullable String beanName, TaskOptions options) {
		ProcessPool pool = (ProcessPool) executor.get();
		BeanMethod method = this.methods.computeIfAbsent((beanName != null) ? beanName : UNNAMED, this::describe);
		CompletableFuture<?> future = pool.submit(method, invocation.getArguments(), options);
		if (this.method.getReturnType() != void.class) {
			return future;
		}
		future.whenComplete((ignored, ex) -> {
			if (ex != null) {
				report(pool.name(), options.label(), ex);
			}
		});
		return null;
	}

	@Override
	public void verify(Supplier<NamedExecutor> executor, String beanName) {
		if (this.check != null) {
			this.check.verify((ProcessPool) executor.get(), beanName);
		}
	}

	private BeanMethod describe(String beanName) {
		return BeanMethod.of(beanName.equals(UNNAMED) ? null : beanName, this.type, this.method);
	}

	/**
	 * Nobody has the future of a method without a result.
	 */
	private void report(String pool, @Nullable String label, Throwable ex) {
		Throwable cause = (ex instanceof CompletionException && ex.getCause() != null) ? ex.getCause() : ex;
		if (cause instanceof CancellationException) {
			return;
		}
		String task = (label != null) ? label : this.method.getName();
		UncaughtTaskExceptionHandler handler = this.uncaughtExceptionHandler.getIfAvailable();
		if (handler != null) {
			handler.handle(Thread.currentThread(), pool, task, cause);
		}
		else {
			logger.error("Task '" + task + "' of process pool '" + pool + "' failed", cause);
		}
	}

}
