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

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Futures#map}.
 */
@Timeout(30)
class FuturesMapTests {

	private static final MapOptions OPTIONS = MapOptions.of();

	private final AtomicBoolean rejecting = new AtomicBoolean();

	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>()) {

		@Override
		public void execute(Runnable command) {
			if (FuturesMapTests.this.rejecting.get()) {
				throw new RejectedExecutionException("Expected");
			}
			super.execute(command);
		}

	};

	private final AtomicInteger pulled = new AtomicInteger();

	private final AtomicInteger started = new AtomicInteger();

	private final AtomicInteger interrupted = new AtomicInteger();

	private final CountDownLatch never = new CountDownLatch(1);

	@AfterEach
	void shutdown() {
		this.executor.shutdownNow();
	}

	@ParameterizedTest
	@CsvSource({ "1, 0", "7, 0", "1000, 0", "1, 1", "1, 3", "4, 4", "3, 10", "10, 3" })
	void shouldKeepOrderOfItems(int chunkSize, int bufferSize) {
		List<Integer> items = IntStream.range(0, 100).boxed().toList();
		Stream<String> results = Futures.map(this.executor, (item) -> "r" + item, items,
				new MapOptions(chunkSize, bufferSize, null));
		assertThat(results).containsExactlyElementsOf(items.stream().map((item) -> "r" + item).toList());
	}

	@Test
	void shouldGiveEmptyResultWhenThereAreNoItems() {
		assertThat(Futures.map(this.executor, Function.identity(), List.of(), OPTIONS)).isEmpty();
		assertThat(Futures.map(this.executor, Function.identity(), List.of(), OPTIONS.bufferSize(2))).isEmpty();
	}

	@Test
	void shouldGiveResultsAsTheyComplete() {
		CompletableFuture<List<Supplier<Integer>>> slow = new CompletableFuture<>();
		MapTarget<Integer, Integer> target = (items) -> items.contains(1) ? slow
				: CompletableFuture.completedFuture(List.of(() -> items.get(0), MapTarget.failure(new IOException())));
		Iterator<Integer> results = Futures.mapUnordered(target, List.of(1, 2, 3, 4), OPTIONS.chunkSize(2)).iterator();
		assertThat(results.next()).isEqualTo(3);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(results::next)
			.withCauseInstanceOf(IOException.class);
		slow.complete(List.of(() -> 1, () -> 2));
		assertThat(results.next()).isEqualTo(1);
		assertThat(results.next()).isEqualTo(2);
		assertThat(results.hasNext()).isFalse();
	}

	@Test
	void shouldEndUnorderedResultsAtTimeoutAndCancelWhatIsPending() {
		CompletableFuture<List<Supplier<Integer>>> never = new CompletableFuture<>();
		MapTarget<Integer, Integer> target = (items) -> never;
		Stream<Integer> results = Futures.mapUnordered(target, List.of(1), OPTIONS.timeout(Duration.ofMillis(10)));
		assertThatExceptionOfType(CompletionException.class).isThrownBy(results::toList)
			.withCauseInstanceOf(TimeoutException.class);
		assertThat(never).isCancelled();
	}

	@Test
	void shouldAcceptNullItemsAndResults() {
		Function<String, String> function = (item) -> (item != null) ? null : "was null";
		assertThat(Futures.map(this.executor, function, Arrays.asList(null, "a", null), OPTIONS))
			.containsExactly("was null", null, "was null");
	}

	@Test
	void shouldSubmitAllItemsBeforeAnyResultIsTaken() {
		try (Stream<Integer> results = map(this::block, OPTIONS, 50)) {
			assertThat(this.pulled).hasValue(50);
			Awaitility.await().until(() -> this.started.get() == 2);
			assertThat(this.executor.getQueue()).hasSize(48);
		}
	}

	@Test
	void shouldRunTasksAtOnce() {
		CyclicBarrier barrier = new CyclicBarrier(2);
		Stream<Integer> results = Futures.map(this.executor, (item) -> await(barrier, item), List.of(1, 2), OPTIONS);
		assertThat(results).containsExactly(1, 2);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "1, 3", "2, 5", "4, 4", "10, 3" })
	void shouldNeverPullMoreThanBufferAhead(int chunkSize, int bufferSize) {
		AtomicInteger taken = new AtomicInteger();
		Iterable<Integer> endless = () -> new Iterator<>() {

			@Override
			public boolean hasNext() {
				return true;
			}

			@Override
			public Integer next() {
				int next = FuturesMapTests.this.pulled.incrementAndGet();
				assertThat(next - taken.get()).isLessThanOrEqualTo(bufferSize);
				return next;
			}

		};
		MapOptions options = OPTIONS.chunkSize(chunkSize).bufferSize(bufferSize);
		try (Stream<Integer> results = Futures.map(this.executor, Function.identity(), endless, options)) {
			assertThat(this.pulled).hasValueGreaterThan(bufferSize - Math.min(chunkSize, bufferSize));
			Iterator<Integer> iterator = results.iterator();
			for (int i = 1; i <= 100; i++) {
				assertThat(iterator.next()).isEqualTo(i);
				taken.incrementAndGet();
			}
		}
	}

	@Test
	void shouldTakeEndlessInputThroughStream() {
		Iterable<Integer> endless = Stream.iterate(1, (number) -> number + 1)::iterator;
		Stream<Integer> results = Futures.map(this.executor, (item) -> item * 2, endless, OPTIONS.bufferSize(4));
		assertThat(results.limit(5)).containsExactly(2, 4, 6, 8, 10);
	}

	@Test
	void shouldGroupItemsInChunks() {
		assertThat(map(Function.identity(), OPTIONS.chunkSize(3), 7)).hasSize(7);
		assertThat(this.executor.getTaskCount()).isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource({ "1, 0", "2, 0", "10, 0", "1, 2", "2, 4" })
	void shouldThrowAtPositionOfItemAndGoOn(int chunkSize, int bufferSize) {
		Iterator<Integer> results = Futures
			.map(this.executor, FuturesMapTests::failOnThree, List.of(1, 2, 3, 4, 5),
					new MapOptions(chunkSize, bufferSize, null))
			.iterator();
		assertThat(results.next()).isEqualTo(1);
		assertThat(results.next()).isEqualTo(2);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(results::next)
			.withMessageContaining("Expected")
			.havingCause()
			.isInstanceOf(IllegalStateException.class)
			.withMessage("Expected");
		assertThat(results.next()).isEqualTo(4);
		assertThat(results.next()).isEqualTo(5);
		assertThat(results.hasNext()).isFalse();
	}

	@Test
	void shouldThrowFromTerminalOperation() {
		Stream<Integer> results = Futures.map(this.executor, FuturesMapTests::failOnThree, List.of(1, 2, 3), OPTIONS);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(results::toList)
			.withCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void shouldDeliverErrorOfFunction() {
		Function<Integer, Integer> function = (item) -> {
			throw new StackOverflowError("Expected");
		};
		Iterator<Integer> results = Futures.map(this.executor, function, List.of(1), OPTIONS).iterator();
		assertThatExceptionOfType(CompletionException.class).isThrownBy(results::next)
			.withCauseInstanceOf(StackOverflowError.class);
	}

	@Test
	void shouldCountTimeoutFromCall() {
		Iterator<Integer> results = map(this::block, OPTIONS.timeout(Duration.ofMillis(300)), 3).iterator();
		awaitElapsed(Duration.ofMillis(300));
		long asked = System.nanoTime();
		assertThatExceptionOfType(CompletionException.class).isThrownBy(results::next)
			.withMessage("No result within PT0.3S")
			.withCauseInstanceOf(TimeoutException.class);
		assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(300));
	}

	@Test
	void shouldCancelWhatIsPendingWhenTimeoutPasses() throws Exception {
		Iterator<Integer> results = map(this::block, OPTIONS.timeout(Duration.ofMillis(20)), 10).iterator();
		assertThatExceptionOfType(CompletionException.class).isThrownBy(results::next)
			.withCauseInstanceOf(TimeoutException.class);
		assertPendingIsCancelled();
		assertThat(results.hasNext()).isFalse();
	}

	@Test
	void shouldDeliverWhatIsDoneAfterTimeout() {
		Stream<Integer> results = map(Function.identity(), OPTIONS.timeout(Duration.ofMillis(300)), 3);
		Awaitility.await().until(() -> this.executor.getCompletedTaskCount() == 3);
		awaitElapsed(Duration.ofMillis(300));
		assertThat(results).hasSize(3);
	}

	@Test
	void shouldSubmitAllWhenTimeoutIsZero() {
		Iterator<Integer> results = map(this::block, OPTIONS.timeout(Duration.ZERO), 3).iterator();
		assertThat(this.pulled).hasValue(3);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(results::next)
			.withCauseInstanceOf(TimeoutException.class);
	}

	@Test
	void shouldEndEndlessInputWhenTimeoutPasses() {
		Iterable<Integer> endless = Stream.iterate(1, (number) -> number + 1)::iterator;
		Stream<Integer> results = Futures.map(this.executor, Function.identity(), endless,
				OPTIONS.bufferSize(4).timeout(Duration.ofMillis(50)));
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> results.forEach((result) -> {
		})).withCauseInstanceOf(TimeoutException.class);
	}

	@Test
	void shouldNotTimeOutWhenAllResultsWereTaken() {
		Iterator<Integer> results = map(Function.identity(), OPTIONS.bufferSize(1).timeout(Duration.ofMillis(300)), 1)
			.iterator();
		assertThat(results.next()).isEqualTo(1);
		awaitElapsed(Duration.ofMillis(300));
		assertThat(results.hasNext()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 10 })
	void shouldThrowExceptionOfInputAtItsPositionAndEnd(int chunkSize) {
		assertFailsAfterTwo(OPTIONS.chunkSize(chunkSize));
		assertFailsAfterTwo(OPTIONS.chunkSize(chunkSize).bufferSize(3));
	}

	private void assertFailsAfterTwo(MapOptions options) {
		Iterable<Integer> input = Stream.of(1, 2, 3, 4).map(FuturesMapTests::failOnThree)::iterator;
		Iterator<Integer> results = Futures.map(this.executor, Function.<Integer>identity(), input, options).iterator();
		assertThat(results.next()).isEqualTo(1);
		assertThat(results.next()).isEqualTo(2);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(results::next)
			.withCauseInstanceOf(IllegalStateException.class);
		assertThat(results.hasNext()).isFalse();
	}

	@Test
	void shouldThrowExceptionOfIterableAtTheCall() {
		Iterable<Integer> input = () -> {
			throw new IllegalStateException("Expected");
		};
		assertThatIllegalStateException()
			.isThrownBy(() -> Futures.map(this.executor, Function.identity(), input, OPTIONS))
			.withMessage("Expected");
	}

	@Test
	void shouldCancelWhatIsPendingWhenClosed() throws Exception {
		Stream<Integer> results = map(this::block, OPTIONS, 10);
		Awaitility.await().until(() -> this.started.get() == 2);
		results.close();
		assertPendingIsCancelled();
		assertThat(this.interrupted).hasValue(2);
	}

	@Test
	void shouldStartNoFurtherItemOfChunkWhenClosed() throws Exception {
		Stream<Integer> results = map(this::block, OPTIONS.chunkSize(10), 10);
		Awaitility.await().until(() -> this.started.get() == 1);
		results.close();
		assertPendingIsCancelled();
		assertThat(this.started).hasValue(1);
	}

	@Test
	void shouldPullNoMoreWhenClosed() {
		Stream<Integer> results = map(Function.identity(), OPTIONS.bufferSize(2), 10);
		Iterator<Integer> iterator = results.iterator();
		assertThat(iterator.next()).isEqualTo(1);
		results.close();
		assertThat(iterator.hasNext()).isFalse();
		assertThat(this.pulled).hasValue(2);
	}

	@Test
	void shouldStayInterruptedAndCancelWhatIsPendingWhenInterrupted() throws Exception {
		Iterator<Integer> results = map(this::block, OPTIONS, 10).iterator();
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(CompletionException.class).isThrownBy(results::next)
			.withCauseInstanceOf(InterruptedException.class);
		assertThat(Thread.interrupted()).isTrue();
		assertPendingIsCancelled();
		assertThat(results.hasNext()).isFalse();
	}

	@Test
	void shouldThrowRejectionAtTheCallAndCancelWhatWasSubmitted() {
		ThreadPoolExecutor small = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(2));
		try {
			assertThatExceptionOfType(RejectedExecutionException.class)
				.isThrownBy(() -> Futures.map(small, this::block, List.of(1, 2, 3, 4), OPTIONS));
			Awaitility.await().until(() -> small.getCompletedTaskCount() == 3);
			assertThat(this.started).hasValueLessThanOrEqualTo(1);
		}
		finally {
			small.shutdownNow();
		}
	}

	@Test
	void shouldThrowRejectionOfBufferedItemAtItsPositionAndGoOn() {
		Iterator<Integer> results = map(Function.identity(), OPTIONS.bufferSize(1), 3).iterator();
		assertThat(results.next()).isEqualTo(1);
		this.rejecting.set(true);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(results::next)
			.withCauseInstanceOf(RejectedExecutionException.class);
		this.rejecting.set(false);
		assertThat(results.next()).isEqualTo(3);
		assertThat(results.hasNext()).isFalse();
	}

	@Test
	void shouldThrowForEachItemOfCancelledTask() {
		this.executor.submit(() -> block(0));
		this.executor.submit(() -> block(0));
		Iterator<Integer> results = map(Function.identity(), OPTIONS.chunkSize(2), 3).iterator();
		this.executor.getQueue().forEach((task) -> ((Future<?>) task).cancel(false));
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(CompletionException.class).isThrownBy(results::next)
				.withCauseInstanceOf(CancellationException.class);
		}
		assertThat(results.hasNext()).isFalse();
	}

	private Stream<Integer> map(Function<Integer, Integer> function, MapOptions options, int count) {
		Iterable<Integer> items = IntStream.rangeClosed(1, count)
			.boxed()
			.peek((item) -> this.pulled.incrementAndGet())::iterator;
		return Futures.map(this.executor, function, items, options);
	}

	private Integer block(Integer item) {
		this.started.incrementAndGet();
		try {
			this.never.await();
			return item;
		}
		catch (InterruptedException ex) {
			this.interrupted.incrementAndGet();
			throw new IllegalStateException("Interrupted");
		}
	}

	private static Integer failOnThree(Integer item) {
		if (item == 3) {
			throw new IllegalStateException("Expected");
		}
		return item;
	}

	private static Integer await(CyclicBarrier barrier, Integer item) {
		try {
			barrier.await(20, TimeUnit.SECONDS);
			return item;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void assertPendingIsCancelled() throws InterruptedException {
		this.executor.shutdown();
		assertThat(this.executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
		assertThat(this.started).hasValueLessThanOrEqualTo(2);
		assertThat(this.interrupted).hasValue(this.started.get());
	}

	private static void awaitElapsed(Duration duration) {
		long start = System.nanoTime();
		Awaitility.await()
			.pollInterval(Duration.ofMillis(10))
			.until(() -> System.nanoTime() - start > duration.toNanos());
	}

}
