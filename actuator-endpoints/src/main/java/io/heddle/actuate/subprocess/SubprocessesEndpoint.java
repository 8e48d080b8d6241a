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

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

import io.heddle.actuate.named.RequestValue;
import io.heddle.subprocess.Subprocess;

/**
 * {@link Endpoint @Endpoint} that shows the subprocess policies of the application and,
 * with unrestricted access, terminates their processes.
 */
@Endpoint(id = "subprocesses", defaultAccess = Access.READ_ONLY)
public class SubprocessesEndpoint {

	private final SubprocessBeans subprocesses;

	SubprocessesEndpoint(SubprocessBeans subprocesses) {
		this.subprocesses = subprocesses;
	}

	/**
	 * Return all subprocess policies of the application.
	 * @return the subprocess policies by bean name
	 */
	@ReadOperation
	public SubprocessesDescriptor subprocesses() {
		Map<String, SubprocessDescriptor> descriptors = new LinkedHashMap<>();
		this.subprocesses.all()
			.forEach((name, subprocess) -> descriptors.put(name, SubprocessDescriptor.of(subprocess)));
		return new SubprocessesDescriptor(descriptors);
	}

	/**
	 * Return a subprocess policy with the last processes that have ended.
	 * @param name the name of the bean
	 * @return the subprocess policy, or {@code null} if there is none of that name
	 */
	public @Nullable SubprocessDescriptor subprocess(String name) {
		Subprocess subprocess = this.subprocesses.find(name);
		if (subprocess == null) {
			return this.subprocesses.contains(name) ? SubprocessDescriptor.of(null) : null;
		}
		return SubprocessDescriptor.inDetail(subprocess);
	}

	/**
	 * Terminate a process with its descendants. Those that have not ended after the grace
	 * of the policy are killed.
	 * @param name the name of the bean
	 * @param pid the process id
	 * @throws InvalidEndpointRequestException if there is no such subprocess policy, or
	 * no such process of it runs
	 */
	public void terminateProcess(String name, long pid) {
		if (!terminate(name, pid)) {
			throw RequestValue.invalid("Subprocess policy '" + name + "' has no running process " + pid);
		}
	}

	boolean contains(String name) {
		return this.subprocesses.contains(name);
	}

	boolean terminate(String name, long pid) {
		Subprocess subprocess = this.subprocesses.find(name);
		return subprocess != null && subprocess.terminate(pid);
	}

}
