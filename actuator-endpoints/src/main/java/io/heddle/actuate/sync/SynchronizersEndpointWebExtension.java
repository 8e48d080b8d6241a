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

package io.heddle.actuate.sync;

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
import io.heddle.actuate.named.RequestValue;
import io.heddle.actuate.named.UnknownKeysAdvisor;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for the
 * {@link SynchronizersEndpoint} with the operations on one synchronizer, which answer bad
 * input with a message. They take the whole rest of the path for the same reason as those
 * of the executors.
 *
 * @see UnknownKeysAdvisor
 * @see SynchronizersEndpointJmxExtension
 */
@EndpointWebExtension(endpoint = SynchronizersEndpoint.class)
@RegisterReflectionForBinding({ LockDescriptor.class, SemaphoreDescriptor.class, EventDescriptor.class,
		BarrierDescriptor.class, UnusedSynchronizerDescriptor.class, InvalidRequestDescriptor.class })
public class SynchronizersEndpointWebExtension {

	private final SynchronizersEndpoint delegate;

	SynchronizersEndpointWebExtension(SynchronizersEndpoint delegate) {
		this.delegate = delegate;
	}

	/**
	 * Return a synchronizer.
	 * @param path the name of the bean
	 * @return the synchronizer
	 */
	@ReadOperation
	public WebEndpointResponse<Object> synchronizer(@Selector(match = Match.ALL_REMAINING) String... path) {
		return found((path.length == 1) ? this.delegate.synchronizer(path[0]) : null);
	}

	/**
	 * Change an event or a barrier.
	 * @param path the name of the bean
	 * @param set whether to set or clear an event
	 * @param action {@code abort} or {@code reset} for a barrier
	 * @return the synchronizer after the change
	 */
	@WriteOperation
	public WebEndpointResponse<Object> changeSynchronizer(@Selector(match = Match.ALL_REMAINING) String[] path,
			@Nullable String set, @Nullable String action) {
		if (path.length != 1 || !this.delegate.contains(path[0])) {
			return notFound();
		}
		try {
			return found(
					this.delegate.changeSynchronizer(path[0], new RequestValue("set", set).asBoolean(), action));
		}
		catch (InvalidEndpointRequestException ex) {
			return InvalidRequestDescriptor.response(ex.getMessage());
		}
	}

	private WebEndpointResponse<Object> found(@Nullable SynchronizerDescriptor synchronizer) {
		return (synchronizer != null) ? new WebEndpointResponse<>(synchronizer) : notFound();
	}

	private WebEndpointResponse<Object> notFound() {
		return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

}
