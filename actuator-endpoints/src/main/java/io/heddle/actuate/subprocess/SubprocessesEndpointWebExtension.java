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

package io.heddle.actuate.subprocess;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.util.MimeTypeUtils;

import io.heddle.actuate.named.InvalidRequestDescriptor;
import io.heddle.actuate.named.UnknownKeysAdvisor;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for the {@link SubprocessesEndpoint}
 * with the operations on one subprocess policy, which answer bad input with a message.
 * They take the whole rest of the path for the same reason as those of the executors.
 *
 * @see UnknownKeysAdvisor
 * @see SubprocessesEndpointJmxExtension
 */
@EndpointWebExtension(endpoint = SubprocessesEndpoint.class)
@RegisterReflectionForBinding({ SubprocessDescriptor.class, InvalidRequestDescriptor.class })
public class SubprocessesEndpointWebExtension {

	private final SubprocessesEndpoint delegate;

	SubprocessesEndpointWebExtension(SubprocessesEndpoint delegate) {
		this.delegate = delegate;
	}

	/**
	 * Return a subprocess policy with the last processes that have ended.
	 * @param path the name of the bean
	 * @return the subprocess policy
	 */
	@ReadOperation
	public WebEndpointResponse<Object> subprocess(@Selector(match = Match.ALL_REMAINING) String... path) {
		SubprocessDescriptor subprocess = (path.length == 1) ? this.delegate.subprocess(path[0]) : null;
		return (subprocess != null) ? new WebEndpointResponse<>(subprocess) : notFound();
	}

	/**
	 * Terminate a process with its descendants.
	 * @param path the name of the bean and the process id
	 * @return an empty response
	 */
	// whoever terminates a process need not accept what only a failure has: a message
	@DeleteOperation(produces = MimeTypeUtils.ALL_VALUE)
	public WebEndpointResponse<Object> terminateProcess(@Selector(match = Match.ALL_REMAINING) String... path) {
		if (path.length != 2 || !this.delegate.contains(path[0])) {
			return notFound();
		}
		try {
			boolean terminated = this.delegate.terminate(path[0], Long.parseLong(path[1]));
			return terminated ? new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT) : notFound();
		}
		catch (NumberFormatException ex) {
			return InvalidRequestDescriptor.response("The process id '" + path[1]
					+ "' is not a number. Use a pid from 'running' of the subprocess policy '" + path[0] + "'");
		}
	}

	private WebEndpointResponse<Object> notFound() {
		return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

}
