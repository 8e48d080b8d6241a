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

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * A call as a task. A future that the method returns is waited for, so that the caller's
 * future has its result.
 */
final class RunOnTask implements Callable<@Nullable Object> {

	private final MethodInvocation invocation;

	RunOnTask(MethodInvocation invocation) {
		this.invocation = invocation;
	}

	/**
	 * Call the method.
	 * @param invocation the call
	 * @return what the method returns
	 */
	static @Nullable Object proceed(MethodInvocation invocation) {
		try {
			return invocation.proceed();
		}
		catch (Throwable ex) {
			throw RunOnTask.<RuntimeException>unchecked(ex);
		}
	}

	@Override
	public @Nullable Object call() throws Exception {
		Object result = proceed(this.invocation);
		if (result instanceof CompletionStage<?> stage) {
			return await(stage.toCompletableFuture());
		}
		return (result instanceof Future<?> future) ? await(future) : result;
	}

	private @Nullable Object await(Future<?> future) throws InterruptedException {
		try {
			return future.get();
		}
		catch (InterruptedException ex) {
			future.cancel(true);
			throw ex;
		}
		catch (ExecutionException ex) {
			throw RunOnTask.<RuntimeException>unchecked((ex.getCause() != null) ? ex.getCause() : ex);
		}
	}

	/**
	 * Let a checked exception through as it is, as the reflective call did.
	 */
	@SuppressWarnings("unchecked")
	private static <E extends Throwable> E unchecked(Throwable ex) throws E {
		throw (E) ex;
	}

}
