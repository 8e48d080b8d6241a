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

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.heddle.executor.TaskOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the cancellation of tasks of a {@link ProcessPool}.
 */
class CancellationTests extends AbstractProcessPoolTests {

	@Test
	void shouldInterruptTaskAndKeepWorker(@TempDir Path folder) throws Exception {
		ProcessPool pool = build();
		long pid = pool.submit(() -> pid()).get();
		String file = folder.resolve("interrupted").toString();
		CompletableFuture<?> future = pool.submit(() -> {
			try {
				Thread.sleep(60_000);
			}
			catch (InterruptedException ex) {
				Files.createFile(Path.of(file));
			}
			return 0;
		});
		await().until(() -> pool.running().size() == 1);
		assertThat(future.cancel(true)).isTrue();
		assertThat(future).isCancelled();
		await().until(() -> Files.exists(Path.of(file)));
		assertThat(pool.submit(() -> pid()).get()).isEqualTo(pid);
		await().untilAsserted(() -> assertThat(pool.running()).isEmpty());
	}

	@Test
	void shouldKillWorkerWhoseTaskIgnoresInterrupt() throws Exception {
		ProcessPool pool = build();
		long pid = pool.submit(() -> pid()).get();
		CompletableFuture<?> future = pool.submit(() -> spin());
		await().until(() -> pool.running().size() == 1);
		CompletableFuture<Long> behind = pool.submit(() -> pid());
		future.cancel(true);
		assertThat(behind.get()).isNotEqualTo(pid);
		assertThat(RunningProcess.isRunning(pid)).isFalse();
		assertThat(pool.poolSnapshot().crashed()).isZero();
	}

	@Test
	void shouldTimeOutLikewise() throws Exception {
		ProcessPool pool = build();
		long pid = pool.submit(() -> pid()).get();
		CompletableFuture<Object> future = pool.submit(() -> spin(), TaskOptions.of().timeout(Duration.ofMillis(100)));
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(future::get)
			.withCauseInstanceOf(TimeoutException.class);
		assertThat(pool.submit(() -> pid()).get()).isNotEqualTo(pid);
		assertThat(pool.snapshot().tasks().timedOut()).isOne();
	}

	@Test
	void shouldKillFrozenWorkerWithItsDescendants() throws Exception {
		ProcessPool pool = build();
		long pid = pool.submit(() -> pid()).get();
		long child = pool.submit(() -> new ProcessBuilder("sleep", "600").start().pid()).get();
		CompletableFuture<?> future = pool.submit(() -> spin());
		await().until(() -> pool.running().size() == 1);
		new ProcessBuilder("kill", "-STOP", String.valueOf(pid)).start().waitFor();
		future.cancel(true);
		await().until(() -> !RunningProcess.isRunning(pid));
		await().until(() -> !RunningProcess.isRunning(child));
	}

	@Test
	void shouldForgetWaitingTask() throws Exception {
		ProcessPool pool = build();
		CompletableFuture<?> running = pool.submit(() -> sleep());
		await().until(() -> pool.running().size() == 1);
		CompletableFuture<Integer> waiting = pool.submit(() -> 1);
		assertThat(pool.cancel(pool.queued().get(0).id())).isTrue();
		assertThat(waiting).isCancelled();
		assertThat(pool.queued()).isEmpty();
		assertThat(pool.cancel(pool.running().get(0).id())).isTrue();
		assertThat(running).isCancelled();
	}

	@Test
	void shouldNotDisturbOtherTasksWhateverTheMoment() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(2).queueCapacity(100_000).killGrace(Duration.ofSeconds(30)));
		pool.submit(() -> 0).get();
		AtomicInteger wrong = new AtomicInteger();
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			SplittableRandom random = new SplittableRandom(i);
			threads.add(new Thread(() -> wrong.addAndGet(cancelAtRandom(pool, random, 2_500))));
		}
		threads.forEach(Thread::start);
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(wrong).hasValue(0);
		assertThat(pool.poolSnapshot().restarts()).isZero();
		assertThat(pool.snapshot().tasks().failed()).isZero();
		await().untilAsserted(() -> assertThat(pool.snapshot().active()).isZero());
	}

	/**
	 * Cancel a task when it waits, travels, runs, or has ended, with another one beside
	 * it.
	 * @return how many of the others did not end as they should
	 */
	private static int cancelAtRandom(ProcessPool pool, SplittableRandom random, int times) {
		int wrong = 0;
		for (int i = 0; i < times; i++) {
			int number = i;
			long nanos = (random.nextBoolean()) ? random.nextInt(500_000) : 0;
			CompletableFuture<Integer> cancelled = pool.submit(() -> work(nanos, number));
			CompletableFuture<Integer> kept = pool.submit(() -> (Thread.interrupted()) ? -1 : number);
			LockSupport.parkNanos(random.nextInt(500_000));
			cancelled.cancel(true);
			wrong += (kept.join() == number && cancelled.isDone()) ? 0 : 1;
		}
		return wrong;
	}

	private static int work(long nanos, int result) throws InterruptedException {
		TimeUnit.NANOSECONDS.sleep(nanos);
		return result;
	}

	private static Object spin() {
		long end = System.nanoTime() + 60_000_000_000L;
		while (System.nanoTime() < end) {
			try {
				Thread.sleep(1_000);
			}
			catch (InterruptedException ex) {
				// ignored, which is what is tested
			}
		}
		return 0;
	}

	private static Object sleep() throws InterruptedException {
		Thread.sleep(60_000);
		return 0;
	}

}
