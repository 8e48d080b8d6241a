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
