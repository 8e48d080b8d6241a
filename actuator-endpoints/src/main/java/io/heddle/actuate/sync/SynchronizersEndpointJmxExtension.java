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
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.jmx.annotation.EndpointJmxExtension;

/**
 * {@link EndpointJmxExtension @EndpointJmxExtension} for the
 * {@link SynchronizersEndpoint} with the operations on one synchronizer.
 *
 * @see SynchronizersEndpointWebExtension
 */
@EndpointJmxExtension(endpoint = SynchronizersEndpoint.class)
public class SynchronizersEndpointJmxExtension {

	private final SynchronizersEndpoint delegate;

	SynchronizersEndpointJmxExtension(SynchronizersEndpoint delegate) {
		this.delegate = delegate;
	}

	/**
	 * Return a synchronizer.
	 * @param name the name of the bean
	 * @return the synchronizer, or {@code null} if there is none of that name
	 */
	@ReadOperation
	public @Nullable SynchronizerDescriptor synchronizer(String name) {
		return this.delegate.synchronizer(name);
	}

	/**
	 * Change an event or a barrier.
	 * @param name the name of the bean
	 * @param set whether to set or clear an event
	 * @param action {@code abort} or {@code reset} for a barrier
	 * @return the synchronizer after the change, or {@code null} if there is none of that
	 * name
	 */
	@WriteOperation
	public @Nullable SynchronizerDescriptor changeSynchronizer(String name, @Nullable Boolean set,
			@Nullable String action) {
		return this.delegate.changeSynchronizer(name, set, action);
	}

}
