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
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.jmx.annotation.EndpointJmxExtension;

/**
 * {@link EndpointJmxExtension @EndpointJmxExtension} for the {@link ProcessPoolsEndpoint}
 * with the operations on one process pool.
 *
 * @see ProcessPoolsEndpointWebExtension
 */
@EndpointJmxExtension(endpoint = ProcessPoolsEndpoint.class)
public class ProcessPoolsEndpointJmxExtension {

	private final ProcessPoolsEndpoint delegate;

	ProcessPoolsEndpointJmxExtension(ProcessPoolsEndpoint delegate) {
		this.delegate = delegate;
	}

	/**
	 * Return a process pool with the tasks that run and wait.
	 * @param name the name of the bean
	 * @return the process pool, or {@code null} if there is none of that name
	 */
	@ReadOperation
	public @Nullable ProcessPoolDescriptor processPool(String name) {
		return this.delegate.processPool(name);
	}

	/**
	 * Change a process pool; what is {@code null} stays as it is. Either everything is
	 * changed or nothing.
	 * @param name the name of the bean
	 * @param size the new number of workers
	 * @param paused whether to hold back the tasks that wait
	 * @return the process pool after the change, or {@code null} if there is none of that
	 * name
	 */
	@WriteOperation
	public @Nullable ProcessPoolDescriptor changeProcessPool(String name, @Nullable Integer size,
			@Nullable Boolean paused) {
		return this.delegate.changeProcessPool(name, size, paused);
	}

	/**
	 * Kill a worker with its descendants.
	 * @param name the name of the bean
	 * @param pid the process id of the worker
	 */
	@DeleteOperation
	public void killWorker(String name, long pid) {
		this.delegate.killWorker(name, pid);
	}

}
