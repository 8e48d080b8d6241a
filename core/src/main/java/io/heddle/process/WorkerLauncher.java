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

package io.heddle.process;

import java.io.Closeable;
import java.time.Duration;

/**
 * Starts worker JVMs of one pool. Thread-safe: several may be started at once.
 */
interface WorkerLauncher extends Closeable {

	/**
	 * Start a worker and wait until it is ready.
	 * @param settings what it is started with
	 * @param deadline how long it may take
	 * @return the connection to the worker, which is ready for tasks
	 * @throws WorkerStartException if it does not come up; nothing is left of it then
	 * @throws InterruptedException if interrupted while waiting; nothing is left of it
	 * then
	 */
	WorkerConnection start(WorkerSettings settings, Duration deadline)
			throws WorkerStartException, InterruptedException;

	/**
	 * Remove the pool's folder. To be called after the last worker has ended.
	 */
	@Override
	void close();

}
