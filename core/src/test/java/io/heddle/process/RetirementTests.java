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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.heddle.executor.ExecutorResize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for workers that are on their way out.
 */
class RetirementTests extends AbstractProcessPoolTests {

	@Test
	void shouldReplaceWorkerThatIsTooOldWhenItRunsTheLastOfItsTasks() throws Exception {
		ProcessPool pool = build(
				(builder) -> builder.size(1).maxTasksPerWorker(1).maxWorkerAge(Duration.ofMillis(200)));
		CompletableFuture<Long> last = pool.submit(() -> {
			Thread.sleep(2_500);
			return pid();
		});
		long pid = last.get(20, TimeUnit.SECONDS);
		assertThat(pool.poolSnapshot().recycled()).containsKey(Recycling.MAX_AGE);
		assertThat(pool.submit(() -> pid()).get(20, TimeUnit.SECONDS)).isNotEqualTo(pid);
	}

	@Test
	void shouldRetireSpareThatIsSlowToEndOnce() throws Exception {
		List<Long> retired = new CopyOnWriteArrayList<>();
		ProcessPool pool = build((builder) -> builder.size(1)
			.startMethod(StartMethod.WARM)
			.spares(1)
			.maxWorkerAge(Duration.ofMillis(500))
			.killGrace(Duration.ofMillis(3_500))
			.listener(new ProcessPoolListener() {

				@Override
				public void onWorkerRecycled(ProcessPool pool, long pid, String reason) {
					retired.add(pid);
				}

			}));
		await().until(() -> pool.poolSnapshot().spares() == 1);
		long spare = pool.workers().get(0).pid();
		signal("STOP", spare);
		await().until(() -> !RunningProcess.isRunning(spare));
		assertThat(retired).containsOnlyOnce(spare);
	}

	@Test
	void shouldResizePoolWhoseIdleWorkersAreTerminated() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(2).eager(true));
		await().until(() -> pool.poolSnapshot().idle() == 2);
		pool.submit(() -> {
			Thread.sleep(60_000);
			return 0;
		});
		await().until(() -> pool.running().size() == 1);
		for (PoolWorker worker : pool.workers()) {
			signal("STOP", worker.pid());
		}
		pool.terminateWorkers();
		Thread resize = new Thread(() -> pool.resize(ExecutorResize.of().maxSize(1)));
		resize.setDaemon(true);
		resize.start();
		resize.join(10_000);
		assertThat(resize.isAlive()).isFalse();
		assertThat(pool.awaitTermination(Duration.ofSeconds(20))).isTrue();
	}

	@Test
	void shouldRetireWorkersThatComeUpAfterPoolHasBecomeSmaller() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(3).eager(true));
		pool.resize(1);
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			assertThat(pool.poolSnapshot().starting()).isZero();
			assertThat(pool.workers()).hasSize(1);
		});
		assertThat(pool.poolSnapshot().recycled()).containsEntry("resize", 2L);
		assertThat(pool.submit(() -> 1).get(20, TimeUnit.SECONDS)).isOne();
	}

	private static void signal(String name, long pid) throws Exception {
		new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
	}

}
