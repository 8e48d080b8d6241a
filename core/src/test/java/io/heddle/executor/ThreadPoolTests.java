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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/**
 * Tests for {@link MonitoredThreadPoolExecutor}: what only a pool of platform threads can
 * do.
 */
class ThreadPoolTests extends AbstractExecutorTests {

	@Test
	void shouldStartLastSubmittedFirstWithLifoQueue() {
		assertThat(orderOf(QueueType.LIFO, TaskOptions.of(), TaskOptions.of(), TaskOptions.of())).containsExactly(2, 1,
				0);
	}

	@Test
	void shouldStartFirstSubmittedFirstWithFifoQueue() {
		assertThat(orderOf(QueueType.FIFO, TaskOptions.of(), TaskOptions.of(), TaskOptions.of())).containsExactly(0, 1,
				2);
	}

	@Test
	void shouldStartLowestPriorityNumberFirstAndKeepOrderAmongEquals() {
		TaskOptions options = TaskOptions.of();
		assertThat(orderOf(QueueType.PRIORITY, options.priority(5), options.priority(1), options.priority(5),
				options.priority(1), options.priority(-1)))
			.containsExactly(4, 1, 3, 0, 2);
	}

	private List<Integer> orderOf(QueueType type, TaskOptions... options) {
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1).maxSize(1).queueType(type));
		CountDownLatch latch = occupy(executor);
		List<Integer> order = new CopyOnWriteArrayList<>();
		for (int i = 0; i < options.length; i++) {
			int index = i;
			executor.execute(() -> order.add(index), options[i].label(String.valueOf(i)));
		}
		List<Integer> queued = executor.queued().stream().map((task) -> Integer.valueOf(task.task())).toList();
		latch.countDown();
		await().until(() -> order.size() == options.length);
		assertThat(queued).isEqualTo(order);
		return order;
	}

	@Test
	void shouldStartComparableTasksInNaturalOrder() {
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1).maxSize(1).queueType(QueueType.PRIORITY));
		CountDownLatch latch = occupy(executor);
		List<Integer> order = new CopyOnWriteArrayList<>();
		executor.execute(() -> order.add(99));
		executor.submit(new RankedJob(3, order));
		executor.execute(new RankedJob(1, order));
		executor.submit(new RankedJob(2, order), null);
		latch.countDown();
		await().untilAsserted(() -> assertThat(order).containsExactly(1, 2, 3, 99));
	}

	@Test
	void shouldHandOffToIdleThreadOnly() throws Exception {
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1).maxSize(2).queueType(QueueType.HANDOFF));
		CountDownLatch first = occupy(executor);
		occupy(executor);
		assertThat(executor.snapshot().poolSize()).isEqualTo(2);
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> executor.submit(() -> 1))
			.withMessageContaining("no thread is idle");
		first.countDown();
		await().until(() -> executor.snapshot().active() == 1);
		await().ignoreException(RejectedExecutionException.class).until(() -> executor.submit(() -> 1).get() == 1);
		assertThat(executor.snapshot().queue().size()).isZero();
	}

	@Test
	void shouldWaitForIdleThreadWithHandoffAndBlock() throws Exception {
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1)
					.maxSize(1)
					.queueType(QueueType.HANDOFF)
					.rejection(RejectionPolicy.BLOCK));
		AtomicInteger ran = new AtomicInteger();
		for (int i = 0; i < 1000; i++) {
			executor.execute(ran::incrementAndGet);
		}
		await().untilAtomic(ran, equalTo(1000));
	}

	@Test
	void shouldAddThreadsBeforeQueueingWithThreadsFirst() {
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1).maxSize(3).queueCapacity(2).scaling(Scaling.THREADS_FIRST));
		CountDownLatch latch = latch();
		for (int i = 0; i < 5; i++) {
			executor.execute(() -> awaitUninterrupted(latch));
		}
		await().until(() -> executor.snapshot().active() == 3);
		assertThat(executor.snapshot().queue().size()).isEqualTo(2);
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> executor.submit(() -> 1));
	}

	@Test
	void shouldUseIdleThreadBeforeAddingOneWithThreadsFirst() throws Exception {
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1).maxSize(8).scaling(Scaling.THREADS_FIRST));
		TaskQueue queue = ((MonitoredExecutor) executor).monitor().queue();
		for (int i = 0; i < 20; i++) {
			executor.submit(() -> 1).get();
			await().pollInterval(Duration.ofMillis(1)).until(() -> queue.takers() == executor.snapshot().poolSize());
		}
		assertThat(executor.snapshot().poolSize()).isOne();
	}

	@Test
	void shouldAddThreadsForBacklogOnResumeWithThreadsFirst() {
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1).maxSize(4).scaling(Scaling.THREADS_FIRST));
		executor.pause();
		CountDownLatch latch = latch();
		for (int i = 0; i < 6; i++) {
			executor.execute(() -> awaitUninterrupted(latch));
		}
		executor.resume();
		await().until(() -> executor.snapshot().active() == 4);
		assertThat(executor.snapshot().queue().size()).isEqualTo(2);
		assertThat(executor.snapshot().corePoolSize()).isOne();
	}

	@Test
	void shouldAddThreadsOnlyWhenQueueIsFullWithQueueFirst() {
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1).maxSize(2).queueCapacity(1));
		CountDownLatch latch = latch();
		executor.execute(() -> awaitUninterrupted(latch));
		executor.execute(() -> awaitUninterrupted(latch));
		assertThat(executor.snapshot().poolSize()).isOne();
		executor.execute(() -> awaitUninterrupted(latch));
		assertThat(executor.snapshot().poolSize()).isEqualTo(2);
	}

	@Test
	void shouldEndIdleThreadsAfterKeepAlive() throws Exception {
		NamedExecutor executor = build(ThreadKind.PLATFORM, (builder) -> builder.keepAlive(Duration.ofMillis(20)));
		executor.submit(() -> 1).get();
		await().until(() -> executor.snapshot().poolSize() == 0);
		assertThat(executor.submit(() -> 2).get(10, TimeUnit.SECONDS)).isEqualTo(2);
	}

	@Test
	void shouldKeepCoreThreadsWithZeroKeepAlive() throws Exception {
		NamedExecutor executor = build(ThreadKind.PLATFORM, (builder) -> builder.coreSize(1).keepAlive(Duration.ZERO));
		executor.submit(() -> 1).get();
		await().during(Duration.ofMillis(100)).until(() -> executor.snapshot().poolSize() == 1);
		executor.resize(ExecutorResize.of().keepAlive(Duration.ofMillis(10)));
		await().until(() -> executor.snapshot().poolSize() == 0);
	}

	@Test
	void shouldBlockSubmitterUntilThereIsRoom() throws Exception {
		NamedExecutor executor = blocking(null);
		CountDownLatch latch = occupy(executor);
		executor.submit(() -> 1);
		CompletableFuture<Integer> blocked = CompletableFuture.supplyAsync(() -> executor.submit(() -> 2).join());
		await().until(() -> executor.snapshot().tasks().submitted() == 3);
		await().during(Duration.ofMillis(50)).until(() -> !blocked.isDone());
		latch.countDown();
		assertThat(blocked.get(10, TimeUnit.SECONDS)).isEqualTo(2);
	}

	@Test
	void shouldRejectAfterBlockingForTheTimeout() {
		NamedExecutor executor = blocking(Duration.ofMillis(20));
		occupy(executor);
		executor.submit(() -> 1);
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> executor.submit(() -> 2))
			.withMessageContaining("PT0.02S");
		assertThat(executor.snapshot().tasks().rejected()).isOne();
	}

	@Test
	void shouldRejectBlockedSubmitterThatIsInterrupted() throws Exception {
		NamedExecutor executor = blocking(null);
		occupy(executor);
		executor.submit(() -> 1);
		AtomicReference<Object> outcome = new AtomicReference<>();
		Thread submitter = new Thread(() -> {
			try {
				executor.submit(() -> 2);
			}
			catch (RejectedExecutionException ex) {
				outcome.set(Thread.currentThread().isInterrupted() ? ex.getMessage() : "flag lost");
			}
		});
		submitter.start();
		await().until(() -> submitter.getState() == Thread.State.WAITING
				|| submitter.getState() == Thread.State.TIMED_WAITING);
		submitter.interrupt();
		submitter.join(10_000);
		assertThat(outcome.get()).asString().contains("interrupted");
	}

	@Test
	void shouldRejectBlockedSubmitterOnShutdown() throws Exception {
		NamedExecutor executor = blocking(null);
		CountDownLatch latch = occupy(executor);
		CompletableFuture<Integer> queued = executor.submit(() -> 1);
		CompletableFuture<Void> blocked = CompletableFuture.runAsync(() -> executor.submit(() -> 2));
		await().until(() -> executor.snapshot().tasks().submitted() == 3);
		executor.shutdown();
		assertThat(blocked).failsWithin(Duration.ofSeconds(10))
			.withThrowableThat()
			.withCauseInstanceOf(RejectedExecutionException.class)
			.withMessageContaining("shut down");
		latch.countDown();
		assertThat(queued.get(10, TimeUnit.SECONDS)).isOne();
	}

	@Test
	void shouldLetBlockedSubmitterInWhenCapacityGrows() throws Exception {
		NamedExecutor executor = blocking(null);
		CountDownLatch latch = occupy(executor);
		executor.submit(() -> 1);
		CompletableFuture<CompletableFuture<Integer>> blocked = CompletableFuture
			.supplyAsync(() -> executor.submit(() -> 2));
		await().until(() -> executor.snapshot().tasks().submitted() == 3);
		executor.resize(ExecutorResize.of().queueCapacity(2));
		assertThat(blocked.get(10, TimeUnit.SECONDS)).isNotDone();
		latch.countDown();
		assertThat(blocked.get().get(10, TimeUnit.SECONDS)).isEqualTo(2);
	}

	private NamedExecutor blocking(Duration timeout) {
		return build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1)
					.maxSize(1)
					.queueCapacity(1)
					.rejection(RejectionPolicy.BLOCK)
					.rejectionTimeout(timeout));
	}

	@Test
	void shouldLeaveRejectedTaskToCustomHandler() throws Exception {
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1)
					.maxSize(1)
					.queueCapacity(1)
					.rejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy()));
		occupy(executor);
		executor.submit(() -> 1);
		assertThat(executor.submit(Thread::currentThread).get(1, TimeUnit.SECONDS)).isSameAs(Thread.currentThread());
	}

	@Test
	void shouldRunInitializerOnceInEachThread() throws Exception {
		AtomicInteger initialized = new AtomicInteger();
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1).maxSize(1).initializer(initialized::incrementAndGet));
		for (int i = 0; i < 5; i++) {
			executor.submit(() -> 1).get();
		}
		assertThat(initialized).hasValue(1);
	}

	@Test
	void shouldNotRunInitializerInThreadOfSubmitter() {
		List<String> initialized = new CopyOnWriteArrayList<>();
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1)
					.maxSize(1)
					.queueCapacity(1)
					.rejection(RejectionPolicy.CALLER_RUNS)
					.initializer(() -> initialized.add(Thread.currentThread().getName())));
		CountDownLatch latch = occupy(executor);
		AtomicInteger ran = new AtomicInteger();
		for (int i = 0; i < 5; i++) {
			executor.execute(ran::incrementAndGet);
		}
		assertThat(ran).hasValue(4);
		latch.countDown();
		await().untilAtomic(ran, equalTo(5));
		assertThat(initialized).hasSize(1).doesNotContain(Thread.currentThread().getName());
	}

	@Test
	void shouldCancelTaskThatIsRemoved() {
		NamedExecutor executor = build(ThreadKind.PLATFORM, (builder) -> builder.coreSize(1).maxSize(1));
		occupy(executor);
		Runnable task = () -> {
		};
		executor.execute(task);
		assertThat(((ThreadPoolExecutor) executor).remove(task)).isTrue();
		assertThat(((ThreadPoolExecutor) executor).remove(task)).isFalse();
		assertThat(executor.snapshot().tasks().cancelled()).isOne();
	}

	@Test
	void shouldMakeThreadsThatInheritNothing() throws Exception {
		NamedExecutor executor = build(ThreadKind.PLATFORM);
		InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
		CompletableFuture<Thread> worker = new CompletableFuture<>();
		CompletableFuture<String> inherited = new CompletableFuture<>();
		Thread submitter = new Thread(() -> {
			local.set("mine");
			executor.execute(() -> {
				worker.complete(Thread.currentThread());
				inherited.complete(String.valueOf(local.get()));
			});
		});
		submitter.setDaemon(true);
		submitter.setPriority(Thread.MIN_PRIORITY);
		submitter.start();
		assertThat(worker.get(10, TimeUnit.SECONDS).isDaemon()).isFalse();
		assertThat(worker.get().getPriority()).isEqualTo(Thread.NORM_PRIORITY);
		assertThat(inherited.get(10, TimeUnit.SECONDS)).isEqualTo("null");
	}

	@Test
	void shouldKeepThreadOfTaskThatThrew() throws Exception {
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1).maxSize(1).uncaughtExceptionHandler((thread, name, task, ex) -> {
				}));
		Thread thread = executor.submit(Thread::currentThread).get();
		executor.execute(() -> {
			throw new AssertionError("boom");
		});
		assertThat(executor.submit(Thread::currentThread).get()).isSameAs(thread);
	}

	@Test
	void shouldBeThreadPoolExecutorWithTheUsualFigures() throws Exception {
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1).maxSize(2).queueCapacity(5));
		ThreadPoolExecutor pool = (ThreadPoolExecutor) executor;
		CountDownLatch latch = occupy(executor);
		executor.submit(() -> 1);
		assertThat(pool.getActiveCount()).isOne();
		assertThat(pool.getQueue()).hasSize(1);
		assertThat(pool.getQueue().remainingCapacity()).isEqualTo(4);
		pool.setMaximumPoolSize(3);
		assertThat(executor.snapshot().maxPoolSize()).isEqualTo(3);
		latch.countDown();
		await().until(() -> pool.getCompletedTaskCount() == 2);
	}

	@Test
	void shouldRefuseContradictorySettings() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> NamedExecutor.builder("bad").coreSize(4).maxSize(2).build())
			.withMessageContaining("maxSize")
			.withMessageContaining("2");
		assertThatIllegalArgumentException().isThrownBy(() -> NamedExecutor.builder("bad").coreSize(0).build())
			.withMessageContaining("coreSize");
		assertThatIllegalArgumentException().isThrownBy(() -> NamedExecutor.builder("bad").queueCapacity(0).build())
			.withMessageContaining("handoff");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> NamedExecutor.builder("bad").queueType(QueueType.HANDOFF).queueCapacity(1).build())
			.withMessageContaining("hand-off");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> NamedExecutor.builder("bad").keepAlive(Duration.ofSeconds(-1)).build())
			.withMessageContaining("keepAlive");
		assertThatIllegalArgumentException().isThrownBy(() -> new TaskLimits(Duration.ZERO, null, null))
			.withMessageContaining("queueTimeout");
	}

	@Test
	void shouldRemoveAnyOfManyWaitingTasks() {
		NamedExecutor executor = build(ThreadKind.PLATFORM, (builder) -> builder.coreSize(1).maxSize(1));
		CountDownLatch latch = occupy(executor);
		AtomicInteger ran = new AtomicInteger();
		List<CompletableFuture<?>> futures = new ArrayList<>();
		for (int i = 0; i < 100_000; i++) {
			futures.add(executor.submit(ran::incrementAndGet));
		}
		for (int i = 0; i < futures.size(); i++) {
			if (i % 3 != 0) {
				futures.get(i).cancel(true);
			}
		}
		assertThat(executor.snapshot().queue().size()).isEqualTo(33_334);
		latch.countDown();
		await().until(() -> executor.snapshot().tasks().completed() == 33_335);
		assertThat(ran).hasValue(33_334);
	}

	@Test
	void shouldTakeTaskOfAnotherExecutorAsItsOwn() throws Exception {
		NamedExecutor fallback = build(ThreadKind.PLATFORM, (builder) -> builder.coreSize(1));
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1)
					.queueCapacity(1)
					.rejectedExecutionHandler((task, pool) -> fallback.execute(task)));
		CountDownLatch busyFallback = occupy(fallback);
		occupy(executor);
		executor.submit(() -> 1);
		CompletableFuture<Integer> handedOver = executor.submit(() -> 2);
		CompletableFuture<Integer> cancelled = executor.submit(() -> 3);
		assertThat(fallback.snapshot().queue().size()).isEqualTo(2);
		cancelled.cancel(false);
		assertThat(executor.snapshot().queue().size()).isOne();
		busyFallback.countDown();
		assertThat(handedOver.get(10, TimeUnit.SECONDS)).isEqualTo(2);
		assertThat(fallback.submit(() -> 4).get(10, TimeUnit.SECONDS)).isEqualTo(4);
	}

	@Test
	void shouldStartThreadForSubmitterThatWaitsToHandOffWhenResumed() throws Exception {
		NamedExecutor executor = handingOff((builder) -> builder);
		executor.pause();
		CompletableFuture<Integer> blocked = CompletableFuture.supplyAsync(() -> executor.submit(() -> 1).join());
		await().until(() -> executor.snapshot().tasks().submitted() == 1);
		executor.resume();
		assertThat(blocked.get(10, TimeUnit.SECONDS)).isOne();
	}

	@Test
	void shouldStartThreadForSubmitterThatWaitsToHandOffWhenResized() throws Exception {
		NamedExecutor executor = handingOff((builder) -> builder);
		occupy(executor);
		CompletableFuture<Integer> blocked = CompletableFuture.supplyAsync(() -> executor.submit(() -> 1).join());
		await().until(() -> executor.snapshot().tasks().submitted() == 2);
		executor.resize(1, 2);
		assertThat(blocked.get(10, TimeUnit.SECONDS)).isOne();
	}

	@Test
	void shouldHandOffThoughThreadsEndAtOnce() throws Exception {
		NamedExecutor executor = handingOff((builder) -> builder.maxSize(2).keepAlive(Duration.ZERO));
		occupy(executor);
		CountDownLatch second = latch();
		executor.execute(() -> awaitUninterrupted(second));
		CompletableFuture<Integer> blocked = CompletableFuture.supplyAsync(() -> executor.submit(() -> 1).join());
		await().until(() -> executor.snapshot().tasks().submitted() == 3);
		second.countDown();
		assertThat(blocked.get(10, TimeUnit.SECONDS)).isOne();
	}

	private NamedExecutor handingOff(UnaryOperator<NamedExecutorBuilder> customizer) {
		return build(ThreadKind.PLATFORM, (builder) -> customizer
			.apply(builder.coreSize(1).queueType(QueueType.HANDOFF).rejection(RejectionPolicy.BLOCK)));
	}

	@Test
	void shouldStartThreadsForBlockedSubmittersWhenResized() {
		NamedExecutor executor = blocking(null);
		CountDownLatch latch = latch();
		for (int i = 0; i < 5; i++) {
			new Thread(() -> executor.execute(() -> awaitUninterrupted(latch))).start();
		}
		await().until(() -> executor.snapshot().tasks().submitted() == 5);
		executor.resize(8, 8);
		await().until(() -> executor.snapshot().active() == 5);
	}

	@Test
	void shouldRefuseTaskThatHandlerPutsIntoQueueOfStoppedExecutor() throws Exception {
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1).queueCapacity(1).rejectedExecutionHandler((task, pool) -> {
					try {
						pool.getQueue().put(task);
					}
					catch (InterruptedException ex) {
						throw new IllegalStateException(ex);
					}
				}));
		occupy(executor);
		executor.submit(() -> 1);
		CompletableFuture<CompletableFuture<Integer>> blocked = CompletableFuture
			.supplyAsync(() -> executor.submit(() -> 2));
		await().until(() -> executor.snapshot().tasks().submitted() == 3);
		executor.shutdownNow();
		assertThat(blocked).failsWithin(Duration.ofSeconds(10))
			.withThrowableThat()
			.withCauseInstanceOf(RejectedExecutionException.class);
		TaskCounts tasks = executor.snapshot().tasks();
		assertThat(sum(tasks)).isEqualTo(tasks.submitted());
	}

	@Test
	void shouldCountTaskWhoseThreadCouldNotBeMade() {
		NamedExecutor broken = build(ThreadKind.PLATFORM, (builder) -> builder.threadFactory((task) -> {
			throw new IllegalStateException("no thread");
		}));
		assertThatIllegalStateException().isThrownBy(() -> broken.submit(() -> 1)).withMessage("no thread");
		assertThat(broken.snapshot().tasks()).isEqualTo(new TaskCounts(1, 0, 0, 0, 1, 0));
		NamedExecutor none = build(ThreadKind.PLATFORM, (builder) -> builder.threadFactory((task) -> null));
		assertThatIllegalStateException().isThrownBy(() -> none.submit(() -> 1));
		assertThat(none.snapshot().tasks()).isEqualTo(new TaskCounts(1, 0, 0, 0, 1, 0));
	}

	@Test
	void shouldFailFutureOfTaskDiscardedByHandlerOfTheJdk() {
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1)
					.queueCapacity(1)
					.rejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy()));
		occupy(executor);
		executor.submit(() -> 1);
		assertThat(executor.submit(() -> 2)).isCompletedExceptionally();
	}

	@Test
	void shouldLoseNoTaskWhenComparisonThrows() {
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1).maxSize(1).queueType(QueueType.PRIORITY));
		CountDownLatch latch = occupy(executor);
		List<Integer> order = new CopyOnWriteArrayList<>();
		for (int i = 0; i < 6; i++) {
			executor.execute(new FailingJob(order));
		}
		latch.countDown();
		await().until(() -> order.size() == 6);
	}

	@Test
	void shouldCompareTasksOfDifferentClasses() {
		NamedExecutor executor = build(ThreadKind.PLATFORM,
				(builder) -> builder.coreSize(1).maxSize(1).queueType(QueueType.PRIORITY));
		CountDownLatch latch = occupy(executor);
		List<Integer> order = new CopyOnWriteArrayList<>();
		executor.execute(new Job(9, order));
		executor.execute(new Job(1, order) {
		});
		executor.execute(new Job(5, order));
		latch.countDown();
		await().untilAsserted(() -> assertThat(order).containsExactly(1, 5, 9));
	}

	static class Job implements Runnable, Comparable<Job> {

		private final int rank;

		private final List<Integer> order;

		Job(int rank, List<Integer> order) {
			this.rank = rank;
			this.order = order;
		}

		@Override
		public int compareTo(Job other) {
			return Integer.compare(this.rank, other.rank);
		}

		@Override
		public void run() {
			this.order.add(this.rank);
		}

	}

	record FailingJob(List<Integer> order) implements Runnable, Comparable<FailingJob> {

		@Override
		public int compareTo(FailingJob other) {
			throw new IllegalStateException("cannot compare");
		}

		@Override
		public void run() {
			this.order.add(0);
		}

	}

	record RankedJob(int rank, List<Integer> order) implements Runnable, Comparable<RankedJob> {

		@Override
		public int compareTo(RankedJob other) {
			return Integer.compare(this.rank, other.rank);
		}

		@Override
		public void run() {
			this.order.add(this.rank);
		}

	}

}
