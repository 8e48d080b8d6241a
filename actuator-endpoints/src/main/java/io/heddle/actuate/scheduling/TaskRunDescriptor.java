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
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.heddle.scheduling.TaskRun;

/**
 * A run that has ended.
 *
 * @param startedAt when it started
 * @param took how long it took
 * @param outcome {@code succeeded} or {@code failed}
 * @param triggered whether it was triggered rather than due
 * @param error what it threw
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskRunDescriptor(@JsonFormat(shape = JsonFormat.Shape.STRING) Instant startedAt,
		@JsonFormat(shape = JsonFormat.Shape.STRING) Duration took, String outcome, boolean triggered,
		@Nullable String error) {

	static @Nullable TaskRunDescriptor of(@Nullable TaskRun run) {
		return (run != null) ? new TaskRunDescriptor(run.startedAt(), run.took(),
				run.outcome().name().toLowerCase(Locale.ROOT), run.triggered(), run.error()) : null;
	}

}
