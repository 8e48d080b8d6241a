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

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.jmx.annotation.EndpointJmxExtension;

/**
 * {@link EndpointJmxExtension @EndpointJmxExtension} for the {@link SubprocessesEndpoint}
 * with the operations on one subprocess policy.
 *
 * @see SubprocessesEndpointWebExtension
 */
@EndpointJmxExtension(endpoint = SubprocessesEndpoint.class)
public class SubprocessesEndpointJmxExtension {

	private final SubprocessesEndpoint delegate;

	SubprocessesEndpointJmxExtension(SubprocessesEndpoint delegate) {
		this.delegate = delegate;
	}

	/**
	 * Return a subprocess policy with the last processes that have ended.
	 * @param name the name of the bean
	 * @return the subprocess policy, or {@code null} if there is none of that name
	 */
	@ReadOperation
	public @Nullable SubprocessDescriptor subprocess(String name) {
		return this.delegate.subprocess(name);
	}

	/**
	 * Terminate a process with its descendants.
	 * @param name the name of the bean
	 * @param pid the process id
	 */
	@DeleteOperation
	public void terminateProcess(String name, long pid) {
		this.delegate.terminateProcess(name, pid);
	}

}
