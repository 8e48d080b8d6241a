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

package io.heddle.actuate.queue;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

import io.heddle.actuate.named.InvalidRequestDescriptor;
import io.heddle.actuate.named.UnknownKeysAdvisor;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for the {@link QueuesEndpoint} with
 * the operations on one queue, which answer bad input with a message. They take the whole
 * rest of the path for the same reason as those of the executors.
 *
 * @see UnknownKeysAdvisor
 * @see QueuesEndpointJmxExtension
 */
@EndpointWebExtension(endpoint = QueuesEndpoint.class)
@RegisterReflectionForBinding({ NamedQueueDescriptor.class, InvalidRequestDescriptor.class })
public class QueuesEndpointWebExtension {

	private final QueuesEndpoint delegate;

	QueuesEndpointWebExtension(QueuesEndpoint delegate) {
		this.delegate = delegate;
	}

	/**
	 * Return a queue with the threads that wait at it.
	 * @param path the name of the bean
	 * @return the queue
	 */
	@ReadOperation
	public WebEndpointResponse<Object> queue(@Selector(match = Match.ALL_REMAINING) String... path) {
		return found((path.length == 1) ? this.delegate.queue(path[0]) : null);
	}

	/**
	 * Shut a queue down, or drop its items, or both.
	 * @param path the name of the bean
	 * @param shutdown {@code drain} or {@code immediate}
	 * @param clear {@code true} to drop the items
	 * @return the queue after the change
	 */
	@WriteOperation
	public WebEndpointResponse<Object> changeQueue(@Selector(match = Match.ALL_REMAINING) String[] path,
			@Nullable String shutdown, @Nullable String clear) {
		try {
			return found((path.length == 1) ? this.delegate.changeQueue(path[0], shutdown, clear) : null);
		}
		catch (InvalidEndpointRequestException ex) {
			return InvalidRequestDescriptor.response(ex.getMessage());
		}
	}

	private WebEndpointResponse<Object> found(@Nullable NamedQueueDescriptor queue) {
		return (queue != null) ? new WebEndpointResponse<>(queue)
				: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

}
