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

package io.heddle.scheduling;

import java.time.Duration;

/**
 * Is told of what goes wrong with scheduled tasks.
 */
public interface ScheduledTaskListener {

	/**
	 * A run has failed. Called on its thread, after the run.
	 * @param task the task
	 * @param run the run
	 * @param failure what it threw
	 */
	default void onFailed(ScheduledTaskHandle task, TaskRun run, Throwable failure) {
	}

	/**
	 * A run takes longer than the stuck limit. Called once for each run.
	 * @param task the task
	 * @param run the run with its present stack
	 */
	default void onStuck(ScheduledTaskHandle task, RunningRun run) {
	}

	/**
	 * A run should have started, and has not for longer than the limit, because its
	 * scheduler has no free thread or is stopped. Called once for each such run.
	 * @param task the task
	 * @param late how late it is
	 */
	default void onOverdue(ScheduledTaskHandle task, Duration late) {
	}

}
