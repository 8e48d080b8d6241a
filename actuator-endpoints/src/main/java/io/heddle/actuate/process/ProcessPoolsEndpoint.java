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

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

import io.heddle.actuate.executor.QueuedTaskDescriptor;
import io.heddle.actuate.executor.RunningTaskDescriptor;
import io.heddle.actuate.named.RequestValue;
import io.heddle.process.ProcessPool;

/**
 * {@link Endpoint @Endpoint} that shows the process pools of the application and, with
 * unrestricted access, resizes and pauses them and kills their workers.
 */
@Endpoint(id = "processpools", defaultAccess = Access.READ_ONLY)
public class ProcessPoolsEndpoint {

	static final String KEYS = "size, paused";

	private static final int MAX_QUEUED = 100;

	/** As for the property: each worker is a JVM of its own. **/
	private static final int LARGEST_SIZE = 1_024;

	private final ProcessPoolBeans pools;

	ProcessPoolsEndpoint(ProcessPoolBeans pools) {
		this.pools = pools;
	}

	/**
	 * Return all process pools of the application.
	 * @return the process pools by bean name
	 */
	@ReadOperation
	public ProcessPoolsDescriptor processPools() {
		Map<String, ProcessPoolDescriptor> descriptors = new LinkedHashMap<>();
		this.pools.all().forEach((name, pool) -> descriptors.put(name, describe(pool)));
		return new ProcessPoolsDescriptor(descriptors);
	}

	/**
	 * Return a process pool with the tasks that run and wait.
	 * @param name the name of the bean
	 * @return the process pool, or {@code null} if there is none of that name
	 */
	public @Nullable ProcessPoolDescriptor processPool(String name) {
		ProcessPool pool = this.pools.find(name);
		if (pool == null) {
			return this.pools.contains(name) ? describe(null) : null;
		}
		return ProcessPoolDescriptor.of(pool.poolSnapshot(),
				pool.running().stream().map(RunningTaskDescriptor::of).toList(),
				pool.queued().stream().limit(MAX_QUEUED).map(QueuedTaskDescriptor::of).toList());
	}

	/**
	 * Change a process pool; what is {@code null} stays as it is. Either everything is
	 * changed or nothing.
	 * @param name the name of the bean
	 * @param size the new number of workers
	 * @param paused whether to hold back the tasks that wait
	 * @return the process pool after the change, or {@code null} if there is none of that
	 * name
	 * @throws InvalidEndpointRequestException if nothing is given or a value is out of
	 * range
	 */
	public @Nullable ProcessPoolDescriptor changeProcessPool(String name, @Nullable Integer size,
			@Nullable Boolean paused) {
		if (!this.pools.contains(name)) {
			return null;
		}
		if (size == null && paused == null) {
			throw RequestValue.invalid("There is nothing to change. Send one or more of " + KEYS);
		}
		ProcessPool pool = initialized(name);
		if (size != null) {
			resize(pool, size);
		}
		if (paused != null) {
			pause(pool, paused);
		}
		return describe(pool);
	}

	/**
	 * Kill a worker with its descendants. The task that it runs fails as after any crash,
	 * and the pool replaces the worker.
	 * @param name the name of the bean
	 * @param pid the process id of the worker
	 * @throws InvalidEndpointRequestException if there is no such process pool or worker
	 */
	public void killWorker(String name, long pid) {
		if (!kill(name, pid)) {
			throw RequestValue.invalid("Process pool '" + name + "' has no worker " + pid);
		}
	}

	boolean contains(String name) {
		return this.pools.contains(name);
	}

	boolean kill(String name, long pid) {
		ProcessPool pool = this.pools.find(name);
		return pool != null && pool.killWorker(pid);
	}

	private ProcessPool initialized(String name) {
		ProcessPool pool = this.pools.find(name);
		if (pool == null) {
			throw RequestValue.invalid("Process pool '" + name
					+ "' is lazy and has not been used yet. Send the change again once it is initialized");
		}
		return pool;
	}

	private static ProcessPoolDescriptor describe(@Nullable ProcessPool pool) {
		return (pool != null) ? ProcessPoolDescriptor.of(pool.poolSnapshot(), null, null)
				: ProcessPoolDescriptor.uninitialized();
	}

	private static void resize(ProcessPool pool, int size) {
		if (size < 1) {
			throw RequestValue.invalid("'size' must be at least 1 but is " + size);
		}
		if (size > LARGEST_SIZE) {
			throw RequestValue.invalid("'size' must be at most " + LARGEST_SIZE + " but is " + size);
		}
		try {
			pool.resize(size);
		}
		catch (IllegalArgumentException | UnsupportedOperationException ex) {
			throw RequestValue.invalid("'size' cannot be " + size + ": " + ex.getMessage());
		}
	}

	private static void pause(ProcessPool pool, boolean paused) {
		if (paused) {
			pool.pause();
		}
		else {
			pool.resume();
		}
	}

}
