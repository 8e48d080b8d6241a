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
import java.time.Instant;
import java.util.List;

/**
 * A task that runs at the moment of asking.
 *
 * @param id the identifier of the task, unique within its executor
 * @param task the label of the task
 * @param thread the name of the thread that runs it
 * @param startedAt when it started
 * @param runningFor how long it has run
 * @param waitedFor how long it waited before it started
 * @param submittedBy the thread that submitted it and, where the executor tracks callers,
 * the calling class and method
 * @param stuck whether it runs longer than the stuck limit
 * @param stack where it is now, innermost frame first
 */
public record RunningTask(long id, String task, String thread, Instant startedAt, Duration runningFor,
		Duration waitedFor, String submittedBy, boolean stuck, List<StackTraceElement> stack) {

	public RunningTask {
		stack = List.copyOf(stack);
	}

}
