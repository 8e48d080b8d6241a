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

/**
 * What tasks have done that are no longer listed.
 *
 * @param runs the number of runs that have ended
 * @param failures the number of runs that have failed
 * @param skipped the number of times that a task was due and did not run
 * @param runTime how long all runs took together
 */
public record PastRuns(long runs, long failures, long skipped, Duration runTime) {

	/**
	 * No runs.
	 */
	public static final PastRuns NONE = new PastRuns(0, 0, 0, Duration.ZERO);

	/**
	 * Add what a task has done.
	 * @param task the task
	 * @return all runs
	 */
	public PastRuns plus(ScheduledTaskSnapshot task) {
		return new PastRuns(this.runs + task.runs(), this.failures + task.failures(), this.skipped + task.skipped(),
				this.runTime.plus(task.runTime()));
	}

	/**
	 * Add other runs.
	 * @param other the other runs
	 * @return all runs
	 */
	public PastRuns plus(PastRuns other) {
		return new PastRuns(this.runs + other.runs, this.failures + other.failures, this.skipped + other.skipped,
				this.runTime.plus(other.runTime));
	}

}
