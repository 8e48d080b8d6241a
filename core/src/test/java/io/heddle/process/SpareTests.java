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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.heddle.executor.NamedExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for when spare workers are started.
 */
@Timeout(60)
class SpareTests {

	private final ProcessPoolBuilder builder = ProcessPool.builder("test")
		.size(1)
		.startMethod(StartMethod.WARM)
		.spares(1)
		.allow(List.of("io.heddle.process.**"));

	private final List<Long> starts = new CopyOnWriteArrayList<>();

	@Test
	void shouldReplaceSpareThatWasTakenOnceItsFirstTaskHasHadTime() throws Exception {
		WorkerFleet fleet = fleet();
		NamedExecutor executor = NamedExecutor.builder("test").build(fleet);
		try {
			await().until(() -> fleet.snapshot().spares() == 1);
			assertThat(this.starts).hasSize(1);
			long taken = System.nanoTime();
			ProcessTask<Integer> task = () -> 1;
			assertThat(executor.submit(task).get(20, TimeUnit.SECONDS)).isOne();
			await().until(() -> fleet.snapshot().spares() == 1);
			assertThat(this.starts).hasSize(2);
			assertThat(this.starts.get(1) - taken).isGreaterThanOrEqualTo(Staffing.PAUSE.toNanos());
		}
		finally {
			executor.shutdown();
			fleet.terminate(true);
			assertThat(executor.awaitTermination(Duration.ofSeconds(20))).isTrue();
		}
	}

	private WorkerFleet fleet() {
		LogForwarder log = new LogForwarder("test");
		TaskCodec codec = TaskCodec.of(this.builder.workerSettings());
		return new WorkerFleet(FleetSettings.of(this.builder), new TimedLauncher(new WorkerStarter(log)), codec,
				new TaskEncoder(codec, null), 0, new PoolEvents(new ProcessPoolListener() {
				}), log);
	}

	/**
	 * Notes when it starts workers.
	 */
	private final class TimedLauncher implements WorkerLauncher {

		private final WorkerLauncher launcher;

		TimedLauncher(WorkerLauncher launcher) {
			this.launcher = launcher;
		}

		@Override
		public WorkerConnection start(WorkerSettings settings, Duration deadline)
				throws WorkerStartException, InterruptedException {
			SpareTests.this.starts.add(System.nanoTime());
			return this.launcher.start(settings, deadline);
		}

		@Override
		public void close() {
			this.launcher.close();
		}

	}

}
