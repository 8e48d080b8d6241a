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

package io.heddle.process;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A worker JVM as it was at a moment. Immutable.
 *
 * @param pid the process id
 * @param state what it does
 * @param task the label of the task that it runs, or {@code null}
 * @param runningFor how long that task has been running, or {@code null}
 * @param tasksDone how many tasks it has finished
 * @param rss its resident memory in bytes, or {@code null} where the system does not tell
 * @param cpu the processor time it has used, or {@code null} where the system does not
 * tell
 * @param startedAt when it was started
 * @param recycleReason why it gets no more tasks, or {@code null}
 */
public record PoolWorker(long pid, State state, @Nullable String task, @Nullable Duration runningFor, long tasksDone,
		@Nullable Long rss, @Nullable Duration cpu, Instant startedAt, @Nullable String recycleReason) {

	/**
	 * What a worker does.
	 */
	public enum State {

		/**
		 * It is not ready yet.
		 */
		STARTING,

		/**
		 * It waits for a task.
		 */
		IDLE,

		/**
		 * It runs a task.
		 */
		BUSY,

		/**
		 * It gets no more tasks and ends after what it has.
		 */
		RETIRING,

		/**
		 * It is kept ready beyond the size of the pool.
		 */
		SPARE

	}

}
