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

import java.time.Duration;

/**
 * Is told what the engineer on call wants to know of an executor. Called on the thread
 * that noticed it (a submitter, or the watchdog), so an implementation must be quick and
 * thread-safe; what it throws is logged and has no other effect.
 */
public interface ExecutorListener {

	/**
	 * All threads are busy and the queue is full. Reported once until there is room
	 * again.
	 * @param executor the executor
	 */
	default void onSaturated(NamedExecutor executor) {
	}

	/**
	 * A task was refused or dropped.
	 * @param executor the executor
	 * @param task the label of the task
	 */
	default void onRejected(NamedExecutor executor, String task) {
	}

	/**
	 * A task waited or ran longer than allowed and was failed.
	 * @param executor the executor
	 * @param taskId the identifier of the task
	 * @param task the label of the task
	 * @param limit the limit that it exceeded
	 * @param running whether it ran (and was interrupted) rather than waited
	 */
	default void onTimedOut(NamedExecutor executor, long taskId, String task, Duration limit, boolean running) {
	}

	/**
	 * A task runs longer than the stuck limit. Reported once for each task.
	 * @param executor the executor
	 * @param task the task with its present stack
	 */
	default void onStuck(NamedExecutor executor, RunningTask task) {
	}

}
