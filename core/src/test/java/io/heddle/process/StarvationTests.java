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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that tasks which a busy worker holds ahead run where a worker is idle.
 */
class StarvationTests extends AbstractProcessPoolTests {

	private static final int ROUNDS = 12;

	private static final int BEHIND = 20;

	/**
	 * In most rounds, for on a busy machine any thread may wait for its processor.
	 */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void shouldNotLetIdleWorkerWaitWhileBusyOneHoldsTasks(boolean readByGetter) throws Exception {
		ProcessPool pool = build((builder) -> builder.size(2).queueCapacity(10_000));
		long[] millis = new long[ROUNDS];
		for (int round = 0; round < ROUNDS; round++) {
			openWindows(pool);
			CompletableFuture<Integer> endless = pool.submit(() -> sleep(60_000));
			Thread getter = new Thread(() -> endless.handle((result, ex) -> 0).join());
			if (readByGetter) {
				getter.start();
			}
			CountDownLatch quick = new CountDownLatch(BEHIND);
			long start = System.nanoTime();
			for (int i = 0; i < BEHIND; i++) {
				pool.submit(() -> 1).thenRun(quick::countDown);
			}
			assertThat(quick.await(20, TimeUnit.SECONDS)).isTrue();
			millis[round] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
			assertThat(endless.cancel(true)).isTrue();
			await().until(() -> pool.snapshot().active() == 0);
			getter.join();
		}
		Arrays.sort(millis);
		assertThat(millis[ROUNDS * 3 / 4]).as("milliseconds of the rounds: %s", Arrays.toString(millis)).isLessThan(50);
		assertThat(pool.poolSnapshot().restarts()).isZero();
	}

	/**
	 * Run short tasks until each worker gets several ahead.
	 */
	private static void openWindows(ProcessPool pool) {
		List<CompletableFuture<Integer>> futures = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			futures.add(pool.submit(() -> 0));
		}
		futures.forEach(CompletableFuture::join);
	}

	private static int sleep(int millis) throws InterruptedException {
		Thread.sleep(millis);
		return millis;
	}

}
