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

import io.heddle.autoconfigure.executor.ExecutorEvent;
import io.heddle.process.ProcessPool;
import io.heddle.process.WorkerCrashedException;

/**
 * A worker of a process pool died that was not told to. Published on a thread of the
 * pool, so a listener should be quick.
 */
@SuppressWarnings("serial")
public class WorkerCrashedEvent extends ExecutorEvent {

	private final WorkerCrashedException crash;

	/**
	 * Create a new event.
	 * @param pool the process pool
	 * @param crash the process id, the exit code and the last output
	 */
	public WorkerCrashedEvent(ProcessPool pool, WorkerCrashedException crash) {
		super(pool);
		this.crash = crash;
	}

	/**
	 * Return the process id, the exit code and the last output.
	 * @return the process id, the exit code and the last output
	 */
	public WorkerCrashedException getCrash() {
		return this.crash;
	}

}
