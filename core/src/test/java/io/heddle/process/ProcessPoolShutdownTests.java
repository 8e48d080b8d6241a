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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the end of a {@link ProcessPool}.
 */
class ProcessPoolShutdownTests extends AbstractProcessPoolTests {

	@Test
	void shouldDeliverAllAcceptedResultsAfterShutdown() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(2));
		List<CompletableFuture<Integer>> futures = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			int number = i;
			futures.add(pool.submit(() -> number));
		}
		pool.shutdown();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> pool.submit(() -> 1));
		assertThat(pool.awaitTermination(Duration.ofSeconds(30))).isTrue();
		for (int i = 0; i < 100; i++) {
			assertThat(futures.get(i).get(5, TimeUnit.SECONDS)).isEqualTo(i);
		}
		assertThat(pool.workers()).isEmpty();
	}

	@Test
	void shouldEndBeforeFirstStart() throws Exception {
		ProcessPool pool = build();
		pool.shutdown();
		pool.shutdown();
		assertThat(pool.awaitTermination(Duration.ofSeconds(5))).isTrue();
	}

	@Test
	void shouldCancelAllAtShutdownNow() throws Exception {
		ProcessPool pool = build();
		Future<?> running = pool.submit(() -> sleep());
		await().until(() -> pool.running().size() == 1);
		Future<?> waiting = pool.submit(() -> sleep());
		assertThat(pool.shutdownNow()).hasSize(1);
		assertThat(running).isCancelled();
		assertThat(waiting).isCancelled();
		assertThat(pool.awaitTermination(Duration.ofSeconds(20))).isTrue();
	}

	@Test
	void shouldFailRunningAndCancelWaitingTasksWhenTerminated() throws Exception {
		ProcessPool pool = build();
		CompletableFuture<?> running = pool.submit(() -> sleep());
		await().until(() -> pool.running().size() == 1);
		CompletableFuture<?> waiting = pool.submit(() -> sleep());
		pool.terminateWorkers();
		assertThat(waiting).isCancelled();
		await().until(running::isDone);
		assertThat(running).isCompletedExceptionally().isNotCancelled();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> pool.submit(() -> 1));
		assertThat(pool.awaitTermination(Duration.ofSeconds(20))).isTrue();
		pool.terminateWorkers();
		pool.killWorkers();
	}

	@Test
	void shouldTakeKillAndTerminateBeforeStartAndTwice() throws Exception {
		ProcessPool pool = build();
		pool.terminateWorkers();
		pool.killWorkers();
		pool.killWorkers();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> pool.submit(() -> 1));
		assertThat(pool.awaitTermination(Duration.ofSeconds(5))).isTrue();
	}

	@Test
	void shouldGiveUpStartsWhenKilled() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(2).eager(true));
		CompletableFuture<?> future = pool.submit(() -> 1);
		pool.killWorkers();
		await().until(future::isDone);
		assertThat(pool.awaitTermination(Duration.ofSeconds(20))).isTrue();
	}

	private static Object sleep() throws InterruptedException {
		Thread.sleep(60_000);
		return 0;
	}

}
