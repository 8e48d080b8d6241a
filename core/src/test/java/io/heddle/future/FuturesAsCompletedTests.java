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

package io.heddle.future;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Futures#asCompleted}.
 */
@Timeout(30)
class FuturesAsCompletedTests {

	private final ExecutorService executor = Executors.newFixedThreadPool(4);

	@AfterEach
	void shutdown() {
		this.executor.shutdownNow();
	}

	@Test
	void shouldYieldNothingWhenThereAreNoFutures() {
		assertThat(Futures.asCompleted(List.<Future<?>>of(), Duration.ZERO)).isEmpty();
	}

	@Test
	void shouldYieldEachFutureOnce() {
		CompletableFuture<String> first = CompletableFuture.completedFuture("a");
		FutureTask<String> second = new FutureTask<>(() -> "b");
		second.run();
		Iterable<Future<String>> futures = Futures.asCompleted(List.of(first, second, first, second), null);
		assertThat(futures).containsExactly(first, second);
	}

	@Test
	void shouldYieldInOrderOfCompletion() {
		CompletableFuture<String> first = new CompletableFuture<>();
		CompletableFuture<String> second = new CompletableFuture<>();
		CompletableFuture<String> third = CompletableFuture.completedFuture("c");
		Iterator<CompletableFuture<String>> futures = Futures.asCompleted(List.of(first, second, third), null)
			.iterator();
		assertThat(futures.next()).isSameAs(third);
		CompletableFuture.runAsync(() -> second.complete("b"), this.executor);
		assertThat(futures.next()).isSameAs(second);
		assertThat(futures.hasNext()).isTrue();
		CompletableFuture.runAsync(() -> first.completeExceptionally(new IllegalStateException("Expected")),
				this.executor);
		assertThat(futures.next()).isSameAs(first);
		assertThat(futures.hasNext()).isFalse();
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(futures::next);
	}

	@Test
	void shouldYieldOtherFuturesInOrderOfCompletion() {
		FutureTask<String> first = new FutureTask<>(() -> "a");
		FutureTask<String> second = new FutureTask<>(() -> "b");
		FutureTask<String> third = new FutureTask<>(() -> "c");
		Iterator<FutureTask<String>> futures = Futures.asCompleted(List.of(first, second, third), null).iterator();
		this.executor.execute(third);
		assertThat(futures.next()).isSameAs(third);
		this.executor.execute(first);
		assertThat(futures.next()).isSameAs(first);
		second.cancel(false);
		assertThat(futures.next()).isSameAs(second);
	}

	@Test
	void shouldYieldMixedFuturesInOrderOfCompletion() {
		FutureTask<String> task = new FutureTask<>(() -> "a");
		CompletableFuture<String> completable = new CompletableFuture<>();
		CompletableFuture<String> last = new CompletableFuture<>();
		Iterator<Future<String>> futures = Futures.<Future<String>>asCompleted(List.of(task, completable, last), null)
			.iterator();
		CompletableFuture.runAsync(() -> completable.complete("b"), this.executor);
		assertThat(futures.next()).isSameAs(completable);
		this.executor.execute(task);
		assertThat(futures.next()).isSameAs(task);
		CompletableFuture.runAsync(() -> last.complete("c"), this.executor);
		assertThat(futures.next()).isSameAs(last);
	}

