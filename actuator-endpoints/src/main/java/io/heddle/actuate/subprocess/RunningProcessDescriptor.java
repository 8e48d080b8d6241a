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

package io.heddle.actuate.subprocess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;

import io.heddle.subprocess.RunningSubprocess;

/**
 * A process that runs.
 *
 * @param pid its process id
 * @param command its command, redacted
 * @param startedAt when it was started
 * @param runningFor how long it has run
 * @param outputBytes how many bytes it has written
 * @param descendants the process ids of its descendants
 */
public record RunningProcessDescriptor(long pid, List<String> command,
		@JsonFormat(shape = JsonFormat.Shape.STRING) Instant startedAt,
		@JsonFormat(shape = JsonFormat.Shape.STRING) Duration runningFor, long outputBytes, List<Long> descendants) {

	static RunningProcessDescriptor of(RunningSubprocess running) {
		return new RunningProcessDescriptor(running.pid(), running.command(), running.startedAt(), running.runningFor(),
				running.outputBytes(), running.descendants());
	}

}
