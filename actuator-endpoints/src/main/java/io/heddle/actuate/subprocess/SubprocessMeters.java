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

import io.micrometer.core.instrument.MeterRegistry;

import io.heddle.actuate.named.RecentSnapshot;
import io.heddle.actuate.named.SnapshotMeters;
import io.heddle.subprocess.SubprocessSnapshot;

/**
 * The meters of one subprocess policy.
 */
class SubprocessMeters extends SnapshotMeters<SubprocessSnapshot> {

	private static final String PROCESSES = "processes";

	private static final String RUNS = "runs";

	SubprocessMeters(MeterRegistry registry, String name, RecentSnapshot<SubprocessSnapshot> snapshot) {
		super(registry, name, snapshot);
	}

	void register() {
		gauge("subprocess.running", "The number of processes that run", PROCESSES, SubprocessSnapshot::running);
		gauge("subprocess.waiting", "The number of runs that wait for others to end", RUNS,
				SubprocessSnapshot::waiting);
		timer("subprocess.run", "The time that the finished processes ran", (current) -> current.counts().runs(),
				(current) -> current.counts().totalTime());
		timer("subprocess.wait", "The time that the started processes had waited for others to end",
				(current) -> current.counts().started(), (current) -> current.counts().waitTime());
		counter("subprocess.timed.out", "The number of runs that took too long", RUNS,
				(current) -> current.counts().timedOut());
		counter("subprocess.truncated", "The number of runs that have written more than is kept", RUNS,
				(current) -> current.counts().truncated());
		counter("subprocess.refused", "The number of calls that were refused", RUNS,
				(current) -> current.counts().refused());
	}

	/**
	 * Register the counter of one way to fail; it is not known before which there are.
	 * @param exitCode the exit code, or the number of a signal below zero
	 */
	void registerFailures(int exitCode) {
		counter("subprocess.failed", "The number of runs that failed", RUNS,
				(current) -> current.counts().failures().getOrDefault(exitCode, 0L), "exit", String.valueOf(exitCode));
	}

}
