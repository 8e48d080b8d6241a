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

package io.heddle.autoconfigure.process;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * What a JVM that is a worker knows of itself.
 *
 * @param pool the name of the pool that it belongs to
 */
record WorkerRole(String pool) {

	/** The property that the context of a worker has. **/
	static final String PROPERTY = "heddle.worker.pool";

	/**
	 * Return the role of this JVM.
	 * @param environment the environment of its context
	 * @return the role, or {@code null} if it is no worker with a context
	 */
	static @Nullable WorkerRole of(Environment environment) {
		String pool = environment.getProperty(PROPERTY);
		return (pool != null) ? new WorkerRole(pool) : null;
	}

}
