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

package io.heddle.actuate.process;

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
import io.heddle.actuate.named.RequestValue;
import io.heddle.actuate.named.UnknownKeysAdvisor;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for the {@link ProcessPoolsEndpoint}
 * with the operations on one process pool, which answer bad input with a message. They
 * take the whole rest of the path for the same reason as those of the executors.
 *
 * @see UnknownKeysAdvisor
 * @see ProcessPoolsEndpointJmxExtension
 */
@EndpointWebExtension(endpoint = ProcessPoolsEndpoint.class)
@RegisterReflectionForBinding({ ProcessPoolDescriptor.class, InvalidRequestDescriptor.class })
public class ProcessPoolsEndpointWebExtension {

	private final ProcessPoolsEndpoint delegate;

	ProcessPoolsEndpointWebExtension(ProcessPoolsEndpoint delegate) {
		this.delegate = delegate;
	}

	/**
	 * Return a process pool with the tasks that run and wait.
	 * @param path the name of the bean
	 * @return the process pool
	 */
	@ReadOperation
	public WebEndpointResponse<Object> processPool(@Selector(match = Match.ALL_REMAINING) String... path) {
		return found((path.length == 1) ? this.delegate.processPool(path[0]) : null);
	}

	/**
	 * Change a process pool; what is left out stays as it is. Either everything is
	 * changed or nothing.
	 * @param path the name of the bean
	 * @param size the new number of workers
	 * @param paused whether to hold back the tasks that wait
	 * @return the process pool after the change
	 */
	@WriteOperation
	public WebEndpointResponse<Object> changeProcessPool(@Selector(match = Match.ALL_REMAINING) String[] path,
			@Nullable String size, @Nullable String paused) {
		if (path.length != 1 || !this.delegate.contains(path[0])) {
			return notFound();
		}
		try {
			return found(this.delegate.changeProcessPool(path[0], new RequestValue("size", size).asNumber(),
					new RequestValue("paused", paused).asBoolean()));
		}
		catch (InvalidEndpointRequestException ex) {
			return InvalidRequestDescriptor.response(ex.getMessage());
		}
	}

	/**
	 * Kill a worker with its descendants.
	 * @param path the name of the bean and the process id of the worker
	 * @return an empty response
	 */
	// whoever kills a worker need not accept what only a failure has: a message
	@DeleteOperation(produces = MimeTypeUtils.ALL_VALUE)
	public WebEndpointResponse<Object> killWorker(@Selector(match = Match.ALL_REMAINING) String... path) {
		if (path.length != 2 || !this.delegate.contains(path[0])) {
			return notFound();
		}
		try {
			boolean killed = this.delegate.kill(path[0], Long.parseLong(path[1]));
			return killed ? new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT) : notFound();
		}
		catch (NumberFormatException ex) {
			return InvalidRequestDescriptor.response("The process id '" + path[1]
					+ "' is not a number. Use a pid from 'workers' of the process pool '" + path[0] + "'");
		}
	}

	private WebEndpointResponse<Object> found(@Nullable ProcessPoolDescriptor pool) {
		return (pool != null) ? new WebEndpointResponse<>(pool) : notFound();
	}

	private WebEndpointResponse<Object> notFound() {
		return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

}
