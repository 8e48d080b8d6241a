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

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.heddle.executor.HostedTask;

/**
 * How a task ends. Running it ends the future, so it is not to be run under a lock.
 *
 * @param task the task
 * @param value the result
 * @param failure the exception, or {@code null} if there is a result
 */
record Completion(HostedTask task, @Nullable Object value, @Nullable Throwable failure) implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(ProcessPool.class);

	@Override
	public void run() {
		try {
			if (this.failure != null) {
				this.task.fail(this.failure);
			}
			else {
				this.task.complete(this.value);
			}
		}
		catch (RuntimeException | Error ex) {
			// of a handler of uncaught exceptions: other tasks end next
			logger.error("Task '{}' has ended, but who was told failed", this.task.label(), ex);
		}
	}

}
