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

package io.heddle.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;

import io.heddle.race.AbstractRaceTests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Base of the tests of queues: starts threads and ends those that are left.
 */
abstract class AbstractQueueTests extends AbstractRaceTests {

	private final List<Thread> threads = new ArrayList<>();

	@AfterEach
	void endThreads() throws InterruptedException {
		for (Thread thread : this.threads) {
			thread.interrupt();
			thread.join(10_000);
			assertThat(thread.isAlive()).isFalse();
		}
	}

	static Stream<Threads> threads() {
		return (Runtime.version().feature() >= 21) ? Stream.of(Threads.values()) : Stream.of(Threads.PLATFORM);
	}

	static <E> NamedQueue<E> queue(NamedQueueType type, int capacity) {
		return NamedQueue.builder("orders").type(type).capacity(capacity).build();
	}

	static <E> NamedQueue<E> fifo(int capacity) {
		return queue(NamedQueueType.FIFO, capacity);
	}

	<T> Started<T> start(Threads kind, Callable<T> task) {
		FutureTask<T> result = new FutureTask<>(task);
		Thread thread = kind.factory().newThread(result);
		this.threads.add(thread);
		thread.start();
		return new Started<>(thread, result);
	}

	static void awaitConsumers(NamedQueue<?> queue, int count) {
		await(() -> queue.snapshot().blockedConsumers() == count);
	}

	static void awaitProducers(NamedQueue<?> queue, int count) {
		await(() -> queue.snapshot().blockedProducers() == count);
	}

	private static void await(Callable<Boolean> condition) {
		Awaitility.await()
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(1))
			.atMost(Duration.ofSeconds(20))
			.until(condition);
	}

	static void assertShutDown(List<? extends Started<?>> waiting) {
		for (Started<?> started : waiting) {
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(started::get)
				.withCauseInstanceOf(ShutDownException.class);
		}
	}

	record Started<T>(Thread thread, FutureTask<T> result) {

		T get() throws Exception {
			return this.result.get(20, TimeUnit.SECONDS);
		}

	}

	enum Threads {

		PLATFORM(() -> Thread::new),

		VIRTUAL(Threads::virtual);

		private final Supplier<ThreadFactory> factory;

		Threads(Supplier<ThreadFactory> factory) {
			this.factory = factory;
		}

		ThreadFactory factory() {
			return this.factory.get();
		}

		private static ThreadFactory virtual() {
			try {
				Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
				return (ThreadFactory) Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
