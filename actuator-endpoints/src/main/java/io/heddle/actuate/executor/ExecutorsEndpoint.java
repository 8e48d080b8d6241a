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
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@link Endpoint @Endpoint} that shows the executors of the application and, with
 * unrestricted access, resizes and pauses them and cancels their tasks.
 */
@Endpoint(id = "executors", defaultAccess = Access.READ_ONLY)
public class ExecutorsEndpoint {

	private final ExecutorBeans executors;

	ExecutorsEndpoint(ExecutorBeans executors) {
		this.executors = executors;
	}

	/**
	 * Return all executors of the application.
	 * @return the executors by bean name
	 */
	@ReadOperation
	public ExecutorsDescriptor executors() {
		Map<String, ExecutorDescriptor> descriptors = new LinkedHashMap<>();
		this.executors.all().forEach((name, executor) -> descriptors.put(name, executor.describe()));
		return new ExecutorsDescriptor(descriptors);
	}

	/**
	 * Return an executor with the tasks that run and wait.
	 * @param name the name of the bean
	 * @return the executor, or {@code null} if there is none of that name
	 */
	public @Nullable ExecutorDescriptor executor(String name) {
		ObservedExecutor executor = this.executors.find(name);
		return (executor != null) ? executor.describeInDetail() : null;
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
	 * @throws InvalidEndpointRequestException if nothing is given, a value is out of
	 * range or the executor cannot do it
	 */
	public @Nullable ExecutorDescriptor changeExecutor(String executor, @Nullable Integer corePoolSize,
			@Nullable Integer maxPoolSize, @Nullable Integer queueCapacity, @Nullable Duration keepAlive,
			@Nullable Boolean paused) {
		return change(executor, new ExecutorChange(corePoolSize, maxPoolSize, queueCapacity, keepAlive, paused));
	}

	/**
	 * Cancel a task that waits or runs.
	 * @param executor the name of the bean
	 * @param taskId the identifier of the task
	 * @throws InvalidEndpointRequestException if there is no such executor or task
	 */
	public void cancelTask(String executor, long taskId) {
		if (!cancel(executor, taskId)) {
			throw new InvalidEndpointRequestException("Executor '" + executor + "' has no task " + taskId,
					"There is no such task, or it has ended");
		}
	}

	boolean contains(String name) {
		return this.executors.find(name) != null;
	}

	@Nullable ExecutorDescriptor change(String name, ExecutorChange change) {
		ObservedExecutor executor = this.executors.find(name);
		if (executor == null) {
			return null;
		}
		change.requireSomething();
		executor.change(change);
		return executor.describe();
	}

	boolean cancel(String name, long taskId) {
		ObservedExecutor executor = this.executors.find(name);
		return executor != null && executor.cancel(taskId);
	}

}
