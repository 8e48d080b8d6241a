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

/**
 * What a fleet is told by its builder. Immutable.
 *
 * @param worker what its workers are started with
 * @param size how many workers run tasks
 * @param eager whether they are started at once
 * @param spares how many more are kept ready
 * @param retries how often a task is run again whose worker died
 * @param recycling when workers are retired
 * @param restart how often dead ones are replaced
 */
record FleetSettings(WorkerSettings worker, int size, boolean eager, int spares, int retries, Recycling recycling,
		RestartBudget restart) {

	/** How long a worker may take to come up. **/
	static final Duration START_TIMEOUT = Duration.ofSeconds(30);

	static FleetSettings of(ProcessPoolBuilder builder) {
		int spares = (builder.startMethod == StartMethod.WARM) ? builder.spares : 0;
		return new FleetSettings(builder.workerSettings(), builder.size, builder.eager, spares, builder.retries,
				new Recycling(builder.maxTasksPerWorker, builder.maxWorkerAge, builder.maxWorkerMemory),
				builder.restart);
	}

	String name() {
		return this.worker.pool();
	}

	Duration killGrace() {
		return this.worker.killGrace();
	}

}
