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
import java.time.Instant;
import java.util.List;

/**
 * A run of a scheduled task at the moment of asking.
 *
 * @param startedAt when it started, by the clock of the scheduler
 * @param runningFor how long it has run, by the monotonic clock of the JVM
 * @param triggered whether it was triggered rather than due
 * @param thread the name of its thread
 * @param stuck whether it runs longer than the stuck limit
 * @param stack where it is now, innermost frame first
 */
public record RunningRun(Instant startedAt, Duration runningFor, boolean triggered, String thread, boolean stuck,
		List<StackTraceElement> stack) {

	public RunningRun {
		stack = List.copyOf(stack);
	}

}
