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

package io.heddle.actuate.executor;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.util.ClassUtils;

import io.heddle.executor.NamedExecutor;

/**
 * An executor of the application, whatever its type.
 */
interface ObservedExecutor {

	/**
	 * Return the state of the executor.
	 * @return the descriptor
	 */
	ExecutorDescriptor describe();

	/**
	 * Return the state of the executor with its tasks as far as they are known.
	 * @return the descriptor
	 */
	default ExecutorDescriptor describeInDetail() {
		return describe();
	}

	/**
	 * Change the executor, all or nothing.
	 * @param change what to change
	 * @throws InvalidEndpointRequestException if a value is out of range or the executor
	 * cannot do it; nothing is changed then
	 */
	void change(ExecutorChange change);

	/**
	 * Cancel a task.
	 * @param taskId the identifier of the task
	 * @return whether it waited or ran
	 */
	default boolean cancel(long taskId) {
		return false;
	}

	/**
	 * Return the observed executor for a bean.
	 * @param name the name of the bean
	 * @param executor the bean
	 * @param origin where it comes from
	 * @return the observed executor
	 */
	static ObservedExecutor of(String name, Executor executor, ExecutorOrigin origin) {
		if (executor instanceof NamedExecutor namedExecutor) {
			return new ObservedNamedExecutor(namedExecutor);
		}
		String type = ClassUtils.getUserClass(executor).getName();
		if (executor instanceof SimpleAsyncTaskExecutor taskExecutor) {
			return new ObservedAsyncExecutor(name, origin, type, taskExecutor);
		}
		Executor target = (executor instanceof ConcurrentTaskExecutor adapter) ? adapter.getConcurrentExecutor()
				: executor;
		if (target instanceof ForkJoinPool pool) {
			return new ObservedForkJoinPool(name, origin, type, pool);
		}
		ThreadPool pool = ThreadPool.of(target);
		return (pool != null) ? new ObservedThreadPool(name, origin, type, pool)
				: new ObservedUnknownExecutor(name, origin, type);
	}

}
