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
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Base of the tests of executors: ends what they leave.
 */
abstract class AbstractExecutorTests {

	private final List<NamedExecutor> executors = new ArrayList<>();

	private final List<CountDownLatch> latches = new ArrayList<>();

	@AfterEach
	void endExecutors() throws InterruptedException {
		this.latches.forEach(CountDownLatch::countDown);
		for (NamedExecutor executor : this.executors) {
			executor.shutdownNow();
			assertThat(executor.awaitTermination(Duration.ofSeconds(10))).isTrue();
		}
	}

	static Stream<ThreadKind> threadKinds() {
		return (Runtime.version().feature() >= 21) ? Stream.of(ThreadKind.values()) : Stream.of(ThreadKind.PLATFORM);
	}

	NamedExecutor build(ThreadKind threads) {
		return build(threads, UnaryOperator.identity());
	}

	NamedExecutor build(ThreadKind threads, UnaryOperator<NamedExecutorBuilder> customizer) {
		NamedExecutor executor = customizer.apply(NamedExecutor.builder("test").threads(threads)).build();
		this.executors.add(executor);
		return executor;
	}

	CountDownLatch latch() {
		CountDownLatch latch = new CountDownLatch(1);
		this.latches.add(latch);
		return latch;
	}

	/**
	 * Keep a thread busy until the latch is released.
	 * @param executor the executor
	 * @return the latch
	 */
	CountDownLatch occupy(NamedExecutor executor) {
		CountDownLatch latch = latch();
		CountDownLatch started = new CountDownLatch(1);
		executor.execute(() -> {
			started.countDown();
			awaitUninterrupted(latch);
		});
		awaitUninterrupted(started);
		await().until(() -> !executor.running().isEmpty());
		return latch;
	}

	static void awaitUninterrupted(CountDownLatch latch) {
		boolean interrupted = false;
		while (true) {
			try {
				latch.await();
				break;
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	static long sum(TaskCounts tasks) {
		return tasks.completed() + tasks.failed() + tasks.cancelled() + tasks.rejected() + tasks.timedOut();
	}

}
