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
import java.util.Map;

/**
 * What became of the runs of a policy since it was made.
 *
 * @param started how many processes were started
 * @param runs how many processes have ended
 * @param succeeded how many of them with an exit code that is a success, and not by
 * timeout or by too much output
 * @param failed how many of them otherwise
 * @param failures how many failed by the exit code, {@code -n} for signal n
 * @param timedOut how many of them did not end in time
 * @param truncated how many of them wrote more than is kept of a stream
 * @param refused how many runs were refused
 * @param totalTime the sum of the times for which those that have ended ran
 * @param waitTime the sum of the times for which those that were started, or are about to
 * be, had waited for others to end
 */
public record SubprocessCounts(long started, long runs, long succeeded, long failed, Map<Integer, Long> failures,
		long timedOut, long truncated, long refused, Duration totalTime, Duration waitTime) {
}
