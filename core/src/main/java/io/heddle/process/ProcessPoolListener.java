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

import io.heddle.executor.ExecutorListener;

/**
 * Is told what happens to the workers of a process pool. Called on a thread of the pool,
 * so an implementation must be quick and thread-safe; what it throws is logged and has no
 * other effect.
 */
public interface ProcessPoolListener extends ExecutorListener {

	/**
	 * A worker is ready.
	 * @param pool the pool
	 * @param pid the process id of the worker
	 */
	default void onWorkerStarted(ProcessPool pool, long pid) {
	}

	/**
	 * A worker died that was not told to.
	 * @param pool the pool
	 * @param crash process id, exit code and last output
	 */
	default void onWorkerCrashed(ProcessPool pool, WorkerCrashedException crash) {
	}

	/**
	 * A worker is retired.
	 * @param pool the pool
	 * @param pid the process id of the worker
	 * @param reason why: {@code max-tasks}, {@code max-age} or {@code max-memory}
	 */
	default void onWorkerRecycled(ProcessPool pool, long pid, String reason) {
	}

	/**
	 * A worker could not be started.
	 * @param pool the pool
	 * @param cause why
	 */
	default void onStartFailed(ProcessPool pool, Throwable cause) {
	}

}
