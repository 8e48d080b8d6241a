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

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link VirtualThreadExecutor}.
 */
class VirtualThreadExecutorTests extends AbstractExecutorTests {

	@Test
	@EnabledForJreRange(max = JRE.JAVA_20)
	void shouldSayWhichJavaVirtualThreadsNeed() {
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> NamedExecutor.builder("test").threads(ThreadKind.VIRTUAL).build())
			.withMessageContaining("Java 21");
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldRunTasksInVirtualThreadsWithoutWaitingForEachOther() throws Exception {
		NamedExecutor executor = build(ThreadKind.VIRTUAL);
		int count = 200;
		CountDownLatch allRunning = new CountDownLatch(count);
		List<CompletableFuture<Thread>> futures = IntStream.range(0, count).mapToObj((i) -> executor.submit(() -> {
			allRunning.countDown();
			assertThat(allRunning.await(30, TimeUnit.SECONDS)).isTrue();
			return Thread.currentThread();
		})).toList();
		Set<Thread> threads = new HashSet<>();
		for (CompletableFuture<Thread> future : futures) {
			threads.add(future.get(30, TimeUnit.SECONDS));
		}
		assertThat(threads).hasSize(count).allSatisfy((thread) -> assertThat(thread.toString()).startsWith("Virtual"));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldEndThreadsThatHaveNothingToDo() throws Exception {
		NamedExecutor executor = build(ThreadKind.VIRTUAL);
		executor.submit(() -> 1).get(30, TimeUnit.SECONDS);
		await().until(() -> executor.snapshot().poolSize() == 0);
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldAcceptAsManyAsCanRunAndWait() throws Exception {
		for (int i = 0; i < 1000; i++) {
			NamedExecutor executor = build(ThreadKind.VIRTUAL, (builder) -> builder.maxSize(2).queueCapacity(1));
			CountDownLatch end = new CountDownLatch(1);
			List<CompletableFuture<Boolean>> futures = IntStream.range(0, 3)
				.mapToObj((j) -> executor.submit(() -> end.await(30, TimeUnit.SECONDS)))
				.toList();
			assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> executor.submit(() -> true));
			end.countDown();
			for (CompletableFuture<Boolean> future : futures) {
				assertThat(future.get(30, TimeUnit.SECONDS)).isTrue();
			}
			executor.shutdown();
		}
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldAcceptNoMoreThanCanWaitWhilePaused() throws Exception {
		NamedExecutor executor = build(ThreadKind.VIRTUAL, (builder) -> builder.maxSize(5).queueCapacity(1));
		executor.pause();
		CompletableFuture<Integer> waiting = executor.submit(() -> 1);
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> executor.submit(() -> 2));
		executor.resume();
		assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo(1);
		assertThat(executor.submit(() -> 3).get(30, TimeUnit.SECONDS)).isEqualTo(3);
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldNeverRunMoreTasksThanItsBound() throws Exception {
		NamedExecutor executor = build(ThreadKind.VIRTUAL, (builder) -> builder.maxSize(3));
		AtomicInteger running = new AtomicInteger();
		List<CompletableFuture<Integer>> seen = IntStream.range(0, 200).mapToObj((i) -> executor.submit(() -> {
			int now = running.incrementAndGet();
			Thread.yield();
			running.decrementAndGet();
			return now;
		})).toList();
		for (CompletableFuture<Integer> future : seen) {
			assertThat(future.get(30, TimeUnit.SECONDS)).isBetween(1, 3);
		}
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldStartTasksInOrderOfSubmission() throws Exception {
		NamedExecutor executor = build(ThreadKind.VIRTUAL, (builder) -> builder.maxSize(1));
		List<Integer> order = new CopyOnWriteArrayList<>();
		List<CompletableFuture<Boolean>> futures = IntStream.range(0, 200)
			.mapToObj((i) -> executor.submit(() -> order.add(i)))
			.toList();
		for (CompletableFuture<Boolean> future : futures) {
			assertThat(future.get(30, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(order).containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldRefuseWhatWouldBlockOrReorder() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> NamedExecutor.builder("test")
				.threads(ThreadKind.VIRTUAL)
				.rejection(RejectionPolicy.BLOCK)
				.build())
			.withMessageContaining("BLOCK");
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> NamedExecutor.builder("test").threads(ThreadKind.VIRTUAL).queueType(QueueType.LIFO).build())
			.withMessageContaining("LIFO");
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldGoOnAfterThreadCouldNotBeStarted() throws Exception {
		AtomicInteger threads = new AtomicInteger();
		ThreadFactory factory = new VirtualThreadFactory("test-");
		NamedExecutor executor = build(ThreadKind.VIRTUAL, (builder) -> builder.maxSize(2).threadFactory((task) -> {
			if (threads.incrementAndGet() == 2) {
				throw new IllegalStateException("no thread");
			}
			return factory.newThread(task);
		}));
		executor.pause();
		List<CompletableFuture<Integer>> futures = IntStream.range(0, 4)
			.mapToObj((i) -> executor.submit(() -> i))
			.toList();
		executor.resume();
		assertThat(futures.get(3).get(10, TimeUnit.SECONDS)).isEqualTo(3);
		for (CompletableFuture<Integer> future : futures) {
			assertThat(future.get(10, TimeUnit.SECONDS)).isNotNull();
		}
		assertThat(executor.snapshot().tasks().rejected()).isZero();
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldRunWaitingTasksInThreadThatIsThere() throws Exception {
		NamedExecutor executor = build(ThreadKind.VIRTUAL, (builder) -> builder.maxSize(1));
		executor.pause();
		CompletableFuture<Thread> first = executor.submit(Thread::currentThread);
		CompletableFuture<Thread> second = executor.submit(Thread::currentThread);
		executor.resume();
		assertThat(first.get(10, TimeUnit.SECONDS)).isSameAs(second.get(10, TimeUnit.SECONDS));
	}

}
