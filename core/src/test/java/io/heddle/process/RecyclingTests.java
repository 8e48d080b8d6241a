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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the recycling of workers, and for spares.
 */
class RecyclingTests extends AbstractProcessPoolTests {

	@Test
	void shouldServeNumberOfTasksInEachProcess() throws Exception {
		List<String> reasons = new CopyOnWriteArrayList<>();
		ProcessPool pool = build((builder) -> builder.size(1).maxTasksPerWorker(2).listener(new ProcessPoolListener() {

			@Override
			public void onWorkerRecycled(ProcessPool pool, long pid, String reason) {
				reasons.add(reason);
			}

		}));
		List<CompletableFuture<Long>> futures = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			futures.add(pool.submit(() -> pid()));
		}
		Map<Long, Integer> tasks = new LinkedHashMap<>();
		for (CompletableFuture<Long> future : futures) {
			tasks.merge(future.get(), 1, Integer::sum);
		}
		assertThat(tasks).hasSize(5).allSatisfy((pid, count) -> assertThat(count).isEqualTo(2));
		await().untilAsserted(() -> assertThat(pool.poolSnapshot().recycled()).containsEntry("max-tasks", 5L));
		assertThat(reasons).hasSize(5).containsOnly("max-tasks");
		assertThat(pool.poolSnapshot().restarts()).isZero();
	}

	@Test
	void shouldLogWhyWorkerIsRetired() throws Exception {
		Logger logger = (Logger) LoggerFactory.getLogger(ProcessPool.class);
		ListAppender<ILoggingEvent> appender = new ListAppender<>();
		appender.list = new CopyOnWriteArrayList<>();
		appender.start();
		logger.addAppender(appender);
		logger.setLevel(Level.INFO);
		try {
			ProcessPool pool = build((builder) -> builder.size(1).maxTasksPerWorker(1));
			long pid = pool.submit(() -> pid()).get();
			await().untilAsserted(() -> assertThat(appender.list).extracting(ILoggingEvent::getFormattedMessage)
				.contains("Worker " + pid + " of process pool 'test' is retired (max-tasks) after 1 tasks"));
		}
		finally {
			logger.setLevel(null);
			logger.detachAppender(appender);
		}
	}

	@Test
	void shouldDeliverAllResultsAfterEarlyShutdown() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(1).maxTasksPerWorker(2));
		List<CompletableFuture<Integer>> futures = new ArrayList<>();
		for (int i = 0; i < 7; i++) {
			int number = i;
			futures.add(pool.submit(() -> number));
		}
		pool.shutdown();
		for (int i = 0; i < 7; i++) {
			assertThat(futures.get(i).get()).isEqualTo(i);
		}
		assertThat(pool.awaitTermination(Duration.ofSeconds(20))).isTrue();
	}

	@Test
	void shouldRefuseZeroTasks() {
		assertThatIllegalArgumentException().isThrownBy(() -> ProcessPool.builder("test").maxTasksPerWorker(0))
			.withMessage("'maxTasksPerWorker' must be at least 1 but is 0");
	}

	@Test
	void shouldRecycleByAge() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(1).maxWorkerAge(Duration.ofMillis(500)));
		long pid = pool.submit(() -> pid()).get();
		CompletableFuture<Long> running = pool.submit(() -> {
			Thread.sleep(2_000);
			return pid();
		});
		assertThat(running.get()).isEqualTo(pid);
		await().untilAsserted(() -> assertThat(pool.submit(() -> pid()).get()).isNotEqualTo(pid));
		assertThat(pool.poolSnapshot().recycled()).containsKey("max-age");
	}

	@Test
	void shouldReplaceOldWorkersOfEagerPoolWithoutTasks() {
		ProcessPool pool = build((builder) -> builder.size(2).eager(true).maxWorkerAge(Duration.ofMillis(1_500)));
		await().until(() -> pool.poolSnapshot().idle() == 2);
		List<Long> first = pool.workers().stream().map(PoolWorker::pid).toList();
		await().until(() -> pool.poolSnapshot().idle() == 2
				&& pool.workers().stream().map(PoolWorker::pid).noneMatch(first::contains));
	}

	@Test
	void shouldRecycleByMemory() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(1).maxWorkerMemory(1L << 20));
		long pid = pool.submit(() -> pid()).get();
		await().untilAsserted(() -> assertThat(pool.submit(() -> pid()).get()).isNotEqualTo(pid));
		assertThat(pool.poolSnapshot().recycled()).containsKey("max-memory");
	}

	@Test
	void shouldRecycleByMemoryDirectlyAfterTheTask() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(1).maxHeap("512m").maxWorkerMemory(200L << 20));
		for (int i = 0; i < 3; i++) {
			long pid = pool.submit(() -> {
				byte[] large = new byte[300 << 20];
				Arrays.fill(large, (byte) 1);
				return pid() + large[0] - 1;
			}).get();
			assertThat(pool.submit(() -> pid()).get()).isNotEqualTo(pid);
		}
		assertThat(pool.poolSnapshot().recycled()).containsEntry("max-memory", 3L);
	}

	@Test
	void shouldKeepSpareReady() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(1).startMethod(StartMethod.WARM).spares(1));
		await().until(() -> pool.poolSnapshot().spares() == 1);
		long spare = pool.workers().get(0).pid();
		assertThat(pool.workers().get(0).state()).isEqualTo(PoolWorker.State.SPARE);
		assertThat(pool.submit(() -> pid()).get()).isEqualTo(spare);
		await().until(() -> pool.poolSnapshot().spares() == 1);
		assertThat(pool.workers()).hasSize(2);
	}

	@Test
	void shouldStartAllWhenEager() {
		ProcessPool pool = build((builder) -> builder.size(2).eager(true));
		await().untilAsserted(() -> assertThat(pool.poolSnapshot().idle()).isEqualTo(2));
	}

}
