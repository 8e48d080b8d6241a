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

/**
 * What happens to a task that finds every thread busy and the queue full.
 */
public enum RejectionPolicy {

	/**
	 * The submitter gets a {@link java.util.concurrent.RejectedExecutionException}.
	 */
	ABORT,

	/**
	 * The submitting thread runs the task itself.
	 */
	CALLER_RUNS,

	/**
	 * The new task is dropped; its future fails with a
	 * {@link java.util.concurrent.RejectedExecutionException}.
	 */
	DISCARD,

	/**
	 * The task that has waited longest is dropped to make room; its future fails with a
	 * {@link java.util.concurrent.RejectedExecutionException}.
	 */
	DISCARD_OLDEST,

	/**
	 * The submitter waits, interruptibly, until there is room or the rejection timeout
	 * has passed.
	 */
	BLOCK

}
