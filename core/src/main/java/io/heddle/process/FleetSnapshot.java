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
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A fleet at a moment, without what takes long to find out.
 */
record FleetSnapshot(int size, int idle, int busy, int starting, int spares, long crashed, long retried, long restarts,
		Map<String, Long> recycled, List<Worker> workers, @Nullable String brokenReason) {

	record Worker(WorkerLink link, PoolWorker.State state, @Nullable String task, @Nullable Duration runningFor,
			long tasksDone, @Nullable String recycleReason) {

		static Worker of(WorkerLink link) {
			PoolTask head = link.head();
			PoolWorker.State state = (link.retireReason != null || link.stopped) ? PoolWorker.State.RETIRING
					: (link.spare) ? PoolWorker.State.SPARE
							: (head != null) ? PoolWorker.State.BUSY : PoolWorker.State.IDLE;
			return new Worker(link, state, (head != null) ? head.task().label() : null,
					(head != null) ? Duration.ofNanos(Math.max(0, System.nanoTime() - head.startedAt)) : null,
					link.tasksDone(), link.retireReason);
		}

		/**
		 * Describe the worker, with what the system tells of its process.
		 */
		PoolWorker describe() {
			Duration cpu = this.link.connection().process().info().totalCpuDuration().orElse(null);
			return new PoolWorker(this.link.pid(), this.state, this.task, this.runningFor, this.tasksDone,
					ResidentMemory.of(this.link.pid()), cpu, this.link.startedAt(), this.recycleReason);
		}

	}

}
