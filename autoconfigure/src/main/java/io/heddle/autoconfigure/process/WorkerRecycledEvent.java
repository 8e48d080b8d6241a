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

/**
 * A worker of a process pool is replaced between two tasks. Published on a thread of the
 * pool, so a listener should be quick.
 */
@SuppressWarnings("serial")
public class WorkerRecycledEvent extends ExecutorEvent {

	private final long pid;

	private final String reason;

	/**
	 * Create a new event.
	 * @param pool the process pool
	 * @param pid the process id of the worker
	 * @param reason the reason: {@code max-tasks}, {@code max-age} or {@code max-memory}
	 */
	public WorkerRecycledEvent(ProcessPool pool, long pid, String reason) {
		super(pool);
		this.pid = pid;
		this.reason = reason;
	}

	/**
	 * Return the process id of the worker.
	 * @return the process id of the worker
	 */
	public long getPid() {
		return this.pid;
	}

	/**
	 * Return the reason: {@code max-tasks}, {@code max-age} or {@code max-memory}.
	 * @return the reason: {@code max-tasks}, {@code max-age} or {@code max-memory}
	 */
	public String getReason() {
		return this.reason;
	}

}
