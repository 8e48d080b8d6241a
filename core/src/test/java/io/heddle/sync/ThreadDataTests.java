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

package io.heddle.sync;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.heddle.executor.NamedExecutor;
import io.heddle.executor.RejectionPolicy;
import io.heddle.executor.ThreadKind;
import io.heddle.race.EachRacers;
import io.heddle.race.Racers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ThreadData}.
 */
class ThreadDataTests extends AbstractSyncTests {

	private final AtomicInteger made = new AtomicInteger();

	private final ThreadData<Integer> data = ThreadData.of(this.made::incrementAndGet);

	private NamedExecutor executor;

	@AfterEach
	void endExecutor() {
		if (this.executor != null) {
			this.executor.shutdownNow();
		}
	}

	@EachRacers
	void shouldBeMadeOncePerThread(Racers racers) throws Exception {
		Worker one = worker(racers, "one");
		Worker two = worker(racers, "two");
		assertThat(get(one.call(this.data::get))).isEqualTo(1);
		assertThat(get(two.call(this.data::get))).isEqualTo(2);
		assertThat(get(one.call(this.data::get))).isEqualTo(1);
		one.does(() -> this.data.set(10));
		assertThat(get(one.call(this.data::get))).isEqualTo(10);
		one.does(this.data::remove);
		assertThat(get(one.call(this.data::get))).isEqualTo(3);
		assertThat(get(two.call(this.data::get))).isEqualTo(2);
	}

	@EachRacers
	void shouldBeGoneWithItsThread(Racers racers) throws Exception {
		ThreadData<Object> data = ThreadData.of(Object::new);
		CompletableFuture<WeakReference<Object>> value = new CompletableFuture<>();
		Thread thread = racers.start("short", () -> value.complete(new WeakReference<>(data.get())));
		thread.join();
		await().until(() -> {
			System.gc();
			return value.get().get() == null;
		});
		assertThat(data.get()).isNotNull();
	}

	@EachRacers
	void shouldNotLeakFromOneTaskIntoTheNext(Racers racers) throws Exception {
		this.executor = NamedExecutor.builder("pool")
			.threads(ThreadKind.valueOf(racers.name()))
			.coreSize(1)
			.maxSize(1)
			.build();
		List<Long> threads = new CopyOnWriteArrayList<>();
		List<CompletableFuture<Void>> tasks = new ArrayList<>();
		NamedEvent submitted = NamedEvent.builder("submitted").build();
		for (int i = 1; i <= 20; i++) {
			int expected = i;
			tasks.add(this.executor.submit(() -> {
				// so that a virtual thread, too, goes on with the next ones
				submitted.await();
				threads.add(Thread.currentThread().getId());
				assertThat(this.data.get()).isEqualTo(expected);
				assertThat(this.data.get()).isEqualTo(expected);
				this.data.set(100);
				assertThat(this.data.get()).isEqualTo(100);
				return null;
			}));
		}
		submitted.set();
		for (CompletableFuture<Void> task : tasks) {
			get(task);
		}
		assertThat(threads).hasSize(20).containsOnly(threads.get(0));
	}

	@EachRacers
	void shouldNotLeakFromTheInitializerIntoATask(Racers racers) throws Exception {
		AtomicInteger initialized = new AtomicInteger();
		this.executor = NamedExecutor.builder("pool")
			.threads(ThreadKind.valueOf(racers.name()))
			.coreSize(1)
			.maxSize(1)
			.initializer(() -> initialized.set(this.data.get()))
			.build();
		assertThat(get(this.executor.submit(this.data::get))).isEqualTo(2);
		assertThat(initialized).hasValue(1);
	}

	@EachRacers
	void shouldNotLeakFromATaskThatFails(Racers racers) throws Exception {
		this.executor = NamedExecutor.builder("pool")
			.threads(ThreadKind.valueOf(racers.name()))
			.coreSize(1)
			.maxSize(1)
			.uncaughtExceptionHandler((thread, executor, task, ex) -> {
			})
			.build();
		for (int i = 0; i < 10; i++) {
			this.executor.execute(() -> {
				this.data.set(100);
				throw new IllegalStateException("expected by this test");
			});
		}
		assertThat(get(this.executor.submit(this.data::get))).isEqualTo(1);
	}

	@Test
	void shouldNotLeakIntoOrOutOfATaskThatItsSubmitterRuns() throws Exception {
		this.executor = NamedExecutor.builder("pool")
			.coreSize(1)
			.queueCapacity(1)
			.rejection(RejectionPolicy.CALLER_RUNS)
			.build();
		NamedEvent done = NamedEvent.builder("done").build();
		try {
			this.data.set(50);
			this.executor.submit(() -> {
				done.await();
				return null;
			});
			await().until(() -> this.executor.snapshot().active() == 1);
			this.executor.submit(() -> 0);
			assertThat(get(this.executor.submit(this.data::get))).isEqualTo(1);
			assertThat(this.data.get()).isEqualTo(50);
		}
		finally {
			this.data.remove();
			done.set();
		}
	}

	@Test
	void shouldHoldNull() {
		ThreadData<String> data = ThreadData.of(() -> {
			this.made.incrementAndGet();
			return null;
		});
		assertThat(data.get()).isNull();
		assertThat(data.get()).isNull();
		assertThat(this.made).hasValue(1);
	}

}
