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
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.heddle.subprocess.FinishedSubprocess;

/**
 * A process that has ended.
 *
 * @param pid the process id that it had
 * @param command its command, redacted
 * @param exitCode its exit code, or the number of the signal that has ended it below zero
 * @param signal the name of that signal
 * @param success whether the exit code is one of success
 * @param startedAt when it was started
 * @param took how long it ran
 * @param timedOut whether it took too long
 * @param truncated whether it has written more than is kept
 * @param outputBytes how many bytes it has written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FinishedProcessDescriptor(long pid, List<String> command, int exitCode, @Nullable String signal,
		boolean success, @JsonFormat(shape = JsonFormat.Shape.STRING) Instant startedAt,
		@JsonFormat(shape = JsonFormat.Shape.STRING) Duration took, boolean timedOut, boolean truncated,
		long outputBytes) {

	static FinishedProcessDescriptor of(FinishedSubprocess finished) {
		return new FinishedProcessDescriptor(finished.pid(), finished.command(), finished.exitCode(), finished.signal(),
				finished.success(), finished.startedAt(), finished.took(), finished.timedOut(), finished.truncated(),
				finished.outputBytes());
	}

}
