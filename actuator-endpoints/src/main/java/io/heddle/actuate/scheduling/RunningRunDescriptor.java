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

package io.heddle.actuate.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;

import io.heddle.actuate.named.StackFrames;
import io.heddle.scheduling.RunningRun;

/**
 * A run in progress.
 *
 * @param startedAt when it started
 * @param runningFor how long it has run
 * @param triggered whether it was triggered rather than due
 * @param thread the name of its thread
 * @param stuck whether it runs longer than the stuck limit
 * @param stack where it is now, innermost frame first
 */
public record RunningRunDescriptor(@JsonFormat(shape = JsonFormat.Shape.STRING) Instant startedAt,
		@JsonFormat(shape = JsonFormat.Shape.STRING) Duration runningFor, boolean triggered, String thread,
		boolean stuck, List<String> stack) {

	static RunningRunDescriptor of(RunningRun run) {
		return new RunningRunDescriptor(run.startedAt(), run.runningFor(), run.triggered(), run.thread(), run.stuck(),
				StackFrames.of(run.stack()));
	}

}
