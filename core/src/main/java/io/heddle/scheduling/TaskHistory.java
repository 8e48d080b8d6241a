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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The last runs of a task, and the counts of all. Guarded by its monitor, which is held
 * for a moment only.
 */
final class TaskHistory {

	/** How many runs are kept. **/
	static final int SIZE = 20;

	private final Deque<TaskRun> latest = new ArrayDeque<>(SIZE);

	private long runs;

	private long failures;

	private int failuresInARow;

	private long runNanos;

	synchronized void add(TaskRun run) {
		if (this.latest.size() == SIZE) {
			this.latest.removeLast();
		}
		this.latest.addFirst(run);
		this.runs++;
		this.runNanos += run.took().toNanos();
		if (run.outcome() == TaskRun.Outcome.FAILED) {
			this.failures++;
			this.failuresInARow++;
		}
		else {
			this.failuresInARow = 0;
		}
	}

	synchronized @Nullable TaskRun last() {
		return this.latest.peekFirst();
	}

	synchronized List<TaskRun> latest() {
		return List.copyOf(this.latest);
	}

	synchronized long runs() {
		return this.runs;
	}

	synchronized long failures() {
		return this.failures;
	}

	synchronized int failuresInARow() {
		return this.failuresInARow;
	}

	synchronized Duration runTime() {
		return Duration.ofNanos(this.runNanos);
	}

}
