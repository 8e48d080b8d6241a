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

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.heddle.executor.HostedTask;

/**
 * How a task ends. Running it ends the future, so it is not to be run under a lock.
 *
 * @param task the task
 * @param outcome what ends it
 * @param foreign whether to find the outcome runs code of the user
 */
record Completion(HostedTask task, Consumer<HostedTask> outcome, boolean foreign) implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(ProcessPool.class);

	static Completion failed(HostedTask task, Throwable failure) {
		return new Completion(task, (ended) -> ended.fail(failure), false);
	}

	/**
	 * Return whether this must not hold up the thread that has read the result: it runs
	 * code of the user, for a task that the thread does not wait for.
	 * @param awaited the future that the thread waits for, or {@code null}
	 * @return whether to run it elsewhere
	 */
	boolean isForOthers(@Nullable Object awaited) {
		return this.task.hasDependents() || (this.foreign && !this.task.isToldBy(awaited));
	}

	@Override
	public void run() {
		try {
			this.outcome.accept(this.task);
		}
		catch (RuntimeException | Error ex) {
			// of a handler of uncaught exceptions: other tasks end next
			logger.error("Task '{}' has ended, but who was told failed", this.task.label(), ex);
		}
	}

}
