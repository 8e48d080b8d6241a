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
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.util.MimeTypeUtils;

import io.heddle.actuate.named.InvalidRequestDescriptor;
import io.heddle.actuate.named.UnknownKeysAdvisor;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for the {@link ExecutorsEndpoint}
 * with the operations on one executor, which answer bad input with a message.
 * <p>
 * All of them take the whole rest of the path: unlike the variables of a path, which a
 * key of the body or a query parameter of the same name replaces, its type tells where it
 * comes from.
 *
 * @see UnknownKeysAdvisor
 * @see ExecutorsEndpointJmxExtension
 */
@EndpointWebExtension(endpoint = ExecutorsEndpoint.class)
@RegisterReflectionForBinding({ ExecutorDescriptor.class, InvalidRequestDescriptor.class })
public class ExecutorsEndpointWebExtension {

	private final ExecutorsEndpoint delegate;

	ExecutorsEndpointWebExtension(ExecutorsEndpoint delegate) {
		this.delegate = delegate;
	}

	/**
	 * Return an executor with the tasks that run and wait.
	 * @param path the name of the bean
	 * @return the executor
	 */
	@ReadOperation
	public WebEndpointResponse<Object> executor(@Selector(match = Match.ALL_REMAINING) String... path) {
		return found((path.length == 1) ? this.delegate.executor(path[0]) : null);
	}

	/**
	 * Change an executor; what is left out stays as it is. Either everything is changed
	 * or nothing.
	 * @param path the name of the bean
	 * @param corePoolSize the new number of core threads
	 * @param maxPoolSize the new maximum number of threads
	 * @param queueCapacity the new queue capacity
	 * @param keepAlive the new idle time after which a thread ends, as in {@code 30s} or
	 * {@code PT30S}
	 * @param paused whether to hold back the tasks that wait
	 * @return the executor after the change
	 */
	@WriteOperation
	public WebEndpointResponse<Object> changeExecutor(@Selector(match = Match.ALL_REMAINING) String[] path,
			@Nullable String corePoolSize, @Nullable String maxPoolSize, @Nullable String queueCapacity,
			@Nullable String keepAlive, @Nullable String paused) {
		if (path.length != 1 || !this.delegate.contains(path[0])) {
			return notFound();
		}
		try {
			ExecutorChange change = ExecutorChange.parse(corePoolSize, maxPoolSize, queueCapacity, keepAlive, paused);
			return found(this.delegate.change(path[0], change));
		}
		catch (InvalidEndpointRequestException ex) {
			return InvalidRequestDescriptor.response(ex.getMessage());
		}
	}

	/**
	 * Cancel a task that waits or runs.
	 * @param path the name of the bean and the identifier of the task
	 * @return an empty response
	 */
	// whoever cancels a task need not accept what only a failure has: a message
	@DeleteOperation(produces = MimeTypeUtils.ALL_VALUE)
	public WebEndpointResponse<Object> cancelTask(@Selector(match = Match.ALL_REMAINING) String... path) {
		if (path.length != 2 || !this.delegate.contains(path[0])) {
			return notFound();
		}
		try {
			boolean cancelled = this.delegate.cancel(path[0], Long.parseLong(path[1]));
			return cancelled ? new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT) : notFound();
		}
		catch (NumberFormatException ex) {
			return InvalidRequestDescriptor.response("The task id '" + path[1]
					+ "' is not a number. Use an id from 'running' or 'queued' of the executor '" + path[0] + "'");
		}
	}

	private WebEndpointResponse<Object> found(@Nullable ExecutorDescriptor executor) {
		return (executor != null) ? new WebEndpointResponse<>(executor) : notFound();
	}

	private WebEndpointResponse<Object> notFound() {
		return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

}
