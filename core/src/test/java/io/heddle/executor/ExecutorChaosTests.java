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
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A million tasks from eight submitters with resizes, pauses, cancels and a shutdown in
 * between: each future ends exactly once and the counters add up.
 */
class ExecutorChaosTests extends AbstractExecutorTests {

	private static final int SUBMITTERS = 8;

	private static final int TASKS = Integer.getInteger("heddle.chaos.tasks", 1_000_000);

	@ParameterizedTest
	@EnumSource(Scenario.class)
	void shouldEndEachFutureOnceAndCountIt(Scenario scenario) throws Exception {
		if (scenario == Scenario.VIRTUAL && Runtime.version().feature() < 21) {
			return;
		}
		NamedExecutor executor = build(scenario.threads, scenario::configure);
		Tally tally = new Tally();
		AtomicBoolean done = new AtomicBoolean();
		Thread steering = new Thread(() -> steer(executor, done));
		steering.start();
		List<Thread> submitters = new ArrayList<>();
		for (int i = 0; i < SUBMITTERS; i++) {
			int seed = i;
			Thread submitter = new Thread(() -> submit(executor, tally, new SplittableRandom(seed)));
			submitters.add(submitter);
			submitter.start();
		}
		for (Thread submitter : submitters) {
			submitter.join();
		}
		done.set(true);
		steering.join();
		executor.shutdown();
		assertThat(executor.awaitTermination(Duration.ofSeconds(60))).isTrue();
		await().until(() -> tally.ended.get() == tally.accepted.get());
		TaskCounts tasks = executor.snapshot().tasks();
		assertThat(tasks.submitted()).isEqualTo(TASKS / SUBMITTERS * SUBMITTERS);
		assertThat(sum(tasks)).isEqualTo(tasks.submitted());
		assertThat(tasks.completed()).isEqualTo(tally.succeeded.get());
		assertThat(tasks.cancelled()).isEqualTo(tally.cancelled.get());
		assertThat(tasks.rejected()).isEqualTo(tally.refused.get() + tally.dropped.get());
		assertThat(tasks.failed()).isZero();
		for (int i = 0; i < TASKS; i++) {
			assertThat(tally.runs.get(i)).isLessThanOrEqualTo(1);
		}
		assertThat(executor.snapshot().queue().size()).isZero();
		assertThat(executor.running()).isEmpty();
	}

	private void submit(NamedExecutor executor, Tally tally, SplittableRandom random) {
		List<Future<?>> recent = new ArrayList<>();
		for (int i = 0; i < TASKS / SUBMITTERS; i++) {
			int index = tally.next();
			try {
				CompletableFuture<?> future = executor.submit(() -> tally.runs.incrementAndGet(index));
				tally.accepted.incrementAndGet();
				future.whenComplete(tally::ended);
				recent.add(future);
			}
			catch (RejectedExecutionException ex) {
				tally.refused.incrementAndGet();
			}
			if (recent.size() > 20) {
				if (random.nextInt(4) == 0) {
					recent.get(random.nextInt(recent.size())).cancel(random.nextBoolean());
				}
				recent.clear();
			}
		}
	}

	private void steer(NamedExecutor executor, AtomicBoolean done) {
		SplittableRandom random = new SplittableRandom(42);
		while (!done.get()) {
			int core = 1 + random.nextInt(4);
			executor.resize(ExecutorResize.of()
				.coreSize(core)
				.maxSize(core + random.nextInt(4))
				.queueCapacity(1 + random.nextInt(2000))
				.keepAlive(Duration.ofMillis(random.nextInt(20))));
			if (random.nextInt(4) == 0) {
				executor.pause();
				executor.snapshot();
				executor.queued();
				executor.resume();
			}
			executor.running().forEach((task) -> {
				if (random.nextInt(8) == 0) {
					executor.cancel(task.id());
				}
			});
			Thread.yield();
		}
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldEndEachFutureWhenShutDownNowUnderLoad(ThreadKind threads) throws Exception {
		for (int round = 0; round < 200; round++) {
			NamedExecutor executor = build(threads, (builder) -> builder.coreSize(2).queueCapacity(50));
			List<Future<?>> futures = new ArrayList<>();
			Thread stopper = new Thread(executor::shutdownNow);
			for (int i = 0; i < 200; i++) {
				if (i == round) {
					stopper.start();
				}
				try {
					futures.add(executor.submit(() -> 1));
				}
				catch (RejectedExecutionException ex) {
					// full or stopped
				}
			}
			stopper.join();
			assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
			for (Future<?> future : futures) {
				assertThat(future.isDone()).isTrue();
			}
			TaskCounts tasks = executor.snapshot().tasks();
			assertThat(sum(tasks)).isEqualTo(tasks.submitted()).isEqualTo(200);
		}
	}

	enum Scenario {

		ABORT(ThreadKind.PLATFORM, RejectionPolicy.ABORT, Scaling.QUEUE_FIRST, QueueType.FIFO),

		BLOCK_LIFO(ThreadKind.PLATFORM, RejectionPolicy.BLOCK, Scaling.THREADS_FIRST, QueueType.LIFO),

		DISCARD_OLDEST_PRIORITY(ThreadKind.PLATFORM, RejectionPolicy.DISCARD_OLDEST, Scaling.QUEUE_FIRST,
				QueueType.PRIORITY),

		CALLER_RUNS(ThreadKind.PLATFORM, RejectionPolicy.CALLER_RUNS, Scaling.THREADS_FIRST, QueueType.FIFO),

		VIRTUAL(ThreadKind.VIRTUAL, RejectionPolicy.DISCARD, Scaling.QUEUE_FIRST, QueueType.FIFO);

		private final ThreadKind threads;

		private final RejectionPolicy rejection;

		private final Scaling scaling;

		private final QueueType queueType;

		Scenario(ThreadKind threads, RejectionPolicy rejection, Scaling scaling, QueueType queueType) {
			this.threads = threads;
			this.rejection = rejection;
			this.scaling = scaling;
			this.queueType = queueType;
		}

		NamedExecutorBuilder configure(NamedExecutorBuilder builder) {
			return builder.coreSize(2)
				.maxSize(4)
				.queueCapacity(1000)
				.queueType(this.queueType)
				.scaling(this.scaling)
				.rejection(this.rejection)
				.limits(new TaskLimits(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1)));
		}

	}

	static final class Tally {

		private final AtomicLong index = new AtomicLong();

		private final AtomicLong accepted = new AtomicLong();

		private final AtomicLong refused = new AtomicLong();

		private final AtomicLong ended = new AtomicLong();

		private final AtomicLong succeeded = new AtomicLong();

		private final AtomicLong cancelled = new AtomicLong();

		private final AtomicLong dropped = new AtomicLong();

		private final AtomicLongArray runs = new AtomicLongArray(TASKS);

		int next() {
			return (int) this.index.getAndIncrement();
		}

		void ended(Object result, Throwable ex) {
			if (ex == null) {
				this.succeeded.incrementAndGet();
			}
			else if (ex instanceof RejectedExecutionException) {
				this.dropped.incrementAndGet();
			}
			else {
				this.cancelled.incrementAndGet();
			}
			this.ended.incrementAndGet();
		}

	}

}
