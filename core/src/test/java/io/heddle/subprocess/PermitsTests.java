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

package io.heddle.subprocess;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Permits}.
 */
class PermitsTests {

	@Test
	void shouldGivePermitsInOrderEvenIfLaterOnesWouldFit() throws Exception {
		Permits permits = new Permits("test", 3);
		permits.acquire(2);
		Permits.Request large = permits.request(2);
		Permits.Request small = permits.request(1);
		assertThat(large).isNotDone();
		assertThat(small).isNotDone();
		assertThat(permits.waiting()).isEqualTo(3);
		permits.release(2);
		assertThat(large).isCompleted();
		assertThat(small).isCompleted();
		assertThat(permits.taken()).isEqualTo(3);
	}

	@Test
	void shouldServeNextWhenFirstOneIsWithdrawn() throws Exception {
		Permits permits = new Permits("test", 2);
		permits.acquire(1);
		Permits.Request large = permits.request(2);
		Permits.Request small = permits.request(1);
		permits.withdraw(large);
		assertThat(large).isCancelled();
		assertThat(small).isCompleted();
		permits.withdraw(small);
		assertThat(permits.taken()).isEqualTo(2);
	}

	@Test
	void shouldRefuseMoreThanThereWillEverBe() {
		assertThatExceptionOfType(SubprocessRefusedException.class).isThrownBy(() -> new Permits("test", 2).request(3))
			.withMessageContaining("'max-concurrent' is 2");
	}

	@Test
	void shouldRefuseThoseThatWaitOnceClosed() throws Exception {
		Permits permits = new Permits("test", 1);
		permits.acquire(1);
		Permits.Request waiting = permits.request(1);
		permits.close();
		assertThat(waiting).failsWithin(Duration.ZERO)
			.withThrowableThat()
			.withCauseInstanceOf(SubprocessRefusedException.class);
		permits.release(1);
		assertThat(permits.taken()).isZero();
		permits.awaitNone(Duration.ofSeconds(10));
	}

	@Test
	void shouldLoseNoPermitWhenThoseThatWaitAreInterrupted() throws Exception {
		Permits permits = new Permits("test", 2);
		AtomicInteger holders = new AtomicInteger();
		ExecutorService threads = Executors.newFixedThreadPool(8);
		long seed = System.nanoTime();
		List<CompletableFuture<Void>> ends = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			SplittableRandom random = new SplittableRandom(seed + i);
			ends.add(CompletableFuture.runAsync(() -> use(permits, holders, random), threads));
		}
		SplittableRandom random = new SplittableRandom(seed);
		while (!CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).isDone()) {
			Permits.Request request = permits.request(1 + random.nextInt(2));
			permits.withdraw(request);
			if (!request.isCancelled()) {
				permits.cancel(request);
			}
		}
		threads.shutdown();
		assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		assertThat(ends).as("seed %d", seed).allSatisfy((end) -> assertThat(end).isCompleted());
		Awaitility.await().until(() -> permits.taken() == 0 && permits.waiting() == 0);
	}

	private static void use(Permits permits, AtomicInteger holders, SplittableRandom random) {
		for (int i = 0; i < 2_000; i++) {
			try {
				if (random.nextInt(10) == 0) {
					Thread.currentThread().interrupt();
				}
				int count = 1 + random.nextInt(2);
				permits.acquire(count);
				assertThat(holders.addAndGet(count)).isLessThanOrEqualTo(2);
				holders.addAndGet(-count);
				permits.release(count);
			}
			catch (InterruptedException ex) {
				assertThat(permits.taken()).isLessThanOrEqualTo(2);
			}
		}
	}

}
