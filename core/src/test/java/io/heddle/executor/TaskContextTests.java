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

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

import io.heddle.context.ContextCarrier;
import io.heddle.context.ContextSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for when executors let go of the context of a task.
 */
class TaskContextTests extends AbstractExecutorTests {

	private final RecordingCarrier carrier = new RecordingCarrier();

	@ParameterizedTest
	@EachThreadKind
	void shouldClearContextBeforeThreadWaits(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads, (builder) -> builder.contextCarrier(this.carrier));
		for (int i = 0; i < 10; i++) {
			executor.submit(() -> assertThat(this.carrier.inPlace).contains(Thread.currentThread())).get();
			await().until(this.carrier.inPlace::isEmpty);
		}
	}

	@Test
	void shouldClearContextOfThreadThatWaitsForTheResume() {
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1).contextCarrier(this.carrier));
		CountDownLatch latch = occupy(executor);
		executor.pause();
		executor.execute(() -> {
		});
		assertThat(this.carrier.inPlace).hasSize(1);
		latch.countDown();
		await().until(this.carrier.inPlace::isEmpty);
		assertThat(executor.queued()).hasSize(1);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldClearContextOfSubmitterThatRunsTheTask(ThreadKind threads) {
		NamedExecutor executor = build(threads,
				(builder) -> builder.coreSize(1)
					.maxSize(1)
					.queueCapacity(1)
					.rejection(RejectionPolicy.CALLER_RUNS)
					.contextCarrier(this.carrier));
		occupy(executor);
		executor.execute(() -> {
		});
		executor.execute(() -> assertThat(this.carrier.inPlace).contains(Thread.currentThread()));
		assertThat(this.carrier.inPlace).hasSize(1).doesNotContain(Thread.currentThread());
	}

	private static final class RecordingCarrier implements ContextCarrier {

		private final Set<Thread> inPlace = ConcurrentHashMap.newKeySet();

		@Override
		public Object capture() {
			return "context";
		}

		@Override
		public void run(@Nullable Object captured, Runnable task) {
			throw new UnsupportedOperationException();
		}

		@Override
		public ContextSession openSession() {
			return new ContextSession() {

				@Override
				public void run(@Nullable Object captured, Runnable task) {
					RecordingCarrier.this.inPlace.add(Thread.currentThread());
					task.run();
				}

				@Override
				public void clear() {
					RecordingCarrier.this.inPlace.remove(Thread.currentThread());
				}

			};
		}

	}

}
