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
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.jmx.annotation.EndpointJmxExtension;

/**
 * {@link EndpointJmxExtension @EndpointJmxExtension} for the {@link ThreadsEndpoint} with
 * the operation on one thread.
 *
 * @see ThreadsEndpointWebExtension
 */
@EndpointJmxExtension(endpoint = ThreadsEndpoint.class)
public class ThreadsEndpointJmxExtension {

	private final ThreadsEndpoint delegate;

	ThreadsEndpointJmxExtension(ThreadsEndpoint delegate) {
		this.delegate = delegate;
	}

	/**
	 * Return a thread with its stack.
	 * @param id the identifier of the thread
	 * @return the thread, or {@code null} if there is none of that identifier
	 */
	@ReadOperation
	public @Nullable ThreadDescriptor thread(long id) {
		return this.delegate.thread(id);
	}

}
