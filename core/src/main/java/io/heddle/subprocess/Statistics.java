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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what became of the runs of a policy, and remembers the last ones. Thread-safe.
 */
final class Statistics {

	private static final int REMEMBERED = 50;

	private final Deque<FinishedSubprocess> finished = new ArrayDeque<>(REMEMBERED);

	private final Map<Integer, Long> failures = new TreeMap<>();

	private long started;

	private long runs;

	private long succeeded;

	private long timedOut;

	private long truncated;

	private long refused;

	private long totalNanos;

	synchronized void add(FinishedSubprocess process) {
		if (this.finished.size() == REMEMBERED) {
			this.finished.remove();
		}
		this.finished.add(process);
		this.runs++;
		this.totalNanos += process.took().toNanos();
		if (process.success()) {
			this.succeeded++;
		}
		else {
			this.failures.merge(process.exitCode(), 1L, Long::sum);
		}
		this.timedOut += (process.timedOut()) ? 1 : 0;
		this.truncated += (process.truncated()) ? 1 : 0;
	}

	synchronized void addStarted() {
		this.started++;
	}

	synchronized void addRefused() {
		this.refused++;
	}

	synchronized List<FinishedSubprocess> finished() {
		return List.copyOf(this.finished);
	}

	synchronized SubprocessCounts counts(Duration waitTime) {
		return new SubprocessCounts(this.started, this.runs, this.succeeded, this.runs - this.succeeded,
				Map.copyOf(this.failures), this.timedOut, this.truncated, this.refused,
				Duration.ofNanos(this.totalNanos), waitTime);
	}

}
