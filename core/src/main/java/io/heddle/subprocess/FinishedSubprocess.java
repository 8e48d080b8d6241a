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

package io.heddle.subprocess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A process that has ended.
 *
 * @param pid the process id that it had
 * @param command its command, redacted
 * @param exitCode its exit code, {@code -n} for signal n
 * @param signal the name of that signal such as {@code SIGKILL}, or {@code null}
 * @param startedAt when it was started
 * @param took how long it ran
 * @param timedOut whether it was ended because it did not end in time
 * @param truncated whether it wrote more than is kept of a stream
 * @param success whether its exit code is a success, and it was not ended by timeout or
 * for too much output
 * @param outputBytes how many bytes of its output were read
 */
public record FinishedSubprocess(long pid, List<String> command, int exitCode, @Nullable String signal,
		Instant startedAt, Duration took, boolean timedOut, boolean truncated, boolean success, long outputBytes) {
}
