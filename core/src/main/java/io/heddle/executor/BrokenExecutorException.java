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

package io.heddle.executor;

import java.util.concurrent.RejectedExecutionException;

/**
 * Thrown by, and set on the futures of, an executor that cannot run tasks: because its
 * initializer failed in one of its threads, or no worker of a process pool can be
 * started. The cause is the exception of that. Modelled on Python's
 * {@code concurrent.futures.BrokenExecutor}.
 */
public class BrokenExecutorException extends RejectedExecutionException {

	/**
	 * Create a new exception.
	 * @param executor the name of the executor
	 * @param cause what the initializer threw
	 */
	public BrokenExecutorException(String executor, Throwable cause) {
		this(executor, "its initializer failed", cause);
	}

	/**
	 * Create a new exception.
	 * @param executor the name of the executor
	 * @param what what is broken
	 * @param cause why
	 */
	public BrokenExecutorException(String executor, String what, Throwable cause) {
		super("Executor '" + executor + "' is broken: " + what + " with " + cause, cause);
	}

}
