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

import java.util.Map;

import io.heddle.subprocess.SubprocessCounts;

/**
 * What became of the runs of a subprocess policy.
 *
 * @param started how many processes were started
 * @param finished how many have ended
 * @param succeeded how many of them with an exit code of success
 * @param failed how many of them in another way
 * @param failures how many failed by each exit code, which is negative for a signal
 * @param timedOut how many took too long
 * @param truncated how many have written more than is kept
 * @param refused how many calls were refused
 */
public record RunsDescriptor(long started, long finished, long succeeded, long failed, Map<Integer, Long> failures,
		long timedOut, long truncated, long refused) {

	static RunsDescriptor of(SubprocessCounts counts) {
		return new RunsDescriptor(counts.started(), counts.runs(), counts.succeeded(), counts.failed(),
				counts.failures(), counts.timedOut(), counts.truncated(), counts.refused());
	}

}
