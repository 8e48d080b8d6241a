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

package io.heddle.actuate.thread;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

import io.heddle.actuate.named.InvalidRequestDescriptor;
import io.heddle.actuate.named.UnknownKeysAdvisor;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for the {@link ThreadsEndpoint} with
 * the operation on one thread, which answers bad input with a message. It takes the whole
 * rest of the path for the same reason as those of the executors.
 *
 * @see UnknownKeysAdvisor
 * @see ThreadsEndpointJmxExtension
 */
@EndpointWebExtension(endpoint = ThreadsEndpoint.class)
@RegisterReflectionForBinding({ ThreadDescriptor.class, InvalidRequestDescriptor.class })
public class ThreadsEndpointWebExtension {

	private final ThreadsEndpoint delegate;

	ThreadsEndpointWebExtension(ThreadsEndpoint delegate) {
		this.delegate = delegate;
	}

	/**
	 * Return a thread with its stack.
	 * @param path the identifier of the thread
	 * @return the thread
	 */
	@ReadOperation
	public WebEndpointResponse<Object> thread(@Selector(match = Match.ALL_REMAINING) String... path) {
		if (path.length != 1) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		try {
			return found(this.delegate.thread(Long.parseLong(path[0])));
		}
		catch (NumberFormatException ex) {
			return InvalidRequestDescriptor
				.response("The thread id '" + path[0] + "' is not a number. Use an id from 'threads'");
		}
	}

	private static WebEndpointResponse<Object> found(@Nullable ThreadDescriptor thread) {
		return (thread != null) ? new WebEndpointResponse<>(thread)
				: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

}
