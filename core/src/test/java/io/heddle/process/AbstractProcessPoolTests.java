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
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Builds pools of real worker JVMs, and checks that nothing is left of them.
 */
@Timeout(120)
abstract class AbstractProcessPoolTests {

	private final List<ProcessPool> pools = new ArrayList<>();

	ProcessPool build() {
		return build((builder) -> builder.size(1));
	}

	ProcessPool build(UnaryOperator<ProcessPoolBuilder> customizer) {
		ProcessPoolBuilder builder = ProcessPool.builder("test")
			.allow(List.of("io.heddle.process.**"))
			.maxHeap("64m")
			.killGrace(Duration.ofMillis(500));
		ProcessPool pool = customizer.apply(builder).build();
		this.pools.add(pool);
		return pool;
	}

	static long pid() {
		return ProcessHandle.current().pid();
	}

	@AfterEach
	void endAll() throws InterruptedException {
		for (ProcessPool pool : this.pools) {
			List<PoolWorker> workers = pool.workers();
			pool.killWorkers();
			assertThat(pool.awaitTermination(Duration.ofSeconds(20))).as("the pool terminates").isTrue();
			assertThat(workers).noneMatch((worker) -> ProcessHandle.of(worker.pid())
				.filter(ProcessHandle::isAlive)
				.filter((process) -> process.pid() != pid())
				.isPresent());
		}
	}

}
