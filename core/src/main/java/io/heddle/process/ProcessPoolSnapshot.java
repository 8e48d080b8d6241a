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

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.ExecutorSnapshot;

/**
 * The sizes and counts of a process pool at a moment. Immutable.
 *
 * @param executor queue and task counts
 * @param size the most workers that run tasks at once
 * @param idle how many workers wait for a task
 * @param busy how many workers run a task
 * @param starting how many workers are being started
 * @param spares how many workers are kept ready beyond the size
 * @param crashed how many tasks failed because their worker died
 * @param retried how often a task was run again after its worker had died
 * @param restarts how many workers were started in place of one that had died
 * @param recycled how many workers were retired, by reason
 * @param workers the workers
 * @param brokenReason why no worker can be started, or {@code null}
 */
public record ProcessPoolSnapshot(ExecutorSnapshot executor, int size, int idle, int busy, int starting, int spares,
		long crashed, long retried, long restarts, Map<String, Long> recycled, List<PoolWorker> workers,
		@Nullable String brokenReason) {

	public ProcessPoolSnapshot {
		recycled = Map.copyOf(recycled);
		workers = List.copyOf(workers);
	}

}
