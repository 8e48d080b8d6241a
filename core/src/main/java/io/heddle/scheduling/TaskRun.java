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

import org.jspecify.annotations.Nullable;

/**
 * A run of a scheduled task that has ended.
 *
 * @param startedAt when it started, by the clock of the scheduler
 * @param took how long it took, by the monotonic clock of the JVM
 * @param outcome how it ended
 * @param triggered whether it was triggered rather than due
 * @param error what it threw, as text of about 1000 characters at most, or {@code null}
 * if it succeeded
 */
public record TaskRun(Instant startedAt, Duration took, Outcome outcome, boolean triggered, @Nullable String error) {

	/**
	 * How a run ended.
	 */
	public enum Outcome {

		/**
		 * It returned.
		 */
		SUCCEEDED,

		/**
		 * It threw.
		 */
		FAILED

	}

}