	@Test
	void shouldYieldAllTasksOfExecutor() {
		List<Future<Integer>> futures = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			int number = i;
			futures.add((i % 2 == 0) ? this.executor.submit(() -> number)
					: CompletableFuture.supplyAsync(() -> number, this.executor));
		}
		assertThat(Futures.asCompleted(futures, Duration.ofSeconds(20))).containsExactlyInAnyOrderElementsOf(futures);
	}

	@Test
	void shouldSayHowManyAreUnfinishedWhenTimeoutPasses() {
		List<Future<String>> given = List.of(CompletableFuture.completedFuture("a"), new CompletableFuture<>(),
				new FutureTask<>(() -> "b"), CompletableFuture.failedFuture(new IllegalStateException("Expected")));
		Iterator<Future<String>> futures = Futures.asCompleted(given, Duration.ofMillis(20)).iterator();
		assertThat(futures.next()).isSameAs(given.get(0));
		assertThat(futures.next()).isSameAs(given.get(3));
		assertThatExceptionOfType(CompletionException.class).isThrownBy(futures::next)
			.withMessage("2 (of 4) futures unfinished")
			.havingCause()
			.isInstanceOf(TimeoutException.class)
			.withMessage("2 (of 4) futures unfinished");
		assertThat(futures.hasNext()).isFalse();
	}

	@Test
	void shouldCountTimeoutFromCall() {
		CompletableFuture<String> unfinished = new CompletableFuture<>();
		Iterable<CompletableFuture<String>> futures = Futures.asCompleted(List.of(unfinished), Duration.ofMillis(300));
		assertTimesOut(futures);
		long start = System.nanoTime();
		assertTimesOut(futures);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(300));
	}

	private void assertTimesOut(Iterable<?> futures) {
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> futures.iterator().next())
			.withCauseInstanceOf(TimeoutException.class);
	}

	@Test
	void shouldYieldWhatIsDoneAfterTimeout() {
		CompletableFuture<String> first = CompletableFuture.completedFuture("a");
		CompletableFuture<String> second = new CompletableFuture<>();
		Iterator<CompletableFuture<String>> futures = Futures.asCompleted(List.of(first, second), Duration.ZERO)
			.iterator();
		assertThat(futures.next()).isSameAs(first);
		second.complete("b");
		assertThat(futures.next()).isSameAs(second);
	}

	@Test
	void shouldRejectNegativeTimeout() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Futures.asCompleted(List.<Future<?>>of(), Duration.ofMillis(-1)));
	}

	@Test
	void shouldStayInterruptedWhenInterrupted() {
		CompletableFuture<String> unfinished = new CompletableFuture<>();
		Iterator<CompletableFuture<String>> futures = Futures
			.asCompleted(List.of(unfinished, CompletableFuture.completedFuture("a")), null)
			.iterator();
		Thread.currentThread().interrupt();
		assertThat(futures.next()).isCompleted();
		assertThatExceptionOfType(CompletionException.class).isThrownBy(futures::next)
			.withCauseInstanceOf(InterruptedException.class);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(futures.hasNext()).isFalse();
		assertThat(unfinished.getNumberOfDependents()).isZero();
	}

	@Test
	void shouldIterateAgain() {
		List<CompletableFuture<String>> given = List.of(CompletableFuture.completedFuture("a"),
				CompletableFuture.completedFuture("b"));
		Iterable<CompletableFuture<String>> futures = Futures.asCompleted(given, null);
		assertThat(futures).containsExactlyElementsOf(given);
		assertThat(futures).containsExactlyElementsOf(given);
	}

	@Test
	void shouldNotSeeLaterChangesOfCollection() {
		List<CompletableFuture<String>> given = new ArrayList<>(List.of(CompletableFuture.completedFuture("a")));
		Iterable<CompletableFuture<String>> futures = Futures.asCompleted(given, null);
		given.add(new CompletableFuture<>());
		assertThat(futures).hasSize(1);
	}

	@Test
	void shouldLeaveNothingBehindWhenTimeoutPasses() {
		CompletableFuture<String> unfinished = new CompletableFuture<>();
		for (int i = 0; i < 100; i++) {
			Iterator<CompletableFuture<String>> futures = Futures
				.asCompleted(List.of(unfinished), Duration.ofNanos(100_000))
				.iterator();
			assertThatExceptionOfType(CompletionException.class).isThrownBy(futures::next);
		}
		assertThat(unfinished.getNumberOfDependents()).isZero();
	}

	@Test
	void shouldWakeUpWhenTaskEnds() throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		Callable<String> blocked = () -> {
			release.await();
			return "a";
		};
		Future<String> task = this.executor.submit(blocked);
		Iterator<Future<String>> futures = Futures.asCompleted(List.of(task), null).iterator();
		Future<Future<String>> next = this.executor.submit(futures::next);
		release.countDown();
		assertThat(next.get().get()).isEqualTo("a");
	}

}
