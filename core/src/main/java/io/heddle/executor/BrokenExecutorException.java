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
 * Thrown by, and set on the futures of, an executor whose initializer failed in one of
 * its threads: no task can run there any more. The cause is the initializer's exception.
 * Modelled on Python's {@code concurrent.futures.BrokenExecutor}.
 */
public class BrokenExecutorException extends RejectedExecutionException {

	/**
	 * Create a new exception.
	 * @param executor the name of the executor
	 * @param cause what the initializer threw
	 */
	public BrokenExecutorException(String executor, Throwable cause) {
		super("Executor '" + executor + "' is broken: its initializer failed with " + cause, cause);
	}

}
