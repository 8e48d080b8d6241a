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

package io.heddle.executor;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link TaskQueue} where more tasks wait than its {@link Inbox} holds, and
 * where many threads meet.
 */
class TaskQueueTests extends AbstractExecutorTests {

	private static final int MANY = 3 * Inbox.LENGTH + 7;

	@ParameterizedTest
	@EnumSource(names = { "FIFO", "LIFO" })
	void shouldKeepOrderOfManyTasks(QueueType type) {
		NamedExecutor executor = single((builder) -> builder.queueType(type));
		CountDownLatch latch = occupy(executor);
		List<Integer> order = Collections.synchronizedList(new ArrayList<>());
		List<Integer> expected = new ArrayList<>();
		for (int i = 0; i < MANY; i++) {
			int index = i;
			expected.add(index);
			executor.execute(() -> order.add(index));
		}
		assertThat(executor.snapshot().queue().size()).isEqualTo(MANY);
		if (type == QueueType.LIFO) {
			Collections.reverse(expected);
		}
		latch.countDown();
		await().until(() -> order.size() == MANY);
		assertThat(order).isEqualTo(expected);
	}

	@Test
	void shouldKeepOrderWhenListedAndCancelledMeanwhile() {
		NamedExecutor executor = single((builder) -> builder);
		CountDownLatch latch = occupy(executor);
		List<Integer> order = Collections.synchronizedList(new ArrayList<>());
		List<CompletableFuture<Boolean>> futures = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			int index = i;
			futures.add(executor.submit(() -> order.add(index)));
			if (i % 10 == 3) {
				assertThat(futures.get(i).cancel(true)).isTrue();
			}
			if (i % 100 == 50) {
				assertThat(executor.queued()).hasSize(i + 1 - (i + 6) / 10);
			}
		}
		latch.countDown();
		List<Integer> expected = IntStream.range(0, 1000).filter((i) -> i % 10 != 3).boxed().toList();
		await().until(() -> order.size() == expected.size());
		assertThat(order).isEqualTo(expected);
	}

	@Test
	void shouldForgetCancelledTasksAtOnce() {
		NamedExecutor executor = single((builder) -> builder.queueCapacity(MANY));
		occupy(executor);
		for (int round = 0; round < 3; round++) {
			List<CompletableFuture<?>> futures = new ArrayList<>();
			for (int i = 0; i < MANY; i++) {
				futures.add(executor.submit(() -> {
				}));
			}
			assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> executor.submit(() -> 1));
			futures.forEach((future) -> future.cancel(true));
			assertThat(executor.snapshot().queue().size()).isZero();
		}
	}

	@ParameterizedTest
	@MethodSource("threadKinds")
	void shouldAcceptExactlyItsCapacityFromManySubmitters(ThreadKind threads) throws Exception {
		int capacity = Inbox.LENGTH + 500;
		NamedExecutor executor = build(threads, (builder) -> {
			NamedExecutorBuilder sized = (threads == ThreadKind.VIRTUAL) ? builder : builder.coreSize(1);
			return sized.maxSize(1).queueCapacity(capacity);
		});
		CountDownLatch latch = occupy(executor);
		AtomicInteger accepted = new AtomicInteger();
		AtomicInteger ran = new AtomicInteger();
		inParallel(8, () -> {
			for (int i = 0; i < capacity; i++) {
				try {
					executor.execute(ran::incrementAndGet);
					accepted.incrementAndGet();
				}
				catch (RejectedExecutionException ex) {
					// full
				}
			}
			return null;
		});
		assertThat(accepted).hasValue(capacity);
		latch.countDown();
		await().until(() -> ran.get() == capacity);
	}

	@Test
	void shouldHoldNewCapacityAtOnce() {
		NamedExecutor executor = single((builder) -> builder.queueCapacity(1000));
		occupy(executor);
		for (int i = 0; i < 20; i++) {
			executor.execute(() -> {
			});
		}
		executor.resize(ExecutorResize.of().queueCapacity(21));
		executor.execute(() -> {
		});
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> executor.submit(() -> 1))
			.withMessageContaining("all 21 places");
		executor.resize(ExecutorResize.of().queueCapacity(22));
		executor.execute(() -> {
		});
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> executor.submit(() -> 1));
	}

	@ParameterizedTest
	@MethodSource("threadKinds")
	void shouldWakeIdleThreadForEachTask(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads, (builder) -> (threads == ThreadKind.VIRTUAL) ? builder.maxSize(3)
				: builder.coreSize(1).maxSize(3).keepAlive(Duration.ofNanos(50_000)));
		inParallel(3, () -> {
			for (int i = 0; i < 5_000; i++) {
				int value = i;
				assertThat(executor.submit(() -> value).get(30, TimeUnit.SECONDS)).isEqualTo(value);
			}
			return null;
		});
	}

	@Test
	void shouldWakeAllThreadsAfterTheirSleepWasInterrupted() throws Exception {
		NamedExecutor executor = build(ThreadKind.PLATFORM, (builder) -> builder.coreSize(4).maxSize(4));
		ExecutorService resizer = Executors.newSingleThreadExecutor();
		try {
			for (int round = 0; round < 200; round++) {
				// interrupts idle threads
				Future<?> resized = resizer.submit(() -> executor.resize(4, 4));
				for (int i = 0; i < 20; i++) {
					executor.execute(() -> {
					});
				}
				resized.get();
				CountDownLatch allRunning = new CountDownLatch(4);
				List<CompletableFuture<Boolean>> futures = IntStream.range(0, 4).mapToObj((i) -> executor.submit(() -> {
					allRunning.countDown();
					return allRunning.await(10, TimeUnit.SECONDS);
				})).toList();
				for (CompletableFuture<Boolean> future : futures) {
					assertThat(future.get(30, TimeUnit.SECONDS)).isTrue();
				}
			}
		}
		finally {
			resizer.shutdownNow();
		}
	}

	@Test
	void shouldKeepOrderWhenTasksAreSubmittedWhileResuming() throws Exception {
		ExecutorService resumer = Executors.newSingleThreadExecutor();
		try {
			for (int round = 0; round < 300; round++) {
				NamedExecutor executor = single((builder) -> builder);
				List<Integer> order = Collections.synchronizedList(new ArrayList<>());
				executor.pause();
				submit(executor, order, 0, 3);
				Future<?> resumed = resumer.submit(executor::resume);
				while (executor.isPaused()) {
					Thread.onSpinWait();
				}
				submit(executor, order, 3, 5);
				resumed.get();
				await().pollInterval(Duration.ofMillis(1)).until(() -> order.size() == 5);
				assertThat(order).containsExactly(0, 1, 2, 3, 4);
				executor.shutdown();
			}
		}
		finally {
			resumer.shutdownNow();
		}
	}

	private static void submit(NamedExecutor executor, List<Integer> order, int from, int to) {
		for (int i = from; i < to; i++) {
			int index = i;
			executor.execute(() -> order.add(index));
		}
	}

	@ParameterizedTest
	@MethodSource("threadKinds")
	void shouldNeverRefuseTaskForWhichOldestIsDiscarded(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads, (builder) -> {
			NamedExecutorBuilder sized = (threads == ThreadKind.VIRTUAL) ? builder : builder.coreSize(1);
			return sized.maxSize(1).queueCapacity(1).rejection(RejectionPolicy.DISCARD_OLDEST);
		});
		inParallel(3, () -> {
			for (int i = 0; i < 20_000; i++) {
				executor.execute(() -> {
				});
			}
			return null;
		});
		await().until(() -> sum(executor.snapshot().tasks()) == 60_000);
	}

	@ParameterizedTest
	@MethodSource("threadKinds")
	void shouldRunNothingOnceTerminated(ThreadKind threads) throws Exception {
		for (int round = 0; round < 300; round++) {
			NamedExecutor executor = build(threads);
			AtomicInteger afterwards = new AtomicInteger();
			ExecutorService submitter = Executors.newSingleThreadExecutor();
			try {
				Future<?> submitted = submitter.submit(() -> submitUntilRejected(executor,
						() -> executor.isTerminated() ? afterwards.incrementAndGet() : 0));
				await().pollInterval(Duration.ofMillis(1)).until(() -> executor.snapshot().tasks().completed() > 0);
				executor.shutdown();
				assertThat(executor.awaitTermination(Duration.ofSeconds(30))).isTrue();
				submitted.get();
				assertThat(afterwards).hasValue(0);
			}
			finally {
				submitter.shutdownNow();
			}
		}
	}

	private static void submitUntilRejected(NamedExecutor executor, Callable<Integer> task) {
		try {
			while (true) {
				executor.submit(task);
			}
		}
		catch (RejectedExecutionException ex) {
			// shut down
		}
	}

	@ParameterizedTest
	@MethodSource("threadKinds")
	void shouldCallBackOnlyWhenNothingIsLeftToStart(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads);
		for (int round = 0; round < 1000; round++) {
			AtomicInteger ran = new AtomicInteger();
			CompletableFuture<Integer> seen = new CompletableFuture<>();
			executor.execute(ran::incrementAndGet);
			executor.onceIdle(() -> seen.complete(ran.get()));
			assertThat(seen.get(30, TimeUnit.SECONDS)).isOne();
		}
	}

	@Test
	void shouldLetGoOfWhatNeverRan() {
		NamedExecutor executor = single((builder) -> builder.queueCapacity(2).rejection(RejectionPolicy.DISCARD));
		occupy(executor);
		List<CompletableFuture<?>> kept = new ArrayList<>();
		WeakReference<Object> cancelled = submitPayload(executor, kept);
		kept.get(0).cancel(true);
		submitPayload(executor, kept);
		submitPayload(executor, kept);
		WeakReference<Object> discarded = submitPayload(executor, kept);
		await().untilAsserted(() -> {
			System.gc();
			assertThat(cancelled.get()).isNull();
			assertThat(discarded.get()).isNull();
		});
		assertThat(kept).hasSize(4);
	}

	private static WeakReference<Object> submitPayload(NamedExecutor executor, List<CompletableFuture<?>> kept) {
		Object payload = new Object();
		kept.add(executor.submit(payload::hashCode));
		return new WeakReference<>(payload);
	}

	private NamedExecutor single(UnaryOperator<NamedExecutorBuilder> customizer) {
		return build(ThreadKind.PLATFORM, (builder) -> customizer.apply(builder.coreSize(1).maxSize(1)));
	}

	private static void inParallel(int threads, Callable<Void> work) throws Exception {
		ExecutorService submitters = Executors.newFixedThreadPool(threads);
		try {
			for (Future<Void> future : submitters.invokeAll(Collections.nCopies(threads, work))) {
				future.get();
			}
		}
		finally {
			submitters.shutdownNow();
		}
	}

}
