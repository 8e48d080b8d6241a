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

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.jmx.annotation.EndpointJmxExtension;

/**
 * {@link EndpointJmxExtension @EndpointJmxExtension} for the {@link ExecutorsEndpoint}
 * with the operations on one executor. The ones for the web differ in what they take and
 * return.
 *
 * @see ExecutorsEndpointWebExtension
 */
@EndpointJmxExtension(endpoint = ExecutorsEndpoint.class)
public class ExecutorsEndpointJmxExtension {

	private final ExecutorsEndpoint delegate;

	ExecutorsEndpointJmxExtension(ExecutorsEndpoint delegate) {
		this.delegate = delegate;
	}

	/**
	 * Return an executor with the tasks that run and wait.
	 * @param name the name of the bean
	 * @return the executor, or {@code null} if there is none of that name
	 */
	@ReadOperation
	public @Nullable ExecutorDescriptor executor(String name) {
		return this.delegate.executor(name);
	}

	/**
	 * Change an executor; what is {@code null} stays as it is. Either everything is
	 * changed or nothing.
	 * @param executor the name of the bean
	 * @param corePoolSize the new number of core threads
	 * @param maxPoolSize the new maximum number of threads
	 * @param queueCapacity the new queue capacity
	 * @param keepAlive the new idle time after which a thread ends
	 * @param paused whether to hold back the tasks that wait
	 * @return the executor after the change, or {@code null} if there is none of that
	 * name
	 */
	@WriteOperation
	public @Nullable ExecutorDescriptor changeExecutor(String executor, @Nullable Integer corePoolSize,
			@Nullable Integer maxPoolSize, @Nullable Integer queueCapacity, @Nullable Duration keepAlive,
			@Nullable Boolean paused) {
		return this.delegate.changeExecutor(executor, corePoolSize, maxPoolSize, queueCapacity, keepAlive, paused);
	}

	/**
	 * Cancel a task that waits or runs.
	 * @param executor the name of the bean
	 * @param taskId the identifier of the task
	 */
	@DeleteOperation
	public void cancelTask(String executor, long taskId) {
		this.delegate.cancelTask(executor, taskId);
	}

}
