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

/**
 * A process that runs.
 *
 * @param pid its process id
 * @param command its command, redacted
 * @param startedAt when it was started
 * @param runningFor how long it has run
 * @param outputBytes how many bytes of its output have been read
 * @param descendants the process ids of what it has started, and what these have
 */
public record RunningSubprocess(long pid, List<String> command, Instant startedAt, Duration runningFor,
		long outputBytes, List<Long> descendants) {
}
