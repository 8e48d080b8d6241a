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

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for the {@link ExecutorsEndpoint}
 * that answers bad input with a message.
 */
@EndpointWebExtension(endpoint = ExecutorsEndpoint.class)
@RegisterReflectionForBinding({ ExecutorDescriptor.class, InvalidRequestDescriptor.class })
public class ExecutorsEndpointWebExtension {

	private final ExecutorsEndpoint delegate;

	ExecutorsEndpointWebExtension(ExecutorsEndpoint delegate) {
		this.delegate = delegate;
	}

	/**
	 * Change an executor; what is left out stays as it is. Either everything is changed
	 * or nothing.
	 * @param executor the name of the bean
	 * @param corePoolSize the new number of core threads
	 * @param maxPoolSize the new maximum number of threads
	 * @param queueCapacity the new queue capacity
	 * @param keepAlive the new idle time after which a thread ends, as in {@code 30s} or
	 * {@code PT30S}
	 * @param paused whether to hold back the tasks that wait
	 * @return the executor after the change
	 */
	// the selector is not called 'name': a key of the body overrides the path's value
	@WriteOperation
	public WebEndpointResponse<Object> changeExecutor(@Selector String executor, @Nullable String corePoolSize,
			@Nullable String maxPoolSize, @Nullable String queueCapacity, @Nullable String keepAlive,
			@Nullable String paused) {
		if (!this.delegate.contains(executor)) {
			return notFound();
		}
		try {
			ExecutorChange change = ExecutorChange.parse(corePoolSize, maxPoolSize, queueCapacity, keepAlive, paused);
			ExecutorDescriptor changed = this.delegate.change(executor, change);
			return (changed != null) ? new WebEndpointResponse<>(changed) : notFound();
		}
		catch (InvalidEndpointRequestException ex) {
			return InvalidRequestDescriptor.response(ex.getMessage());
		}
	}

	/**
	 * Cancel a task that waits or runs.
	 * @param executor the name of the bean
	 * @param taskId the identifier of the task
	 * @return an empty response
	 */
	@DeleteOperation
	public WebEndpointResponse<Object> cancelTask(@Selector String executor, @Selector String taskId) {
		if (!this.delegate.contains(executor)) {
			return notFound();
		}
		try {
			boolean cancelled = this.delegate.cancel(executor, Long.parseLong(taskId));
			return cancelled ? new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT) : notFound();
		}
		catch (NumberFormatException ex) {
			return InvalidRequestDescriptor.response("The task id '" + taskId
					+ "' is not a number. Use an id from 'running' or 'queued' of the executor '" + executor + "'");
		}
	}

	private <T> WebEndpointResponse<T> notFound() {
		return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

}
