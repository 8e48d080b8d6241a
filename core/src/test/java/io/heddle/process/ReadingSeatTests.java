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

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import io.heddle.future.Futures;
import io.heddle.future.MapOptions;
import io.heddle.future.ReturnWhen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for threads that wait for results, and read what the workers send meanwhile.
 */
class ReadingSeatTests extends AbstractProcessPoolTests {

	@Test
	void shouldLeaveSeatWhenInterrupted() throws Exception {
		ProcessPool pool = build();
		pool.submit(() -> 0).get();
		CompletableFuture<Integer> future = pool.submit(() -> slow(1_000));
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		Thread reader = new Thread(() -> {
			try {
				future.get();
			}
			catch (Exception ex) {
				thrown.set(ex);
			}
		});
		reader.start();
		await().until(() -> pool.snapshot().active() == 1);
		reader.interrupt();
		reader.join(500);
		assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
		assertThat(future.get()).isEqualTo(1_000);
	}

	@Test
	void shouldKeepInterruptOfThreadThatJoins() throws Exception {
		ProcessPool pool = build();
		CompletableFuture<Integer> future = pool.submit(() -> slow(300));
		Thread.currentThread().interrupt();
		assertThat(future.join()).isEqualTo(300);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void shouldLeaveSeatAfterTimeout() throws Exception {
		ProcessPool pool = build();
		pool.submit(() -> 0).get();
		CompletableFuture<Integer> future = pool.submit(() -> slow(500));
		assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> future.get(10, TimeUnit.MILLISECONDS));
		assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> future.get(0, TimeUnit.MILLISECONDS));
		assertThat(pool.submit(() -> 1).get()).isOne();
		assertThat(future).isCompletedWithValue(500);
	}

	@Test
	void shouldWakeReaderWhoseFutureIsEndedByAnother() throws Exception {
		ProcessPool pool = build();
		pool.submit(() -> 0).get();
		for (int i = 0; i < 3; i++) {
			int how = i;
			CompletableFuture<Integer> future = pool.submit(() -> slow(60_000));
			CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(() -> {
				switch (how) {
					case 0 -> future.cancel(true);
					case 1 -> future.complete(7);
					default -> future.completeExceptionally(new IllegalStateException());
				}
			});
			switch (how) {
				case 0 -> assertThatExceptionOfType(CancellationException.class).isThrownBy(future::get);
				case 1 -> assertThat(future.get(10, TimeUnit.SECONDS)).isEqualTo(7);
				default -> assertThat(future.handle((result, ex) -> ex).join()).isNotNull();
			}
			pool.running().forEach((task) -> pool.cancel(task.id()));
		}
	}

	@Test
	void shouldReadOnWhileResultThatIsReadWaitsForItsOwnPool() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(2));
		Asking.pool = pool;
		try {
			// nobody waits, one waits, and one waits for another
			CompletableFuture<Asking> first = pool.submit(() -> new Asking());
			await().atMost(Duration.ofSeconds(20)).until(first::isDone);
			assertThat(first.get().answer).isEqualTo(42);
			assertThat(pool.submit(() -> new Asking()).get(20, TimeUnit.SECONDS).answer).isEqualTo(42);
			CompletableFuture<Asking> beside = pool.submit(() -> new Asking());
			assertThat(pool.submit(() -> slow(50)).get(20, TimeUnit.SECONDS)).isEqualTo(50);
			assertThat(beside.get(20, TimeUnit.SECONDS).answer).isEqualTo(42);
			try (Stream<Asking> results = pool.map((i) -> new Asking(), List.of(1, 2, 3, 4),
					MapOptions.of().timeout(Duration.ofSeconds(20)))) {
				assertThat(results).allMatch((asking) -> asking.answer == 42).hasSize(4);
			}
		}
		finally {
			Asking.pool = null;
		}
	}

	@Test
	void shouldWaitInForkJoinPool() throws Exception {
		ProcessPool pool = build();
		assertThat(ForkJoinPool.commonPool().submit(() -> pool.submit(() -> 1).get()).get(20, TimeUnit.SECONDS))
			.isOne();
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldLetVirtualThreadsWait() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(2).queueCapacity(10_000));
		// by reflection, for this is compiled for Java 17
		ExecutorService threads = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor")
			.invoke(null);
		try {
			List<Future<Integer>> sums = new ArrayList<>();
			for (int i = 0; i < 200; i++) {
				sums.add(threads.submit(() -> {
					assertThat(Thread.currentThread().toString()).startsWith("Virtual");
					int sum = 0;
					for (int j = 0; j < 20; j++) {
						int number = j;
						CompletableFuture<Integer> future = pool.submit(() -> number);
						sum += ((j & 1) == 0) ? future.get() : future.join();
					}
					return sum;
				}));
			}
			CompletableFuture<Integer> endless = pool.submit(() -> slow(60_000));
			for (Future<Integer> sum : sums) {
				assertThat(sum.get(60, TimeUnit.SECONDS)).isEqualTo(190);
			}
			// who reads is interrupted, and others read on
			Future<Integer> waiting = threads.submit(() -> endless.get());
			assertThat(pool.submit(() -> 1).get(20, TimeUnit.SECONDS)).isOne();
			waiting.cancel(true);
			assertThat(pool.submit(() -> 2).get(20, TimeUnit.SECONDS)).isEqualTo(2);
			assertThat(endless.cancel(true)).isTrue();
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void shouldWaitForManyByEachMeans() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(2));
		List<CompletableFuture<Integer>> futures = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			int number = i;
			futures.add(pool.submit(() -> number));
		}
		CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
		assertThat(Futures.wait(futures, Duration.ofSeconds(20), ReturnWhen.ALL_COMPLETED).done()).hasSize(100);
		assertThat(Futures.asCompleted(List.of(pool.submit(() -> 1), pool.submit(() -> 2)), Duration.ofSeconds(20)))
			.hasSize(2);
	}

	@Test
	void shouldRunCallbacksThatBlockBesideEachOther() {
		ProcessPool pool = build();
		CompletableFuture<Void> latch = new CompletableFuture<>();
		CompletableFuture<Void> blocked = pool.submit(() -> 1).thenAccept((one) -> latch.join());
		CompletableFuture<Boolean> released = pool.submit(() -> 2).thenApply((two) -> latch.complete(null));
		await().until(() -> blocked.isDone() && released.isDone());
	}

	private static int slow(int millis) throws InterruptedException {
		Thread.sleep(millis);
		return millis;
	}

	/**
	 * Asks the pool that it comes from when it is read.
	 */
	private static final class Asking implements Serializable {

		private static final long serialVersionUID = 1L;

		private static ProcessPool pool;

		private transient int answer;

		private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
			in.defaultReadObject();
			if (pool != null) {
				CompletableFuture<Integer> answer = pool.submit(() -> 42);
				this.answer = answer.join();
			}
		}

	}

}
