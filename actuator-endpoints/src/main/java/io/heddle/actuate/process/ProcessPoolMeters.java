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

package io.heddle.actuate.process;

import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;

import io.heddle.actuate.named.RecentSnapshot;
import io.heddle.actuate.named.SnapshotMeters;
import io.heddle.process.PoolWorker;
import io.heddle.process.ProcessPoolSnapshot;

/**
 * The meters that a process pool has beside those of any executor.
 */
class ProcessPoolMeters extends SnapshotMeters<ProcessPoolSnapshot> {

	private static final String WORKERS = "workers";

	private static final List<String> REASONS = List.of("max-tasks", "max-age", "max-memory");

	ProcessPoolMeters(MeterRegistry registry, String name, RecentSnapshot<ProcessPoolSnapshot> snapshot) {
		super(registry, name, snapshot);
	}

	void register() {
		gauge("process.pool.size", "The most workers that run tasks at once", WORKERS, ProcessPoolSnapshot::size);
		gauge("process.pool.idle", "The number of workers that wait for a task", WORKERS, ProcessPoolSnapshot::idle);
		gauge("process.pool.starting", "The number of workers that are being started", WORKERS,
				ProcessPoolSnapshot::starting);
		gauge("process.pool.spares", "The number of workers kept ready beyond the size", WORKERS,
				ProcessPoolSnapshot::spares);
		gauge("process.pool.memory", "The resident memory of all workers", BaseUnits.BYTES, ProcessPoolMeters::memory);
		counter("process.pool.crashed", "The number of tasks whose worker died", BaseUnits.TASKS,
				ProcessPoolSnapshot::crashed);
		counter("process.pool.retried", "How often a task was run again whose worker had died", BaseUnits.TASKS,
				ProcessPoolSnapshot::retried);
		counter("process.pool.restarts", "The number of workers that were started in place of one that had died",
				WORKERS, ProcessPoolSnapshot::restarts);
		REASONS.forEach(
				(reason) -> counter("process.pool.recycled", "The number of workers that were replaced between tasks",
						WORKERS, (current) -> current.recycled().getOrDefault(reason, 0L), "reason", reason));
	}

	private static double memory(ProcessPoolSnapshot current) {
		double memory = 0;
		for (PoolWorker worker : current.workers()) {
			memory += (worker.rss() != null) ? worker.rss() : 0;
		}
		return memory;
	}

}
