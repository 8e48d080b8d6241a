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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/**
 * Tests for {@link Futures#wait}.
 */
@Timeout(30)
class FuturesWaitTests {

	private final ExecutorService executor = Executors.newSingleThreadExecutor();

	private volatile Thread waiter;

	@AfterEach
	void shutdown() {
		this.executor.shutdownNow();
	}

	@ParameterizedTest
	@EnumSource
	void shouldReturnAtOnceWhenThereAreNoFutures(ReturnWhen returnWhen) throws Exception {
		Waited<Future<?>> waited = Futures.wait(List.<Future<?>>of(), null, returnWhen);
		assertThat(waited.done()).isEmpty();
		assertThat(waited.notDone()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void shouldReturnAtOnceWhenAllAreDone(ReturnWhen returnWhen) throws Exception {
		CompletableFuture<String> completed = CompletableFuture.completedFuture("a");
		FutureTask<String> task = ran(new FutureTask<>(() -> "b"));
		Waited<Future<String>> waited = Futures.wait(List.of(completed, task), null, returnWhen);
		assertThat(waited.done()).containsExactly(completed, task);
		assertThat(waited.notDone()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void shouldNotWaitWhenTimeoutIsZero(ReturnWhen returnWhen) throws Exception {
		CompletableFuture<String> unfinished = new CompletableFuture<>();
		FutureTask<String> task = new FutureTask<>(() -> "a");
		Waited<Future<String>> waited = Futures.wait(List.of(unfinished, task), Duration.ZERO, returnWhen);
		assertThat(waited.done()).isEmpty();
		assertThat(waited.notDone()).containsExactly(unfinished, task);
	}

	@ParameterizedTest
	@EnumSource
	void shouldReturnWhatIsDoneWhenTimeoutPasses(ReturnWhen returnWhen) throws Exception {
		CompletableFuture<String> unfinished = new CompletableFuture<>();
		FutureTask<String> task = new FutureTask<>(() -> "a");
		long start = System.nanoTime();
		Waited<Future<String>> waited = Futures.wait(List.of(unfinished, task), Duration.ofMillis(50), returnWhen);
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(Duration.ofMillis(50).toNanos());
		assertThat(waited.done()).isEmpty();
		assertThat(waited.notDone()).containsExactly(unfinished, task);
	}

	@ParameterizedTest
	@EnumSource
	void shouldRejectNegativeTimeout(ReturnWhen returnWhen) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Futures.wait(List.<Future<?>>of(), Duration.ofMillis(-1), returnWhen))
			.withMessage("'timeout' must not be negative but is PT-0.001S");
	}

	@Test
	void shouldRejectNullFuture() {
		List<Future<?>> futures = new ArrayList<>();
		futures.add(null);
		assertThatNullPointerException().isThrownBy(() -> Futures.wait(futures, null, ReturnWhen.ALL_COMPLETED))
			.withMessage("'futures' must not contain null");
	}

	@Test
	void shouldAcceptTimeoutBeyondTheRangeOfNanoseconds() throws Exception {
		FutureTask<String> task = new FutureTask<>(() -> "a");
		Future<Waited<FutureTask<String>>> waiting = waitInBackground(List.of(task), Duration.ofSeconds(Long.MAX_VALUE),
				ReturnWhen.FIRST_COMPLETED);
		task.run();
		assertThat(waiting.get().done()).containsExactly(task);
	}

	@Test
	void shouldCollapseDuplicates() throws Exception {
		CompletableFuture<String> done = CompletableFuture.completedFuture("a");
		CompletableFuture<String> unfinished = new CompletableFuture<>();
		Waited<CompletableFuture<String>> waited = Futures.wait(List.of(unfinished, done, done, unfinished), null,
				ReturnWhen.FIRST_COMPLETED);
		assertThat(waited.done()).containsExactly(done);
		assertThat(waited.notDone()).containsExactly(unfinished);
	}

	@Test
	void shouldReturnSetsThatCannotBeChanged() throws Exception {
		Waited<CompletableFuture<String>> waited = Futures.wait(List.of(CompletableFuture.completedFuture("a")), null,
				ReturnWhen.ALL_COMPLETED);
		assertThat(waited.done()).isUnmodifiable();
		assertThat(waited.notDone()).isUnmodifiable();
	}

	@Test
	void shouldReturnWhenFirstCompletableFutureCompletes() throws Exception {
		CompletableFuture<String> first = new CompletableFuture<>();
		CompletableFuture<String> second = new CompletableFuture<>();
		Future<Waited<CompletableFuture<String>>> waiting = waitInBackground(List.of(first, second), null,
				ReturnWhen.FIRST_COMPLETED);
		second.complete("b");
		assertThat(waiting.get().done()).containsExactly(second);
		assertThat(waiting.get().notDone()).containsExactly(first);
	}

	@Test
	void shouldReturnWhenFirstOfOtherFuturesCompletes() throws Exception {
		FutureTask<String> first = new FutureTask<>(() -> "a");
		FutureTask<String> second = new FutureTask<>(() -> "b");
		Future<Waited<FutureTask<String>>> waiting = waitInBackground(List.of(first, second), null,
				ReturnWhen.FIRST_COMPLETED);
		second.run();
		assertThat(waiting.get().done()).containsExactly(second);
	}

	@Test
	void shouldReturnWhenFirstOfMixedFuturesCompletes() throws Exception {
		CompletableFuture<String> completable = new CompletableFuture<>();
		FutureTask<String> task = new FutureTask<>(() -> "a");
		Future<Waited<Future<String>>> waiting = waitInBackground(List.of(completable, task), null,
				ReturnWhen.FIRST_COMPLETED);
		task.run();
		assertThat(waiting.get().done()).containsExactly(task);
		assertThat(waiting.get().notDone()).containsExactly(completable);
	}

	@Test
	void shouldTakeFailureForCompletion() throws Exception {
		CompletableFuture<String> unfinished = new CompletableFuture<>();
		FutureTask<String> failed = ran(failing());
		Waited<Future<String>> waited = Futures.wait(List.of(unfinished, failed), null, ReturnWhen.FIRST_COMPLETED);
		assertThat(waited.done()).containsExactly(failed);
	}

	@Test
	void shouldWaitForAll() throws Exception {
		CompletableFuture<String> completable = new CompletableFuture<>();
		CompletableFuture<String> failing = new CompletableFuture<>();
		FutureTask<String> task = new FutureTask<>(() -> "a");
		FutureTask<String> cancelled = new FutureTask<>(() -> "b");
		Future<Waited<Future<String>>> waiting = waitInBackground(List.of(completable, failing, task, cancelled), null,
				ReturnWhen.ALL_COMPLETED);
		failing.completeExceptionally(new IllegalStateException("Expected"));
		cancelled.cancel(false);
		completable.complete("c");
		assertThat(waiting).isNotDone();
		task.run();
		assertThat(waiting.get().done()).containsExactly(completable, failing, task, cancelled);
	}

	@Test
	void shouldGoOnAfterSuccessWhenWaitingForFirstException() throws Exception {
		CompletableFuture<String> first = new CompletableFuture<>();
		CompletableFuture<String> second = new CompletableFuture<>();
		CompletableFuture<String> third = new CompletableFuture<>();
		Future<Waited<CompletableFuture<String>>> waiting = waitInBackground(List.of(first, second, third), null,
				ReturnWhen.FIRST_EXCEPTION);
		first.complete("a");
		awaitWaiter();
		assertThat(waiting).isNotDone();
		third.completeExceptionally(new IllegalStateException("Expected"));
		assertThat(waiting.get().done()).containsExactly(first, third);
		assertThat(waiting.get().notDone()).containsExactly(second);
	}

	@Test
	void shouldReturnWhenOtherFutureFails() throws Exception {
		FutureTask<String> succeeding = new FutureTask<>(() -> "a");
		FutureTask<String> failing = failing();
		FutureTask<String> unfinished = new FutureTask<>(() -> "c");
		Future<Waited<FutureTask<String>>> waiting = waitInBackground(List.of(succeeding, failing, unfinished), null,
				ReturnWhen.FIRST_EXCEPTION);
		succeeding.run();
		failing.run();
		assertThat(waiting.get().done()).containsExactly(succeeding, failing);
		assertThat(waiting.get().notDone()).containsExactly(unfinished);
	}

	@Test
	void shouldTakeCancellationForException() throws Exception {
		CompletableFuture<String> unfinished = new CompletableFuture<>();
		assertEndsFirstException(unfinished, new CompletableFuture<>(), (future) -> future.cancel(false));
		assertEndsFirstException(unfinished, new FutureTask<>(() -> "a"), (future) -> future.cancel(true));
	}

	private void assertEndsFirstException(Future<String> unfinished, Future<String> future,
			Consumer<Future<String>> action) throws Exception {
		Future<Waited<Future<String>>> waiting = waitInBackground(List.of(unfinished, future), null,
				ReturnWhen.FIRST_EXCEPTION);
		action.accept(future);
		assertThat(waiting.get().done()).containsExactly(future);
	}

	@Test
	void shouldReturnWhenAllAreDoneWithoutException() throws Exception {
		CompletableFuture<String> completable = new CompletableFuture<>();
		FutureTask<String> task = new FutureTask<>(() -> "a");
		Future<Waited<Future<String>>> waiting = waitInBackground(List.of(completable, task), null,
				ReturnWhen.FIRST_EXCEPTION);
		completable.complete("b");
		task.run();
		assertThat(waiting.get().done()).containsExactly(completable, task);
	}

	@ParameterizedTest
	@EnumSource
	void shouldBeInterruptible(ReturnWhen returnWhen) throws Exception {
		Future<?> waiting = waitInBackground(List.of(new CompletableFuture<>(), new FutureTask<>(() -> "a")), null,
				returnWhen);
		this.waiter.interrupt();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(waiting::get)
			.withCauseInstanceOf(InterruptedException.class);
	}

	@ParameterizedTest
	@EnumSource
	void shouldLeaveNothingBehindOnFutureThatLivesOn(ReturnWhen returnWhen) throws Exception {
		CompletableFuture<String> unfinished = new CompletableFuture<>();
		for (int i = 0; i < 100; i++) {
			Futures.wait(List.of(unfinished), Duration.ofNanos(1000), returnWhen);
		}
		assertThat(unfinished.getNumberOfDependents()).isZero();
	}

	@Test
	void shouldLeaveNothingBehindWhenAnotherFutureCompletes() throws Exception {
		CompletableFuture<String> unfinished = new CompletableFuture<>();
		for (int i = 0; i < 20; i++) {
			CompletableFuture<String> completing = new CompletableFuture<>();
			Future<?> waiting = waitInBackground(List.of(unfinished, completing), null, ReturnWhen.FIRST_COMPLETED);
			completing.complete("a");
			waiting.get();
		}
		assertThat(unfinished.getNumberOfDependents()).isZero();
	}

	@Test
	void shouldKeepDependentsOfOthers() throws Exception {
		CompletableFuture<String> unfinished = new CompletableFuture<>();
		CompletableFuture<String> dependent = unfinished.thenApply((result) -> result + "!");
		Futures.wait(List.of(unfinished), Duration.ofMillis(1), ReturnWhen.FIRST_COMPLETED);
		unfinished.complete("a");
		assertThat(dependent).isCompletedWithValue("a!");
	}

	@Test
	void shouldWaitForTasksOfExecutor() throws Exception {
		List<Future<Integer>> futures = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			int number = i;
			futures.add(this.executor.submit(() -> number));
		}
		Waited<Future<Integer>> waited = Futures.wait(futures, null, ReturnWhen.FIRST_EXCEPTION);
		assertThat(waited.done()).containsExactlyElementsOf(futures);
	}

	private <F extends Future<?>> Future<Waited<F>> waitInBackground(List<? extends F> futures, Duration timeout,
			ReturnWhen returnWhen) {
		this.waiter = null;
		Future<Waited<F>> waiting = this.executor.submit(() -> {
			this.waiter = Thread.currentThread();
			return Futures.wait(futures, timeout, returnWhen);
		});
		Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> this.waiter != null);
		awaitWaiter();
		return waiting;
	}

	private void awaitWaiter() {
		Awaitility.await()
			.pollInterval(Duration.ofMillis(1))
			.until(() -> this.waiter.getState(),
					(state) -> state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING);
	}

	private static FutureTask<String> failing() {
		Callable<String> callable = () -> {
			throw new IllegalStateException("Expected");
		};
		return new FutureTask<>(callable);
	}

	private static FutureTask<String> ran(FutureTask<String> task) {
		task.run();
		return task;
	}

}
