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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/**
 * Tests for what holds for {@link NamedExecutor}s of every kind of thread.
 */
class NamedExecutorTests extends AbstractExecutorTests {

	@ParameterizedTest
	@EachThreadKind
	void shouldReturnResult(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads);
		assertThat(executor.submit(() -> 42).get()).isEqualTo(42);
		assertThat(executor.submit(() -> {
		}, "done").get()).isEqualTo("done");
		assertThat(executor.submit(() -> {
		}).get()).isNull();
		assertThat(executor.snapshot().tasks().completed()).isEqualTo(3);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldFailFutureWithWhatTheTaskThrew(ThreadKind threads) {
		NamedExecutor executor = build(threads);
		Error error = new AssertionError("boom");
		Future<?> future = executor.submit(() -> {
			throw error;
		});
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(future::get).havingCause().isSameAs(error);
		assertThat(executor.snapshot().tasks().failed()).isOne();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldInvokeAll(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads);
		List<Future<Integer>> futures = executor.invokeAll(List.of(() -> 1, () -> 2, () -> 3));
		assertThat(futures).extracting(Future::get).containsExactly(1, 2, 3);
		assertThat(executor.<Integer>invokeAny(List.of(() -> 7))).isEqualTo(7);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldShowRunningTask(ThreadKind threads) {
		NamedExecutor executor = build(threads);
		CountDownLatch latch = latch();
		executor.execute(() -> awaitUninterrupted(latch), TaskOptions.of().label("the task"));
		await().until(() -> executor.running().size() == 1);
		RunningTask task = executor.running().get(0);
		assertThat(task.task()).isEqualTo("the task");
		assertThat(task.thread()).startsWith("test-");
		assertThat(task.submittedBy()).isEqualTo(Thread.currentThread().getName());
		assertThat(task.runningFor()).isPositive();
		assertThat(task.waitedFor()).isGreaterThanOrEqualTo(Duration.ZERO);
		await().untilAsserted(() -> assertThat(executor.running().get(0).stack())
			.anyMatch((frame) -> frame.getMethodName().equals("awaitUninterrupted")));
		assertThat(executor.snapshot().active()).isOne();
		assertThat(executor.threads()).extracting(Thread::getName).containsExactly(task.thread());
		latch.countDown();
		await().until(() -> executor.running().isEmpty());
		executor.shutdown();
		await().until(() -> executor.threads().isEmpty());
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldShowWaitingTasksInOrder(ThreadKind threads) {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1).queueCapacity(10));
		occupy(executor);
		executor.submit(() -> 1, TaskOptions.of().label("first"));
		executor.submit(() -> 2, TaskOptions.of().label("second"));
		assertThat(executor.queued()).extracting(QueuedTask::task).containsExactly("first", "second");
		QueueSnapshot queue = executor.snapshot().queue();
		assertThat(queue.size()).isEqualTo(2);
		assertThat(queue.capacity()).isEqualTo(10);
		assertThat(queue.oldestWait()).isPositive();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldTakeOptionsForATaskWithoutAResult(ThreadKind threads) {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1).queueCapacity(10));
		CountDownLatch latch = occupy(executor);
		Runnable task = () -> {
		};
		CompletableFuture<?> labelled = executor.submit(task, TaskOptions.of().label("labelled"));
		executor.submit(() -> task.run(), TaskOptions.of().label("a lambda"));
		assertThat(executor.queued()).extracting(QueuedTask::task).containsExactly("labelled", "a lambda");
		latch.countDown();
		assertThat(labelled).succeedsWithin(Duration.ofSeconds(10)).isNull();
		assertThat(executor.submit(task, null)).succeedsWithin(Duration.ofSeconds(10)).isNull();
		assertThatNullPointerException().isThrownBy(() -> executor.submit(() -> 1, (TaskOptions) null));
		assertThatNullPointerException().isThrownBy(() -> executor.execute(task, null));
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldLabelTaskWithClassOfWhatWasSubmitted(ThreadKind threads) {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1));
		occupy(executor);
		executor.execute(new NamedJob());
		executor.submit(new NamedJob());
		executor.submit(new NamedJob(), 1);
		executor.submit(() -> 1);
		assertThat(executor.queued()).extracting(QueuedTask::task)
			.containsExactly(NamedJob.class.getName(), NamedJob.class.getName(), NamedJob.class.getName(),
					NamedExecutorTests.class.getName() + " (lambda)");
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldTrackCallingMethodOnDemand(ThreadKind threads) {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1).trackCallers(true));
		occupy(executor);
		executor.submit(() -> 1);
		// the machinery is skipped, and these tests are in its package
		assertThat(executor.queued().get(0).submittedBy()).startsWith(Thread.currentThread().getName() + " (");
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldInterruptRunningTaskOnCancel(ThreadKind threads) {
		NamedExecutor executor = build(threads);
		CountDownLatch started = new CountDownLatch(1);
		AtomicBoolean interrupted = new AtomicBoolean();
		Future<?> future = executor.submit(() -> {
			started.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				interrupted.set(true);
			}
		});
		awaitUninterrupted(started);
		assertThat(future.cancel(true)).isTrue();
		assertThat(future.isCancelled()).isTrue();
		await().untilTrue(interrupted);
		assertThatExceptionOfType(CancellationException.class).isThrownBy(future::get);
		assertThat(executor.snapshot().tasks().cancelled()).isOne();
		assertThat(future.cancel(true)).isTrue();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldLetTaskRunOnWhenCancelledWithoutInterrupt(ThreadKind threads) {
		NamedExecutor executor = build(threads);
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch latch = latch();
		AtomicBoolean ended = new AtomicBoolean();
		Future<?> future = executor.submit(() -> {
			started.countDown();
			awaitUninterrupted(latch);
			ended.set(!Thread.currentThread().isInterrupted());
		});
		awaitUninterrupted(started);
		assertThat(future.cancel(false)).isTrue();
		assertThat(future.isCancelled()).isTrue();
		assertThat(executor.running()).hasSize(1);
		latch.countDown();
		await().untilTrue(ended);
		assertThat(executor.snapshot().tasks()).isEqualTo(new TaskCounts(1, 0, 0, 1, 0, 0));
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldRemoveWaitingTaskOnCancel(ThreadKind threads) {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1));
		CountDownLatch latch = occupy(executor);
		AtomicBoolean ran = new AtomicBoolean();
		Future<?> future = executor.submit(() -> ran.set(true));
		assertThat(future.cancel(false)).isTrue();
		assertThat(executor.queued()).isEmpty();
		latch.countDown();
		await().until(() -> executor.snapshot().active() == 0);
		assertThat(ran).isFalse();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldCancelById(ThreadKind threads) {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1));
		CompletableFuture<?> running = executor.submit(() -> new CountDownLatch(1).await(1, TimeUnit.HOURS));
		await().until(() -> executor.running().size() == 1);
		CompletableFuture<?> waiting = executor.submit(() -> 1);
		assertThat(executor.cancel(executor.queued().get(0).id())).isTrue();
		assertThat(waiting).isCancelled();
		long id = executor.running().get(0).id();
		assertThat(executor.cancel(id)).isTrue();
		assertThat(running).isCancelled();
		await().until(() -> executor.running().isEmpty());
		assertThat(executor.cancel(id)).isFalse();
		assertThat(executor.cancel(4711)).isFalse();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldNotLetInterruptReachTheNextTask(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1));
		for (int round = 0; round < 2000; round++) {
			CountDownLatch started = new CountDownLatch(1);
			Future<?> cancelled = executor.submit(() -> {
				started.countDown();
				Thread.onSpinWait();
			});
			Future<Boolean> next = executor.submit(() -> Thread.currentThread().isInterrupted());
			started.await();
			cancelled.cancel(true);
			assertThat(next.get()).isFalse();
		}
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldCancelForeignFutureThatWasExecuted(ThreadKind threads) {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1));
		occupy(executor);
		FutureTask<Integer> foreign = new FutureTask<>(() -> 1);
		executor.execute(foreign);
		assertThat(executor.cancel(executor.queued().get(0).id())).isTrue();
		assertThat(foreign.isCancelled()).isTrue();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldRunCallbacksInOrderOfRegistration(ThreadKind threads) {
		NamedExecutor executor = build(threads);
		CountDownLatch latch = latch();
		List<String> calls = new ArrayList<>();
		CompletableFuture<Integer> future = executor.submit(() -> {
			awaitUninterrupted(latch);
			return 1;
		});
		future.thenRun(() -> calls.add("first"));
		future.whenComplete((result, ex) -> {
			calls.add("second");
			throw new IllegalStateException("logged");
		});
		future.thenAccept((result) -> calls.add("third"));
		CompletableFuture<Integer> last = future.thenApply((result) -> {
			calls.add("fourth");
			return result + 1;
		});
		latch.countDown();
		assertThat(last.join()).isEqualTo(2);
		assertThat(calls).containsExactly("first", "second", "third", "fourth");
		future.thenRun(() -> calls.add("late"));
		assertThat(calls).endsWith("late");
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldPassFailureToDependents(ThreadKind threads) {
		NamedExecutor executor = build(threads);
		CompletableFuture<Integer> future = executor.submit(() -> {
			throw new IllegalStateException("boom");
		});
		assertThat(future.exceptionally((ex) -> -1).join()).isEqualTo(-1);
		assertThat(future.handle((result, ex) -> ex.getMessage()).join()).isEqualTo("boom");
		assertThat(future.thenCompose((result) -> CompletableFuture.completedFuture(1))).isCompletedExceptionally();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldCountTaskCompletedFromOutsideOnce(ThreadKind threads) {
		NamedExecutor executor = build(threads);
		CountDownLatch latch = latch();
		CompletableFuture<Integer> future = executor.submit(() -> {
			awaitUninterrupted(latch);
			return 1;
		});
		await().until(() -> executor.running().size() == 1);
		assertThat(future.complete(2)).isTrue();
		latch.countDown();
		await().until(() -> executor.running().isEmpty());
		assertThat(future.join()).isEqualTo(2);
		TaskCounts tasks = executor.snapshot().tasks();
		assertThat(sum(tasks)).isEqualTo(tasks.submitted()).isOne();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldHoldTasksBackWhilePaused(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads);
		executor.submit(() -> 0).get();
		executor.pause();
		assertThat(executor.isPaused()).isTrue();
		List<CompletableFuture<Integer>> futures = IntStream.range(0, 50)
			.mapToObj((i) -> executor.submit(() -> i))
			.toList();
		assertThat(executor.snapshot().queue().size()).isEqualTo(50);
		assertThat(executor.snapshot().paused()).isTrue();
		assertThat(futures).noneMatch(CompletableFuture::isDone);
		executor.resume();
		for (int i = 0; i < futures.size(); i++) {
			assertThat(futures.get(i).get(10, TimeUnit.SECONDS)).isEqualTo(i);
		}
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldStartFreshExecutorAfterPause(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads);
		executor.pause();
		CompletableFuture<Integer> future = executor.submit(() -> 1);
		assertThat(executor.snapshot().poolSize()).isZero();
		executor.resume();
		assertThat(future.get(10, TimeUnit.SECONDS)).isOne();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldResizeWhileRunning(ThreadKind threads) {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1));
		CountDownLatch latch = latch();
		IntStream.range(0, 6).forEach((i) -> executor.submit(() -> awaitUninterrupted(latch)));
		await().until(() -> executor.snapshot().active() == 1);
		executor.resize(4, 4);
		await().until(() -> executor.snapshot().active() == 4);
		assertThat(executor.snapshot().maxPoolSize()).isEqualTo(4);
		executor.resize(1, 2);
		latch.countDown();
		await().until(() -> executor.snapshot().tasks().completed() == 6);
		await().until(() -> executor.snapshot().poolSize() <= 2);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldChangeNothingOnInvalidResize(ThreadKind threads) {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(2).maxSize(4).queueCapacity(7));
		ExecutorResize change = ExecutorResize.of().maxSize(8).queueCapacity(0);
		assertThatIllegalArgumentException().isThrownBy(() -> executor.resize(change))
			.withMessageContaining("queueCapacity")
			.withMessageContaining("0");
		assertThat(executor.snapshot().maxPoolSize()).isEqualTo(4);
		assertThat(executor.snapshot().queue().capacity()).isEqualTo(7);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldRejectWhenQueueIsFullAndChangeCapacityWhileRunning(ThreadKind threads) {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1).queueCapacity(1));
		CountDownLatch latch = occupy(executor);
		executor.submit(() -> 1);
		assertThatExceptionOfType(RejectedExecutionException.class)
			.isThrownBy(() -> executor.submit(() -> 2, TaskOptions.of().label("too much")))
			.withMessageContaining("'test'")
			.withMessageContaining("'too much'");
		executor.resize(ExecutorResize.of().queueCapacity(3));
		executor.submit(() -> 2);
		executor.submit(() -> 3);
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> executor.submit(() -> 4));
		latch.countDown();
		await().until(() -> executor.snapshot().tasks().completed() == 4);
		TaskCounts tasks = executor.snapshot().tasks();
		assertThat(tasks.rejected()).isEqualTo(2);
		assertThat(sum(tasks)).isEqualTo(tasks.submitted());
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldFailFutureOfDiscardedTask(ThreadKind threads) {
		NamedExecutor executor = build(threads,
				(builder) -> builder.coreSize(1).maxSize(1).queueCapacity(1).rejection(RejectionPolicy.DISCARD));
		occupy(executor);
		CompletableFuture<Integer> kept = executor.submit(() -> 1);
		CompletableFuture<Integer> discarded = executor.submit(() -> 2);
		assertThat(kept).isNotDone();
		assertThat(discarded).isCompletedExceptionally();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(discarded::get)
			.withCauseInstanceOf(RejectedExecutionException.class);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldDiscardOldestToMakeRoom(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads,
				(builder) -> builder.coreSize(1).maxSize(1).queueCapacity(1).rejection(RejectionPolicy.DISCARD_OLDEST));
		CountDownLatch latch = occupy(executor);
		CompletableFuture<Integer> oldest = executor.submit(() -> 1);
		CompletableFuture<Integer> newest = executor.submit(() -> 2);
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(oldest::get)
			.withCauseInstanceOf(RejectedExecutionException.class);
		latch.countDown();
		assertThat(newest.get(10, TimeUnit.SECONDS)).isEqualTo(2);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldRunRejectedTaskInCaller(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads,
				(builder) -> builder.coreSize(1).maxSize(1).queueCapacity(1).rejection(RejectionPolicy.CALLER_RUNS));
		occupy(executor);
		executor.submit(() -> 1);
		Thread runner = executor.submit(Thread::currentThread).get(1, TimeUnit.SECONDS);
		assertThat(runner).isSameAs(Thread.currentThread());
		assertThat(executor.snapshot().tasks().completed()).isOne();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldTimeOutRunningTask(ThreadKind threads) {
		NamedExecutor executor = build(threads,
				(builder) -> builder.limits(new TaskLimits(null, Duration.ofMillis(50), null)));
		AtomicBoolean interrupted = new AtomicBoolean();
		CompletableFuture<?> future = executor.submit(() -> {
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				interrupted.set(true);
			}
			return null;
		}, TaskOptions.of().label("slow"));
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> future.get(10, TimeUnit.SECONDS))
			.withCauseInstanceOf(TimeoutException.class)
			.withMessageContaining("'slow'")
			.withMessageContaining("PT0.05S");
		await().untilTrue(interrupted);
		assertThat(executor.snapshot().tasks().timedOut()).isOne();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldPreferTimeoutOfTask(ThreadKind threads) {
		NamedExecutor executor = build(threads,
				(builder) -> builder.limits(new TaskLimits(null, Duration.ofHours(1), null)));
		CompletableFuture<?> future = executor.submit(() -> new CountDownLatch(1).await(1, TimeUnit.HOURS),
				TaskOptions.of().timeout(Duration.ofMillis(50)));
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> future.get(10, TimeUnit.SECONDS))
			.withCauseInstanceOf(TimeoutException.class);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldFailTaskThatWaitedTooLong(ThreadKind threads) {
		NamedExecutor executor = build(threads,
				(builder) -> builder.coreSize(1).maxSize(1).limits(new TaskLimits(Duration.ofMillis(50), null, null)));
		CountDownLatch latch = occupy(executor);
		AtomicBoolean ran = new AtomicBoolean();
		CompletableFuture<?> future = executor.submit(() -> ran.set(true));
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> future.get(10, TimeUnit.SECONDS))
			.withCauseInstanceOf(TimeoutException.class);
		assertThat(executor.queued()).isEmpty();
		latch.countDown();
		await().until(() -> executor.snapshot().active() == 0);
		assertThat(ran).isFalse();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldEnforceLimitsThatAreSetLater(ThreadKind threads) {
		NamedExecutor executor = build(threads);
		CompletableFuture<?> future = executor.submit(() -> new CountDownLatch(1).await(1, TimeUnit.HOURS));
		executor.limits(new TaskLimits(null, Duration.ofMillis(20), null));
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> future.get(10, TimeUnit.SECONDS));
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldReportStuckTaskOnceWithItsStack(ThreadKind threads) {
		RecordingListener listener = new RecordingListener();
		NamedExecutor executor = build(threads,
				(builder) -> builder.listener(listener).limits(new TaskLimits(null, null, Duration.ofMillis(20))));
		CountDownLatch latch = latch();
		executor.execute(() -> awaitUninterrupted(latch), TaskOptions.of().label("stuck one"));
		await().until(() -> listener.stuck.size() == 1);
		RunningTask task = listener.stuck.get(0);
		assertThat(task.task()).isEqualTo("stuck one");
		assertThat(task.stack()).isNotEmpty();
		assertThat(executor.snapshot().stuck()).isOne();
		await().during(Duration.ofMillis(100)).until(() -> listener.stuck.size() == 1);
		latch.countDown();
		await().until(() -> executor.snapshot().stuck() == 0);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldReportSaturationOnceAndEachRejection(ThreadKind threads) {
		RecordingListener listener = new RecordingListener();
		NamedExecutor executor = build(threads,
				(builder) -> builder.coreSize(1).maxSize(1).queueCapacity(1).listener(listener));
		CountDownLatch latch = occupy(executor);
		executor.submit(() -> 1);
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> executor.submit(() -> 2));
		}
		assertThat(listener.rejected).hasSize(3);
		assertThat(listener.saturated).hasValue(1);
		latch.countDown();
		await().until(() -> executor.snapshot().tasks().completed() == 2);
		await().untilAsserted(() -> {
			CountDownLatch again = occupy(executor);
			executor.submit(() -> 1);
			assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> executor.submit(() -> 2));
			again.countDown();
			await().until(() -> executor.snapshot().active() == 0 && executor.snapshot().queue().size() == 0);
			assertThat(listener.saturated).hasValue(2);
		});
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldGoOnWhenListenerThrows(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads,
				(builder) -> builder.coreSize(1).maxSize(1).queueCapacity(1).listener(new ExecutorListener() {

					@Override
					public void onRejected(NamedExecutor executor, String task) {
						throw new IllegalStateException("listener");
					}

				}));
		CountDownLatch latch = occupy(executor);
		CompletableFuture<Integer> waiting = executor.submit(() -> 1);
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> executor.submit(() -> 2));
		latch.countDown();
		assertThat(waiting.get(10, TimeUnit.SECONDS)).isOne();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldBreakWhenInitializerThrows(ThreadKind threads) {
		IllegalStateException cause = new IllegalStateException("no database");
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1).initializer(() -> {
			throw cause;
		}));
		executor.pause();
		CompletableFuture<Integer> first = executor.submit(() -> 1);
		CompletableFuture<Integer> second = executor.submit(() -> 2);
		executor.resume();
		for (CompletableFuture<Integer> pending : List.of(first, second)) {
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> pending.get(10, TimeUnit.SECONDS))
				.withCauseInstanceOf(BrokenExecutorException.class)
				.havingRootCause()
				.isSameAs(cause);
		}
		assertThat(executor.brokenBy()).isSameAs(cause);
		assertThatExceptionOfType(BrokenExecutorException.class).isThrownBy(() -> executor.submit(() -> 3))
			.withCause(cause);
		TaskCounts tasks = executor.snapshot().tasks();
		assertThat(sum(tasks)).isEqualTo(tasks.submitted()).isEqualTo(3);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldHandUncaughtExceptionToHandler(ThreadKind threads) {
		AtomicReference<String> handled = new AtomicReference<>();
		NamedExecutor executor = build(threads, (builder) -> builder.uncaughtExceptionHandler(
				(thread, name, task, ex) -> handled.set(name + "/" + task + "/" + ex.getMessage())));
		executor.execute(() -> {
			throw new IllegalStateException("boom");
		}, TaskOptions.of().label("broken task"));
		await().until(() -> "test/broken task/boom".equals(handled.get()));
		await().until(() -> executor.snapshot().tasks().failed() == 1);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldRunQueuedTasksOnShutdown(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1));
		CountDownLatch latch = occupy(executor);
		CompletableFuture<Integer> queued = executor.submit(() -> 1);
		executor.shutdown();
		executor.shutdown();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> executor.submit(() -> 2));
		latch.countDown();
		assertThat(queued.get(10, TimeUnit.SECONDS)).isOne();
		assertThat(executor.awaitTermination(Duration.ofSeconds(10))).isTrue();
		assertThat(executor.isTerminated()).isTrue();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldRunQueuedTasksOnShutdownWhilePaused(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads);
		executor.pause();
		CompletableFuture<Integer> queued = executor.submit(() -> 1);
		executor.shutdown();
		assertThat(queued.get(10, TimeUnit.SECONDS)).isOne();
		assertThat(executor.awaitTermination(Duration.ofSeconds(10))).isTrue();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldCancelPendingOnShutdown(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1));
		CountDownLatch latch = latch();
		CompletableFuture<?> running = executor.submit(() -> awaitUninterrupted(latch), null);
		await().until(() -> executor.running().size() == 1);
		CompletableFuture<Integer> queued = executor.submit(() -> 1);
		executor.shutdown(true);
		assertThat(queued).isCancelled();
		latch.countDown();
		running.get(10, TimeUnit.SECONDS);
		assertThat(executor.awaitTermination(Duration.ofSeconds(10))).isTrue();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldEndEveryFutureOnShutdownNow(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1));
		CompletableFuture<?> running = executor.submit(() -> new CountDownLatch(1).await(1, TimeUnit.HOURS));
		await().until(() -> executor.running().size() == 1);
		CompletableFuture<Integer> queued = executor.submit(() -> 1);
		assertThat(executor.shutdownNow()).containsExactly((Runnable) queued);
		assertThat(queued).isCancelled();
		assertThat(running).isCancelled();
		assertThat(executor.awaitTermination(Duration.ofSeconds(10))).isTrue();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldReturnFromSubmitCancelShutdownInARow(ThreadKind threads) throws Exception {
		for (int round = 0; round < 200; round++) {
			NamedExecutor executor = build(threads);
			Future<?> future = executor.submit(() -> 1);
			future.cancel(true);
			executor.shutdown();
			assertThat(executor.awaitTermination(Duration.ofSeconds(10))).isTrue();
			assertThat(future.isDone()).isTrue();
		}
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldApplyDecoratorOnceToEachTask(ThreadKind threads) throws Exception {
		List<String> calls = new ArrayList<>();
		NamedExecutor executor = build(threads, (builder) -> builder.decorator((task) -> () -> {
			calls.add("before");
			task.run();
			calls.add("after");
		}));
		assertThat(executor.submit(() -> calls.add("task")).get()).isTrue();
		await().untilAsserted(() -> assertThat(calls).containsExactly("before", "task", "after"));
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldEndFutureWhenDecoratorDropsTask(ThreadKind threads) {
		NamedExecutor executor = build(threads, (builder) -> builder.decorator((task) -> () -> {
		}));
		CompletableFuture<Integer> future = executor.submit(() -> 1);
		await().until(future::isCancelled);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldCallBackOnceIdle(ThreadKind threads) {
		AtomicInteger idle = new AtomicInteger();
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1));
		CountDownLatch latch = occupy(executor);
		CompletableFuture<Integer> last = executor.submit(() -> 1);
		executor.onceIdle(idle::incrementAndGet);
		assertThat(idle).hasValue(0);
		latch.countDown();
		await().untilAtomic(idle, equalTo(1));
		assertThat(last).isCompletedWithValue(1);
		executor.submit(() -> 2).join();
		executor.onceIdle(idle::incrementAndGet);
		await().untilAtomic(idle, equalTo(2));
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldCallBackOnceRunningTasksEndWhilePaused(ThreadKind threads) {
		AtomicInteger idle = new AtomicInteger();
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1));
		CountDownLatch latch = occupy(executor);
		executor.pause();
		executor.submit(() -> 1);
		executor.onceIdle(idle::incrementAndGet);
		latch.countDown();
		await().untilAtomic(idle, equalTo(1));
		assertThat(executor.queued()).hasSize(1);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldNotCountPauseAsRunTime(ThreadKind threads) {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1));
		executor.submit(() -> 0).join();
		executor.pause();
		CompletableFuture<Integer> future = executor.submit(() -> 1);
		await().until(() -> executor.queued().get(0).waitingFor().toMillis() > 100);
		executor.resume();
		future.join();
		await().until(() -> executor.snapshot().executions() == 2);
		await().until(() -> executor.snapshot().waitTime().toMillis() >= 100);
		assertThat(executor.snapshot().runTime()).isLessThan(Duration.ofMillis(90));
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldRefuseNullTask(ThreadKind threads) {
		NamedExecutor executor = build(threads);
		assertThatNullPointerException().isThrownBy(() -> executor.execute(null));
		assertThatNullPointerException().isThrownBy(() -> executor.submit((Callable<Integer>) null));
		assertThat(executor.snapshot().tasks().submitted()).isZero();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldInterruptBeforeDependentsOfCancelledFutureRun(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads);
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		CompletableFuture<?> future = executor.submit(() -> {
			started.countDown();
			try {
				new CountDownLatch(1).await();
			}
			finally {
				interrupted.countDown();
			}
			return 1;
		});
		AtomicBoolean seen = new AtomicBoolean();
		future.whenComplete((result, ex) -> {
			awaitUninterrupted(interrupted);
			seen.set(true);
		});
		started.await();
		future.cancel(true);
		assertThat(seen).isTrue();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldEnforceLimitsWhileDependentOfTimedOutFutureBlocks(ThreadKind threads) {
		NamedExecutor executor = build(threads,
				(builder) -> builder.limits(new TaskLimits(null, Duration.ofMillis(20), null)));
		CountDownLatch latch = latch();
		CompletableFuture<?> first = executor.submit(() -> new CountDownLatch(1).await(1, TimeUnit.HOURS));
		first.whenComplete((result, ex) -> awaitUninterrupted(latch));
		await().until(first::isDone);
		CompletableFuture<?> second = executor.submit(() -> new CountDownLatch(1).await(1, TimeUnit.HOURS));
		await().until(second::isDone);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldEnforceLimitsAfterListenerThrewError(ThreadKind threads) {
		NamedExecutor executor = build(threads,
				(builder) -> builder.limits(new TaskLimits(null, Duration.ofMillis(20), null))
					.listener(new ExecutorListener() {

						@Override
						public void onTimedOut(NamedExecutor executor, long taskId, String task, Duration limit,
								boolean running) {
							throw new AssertionError("listener");
						}

					}));
		for (int i = 0; i < 3; i++) {
			CompletableFuture<?> future = executor.submit(() -> new CountDownLatch(1).await(1, TimeUnit.HOURS));
			await().until(future::isDone);
		}
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldRunCallbackThatIsAddedInCallbackAtOnce(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads);
		CountDownLatch latch = latch();
		CompletableFuture<Integer> future = executor.submit(() -> {
			awaitUninterrupted(latch);
			return 1;
		});
		CompletableFuture<Integer> result = future
			.thenCompose((value) -> CompletableFuture.completedFuture(future.thenApply((inner) -> inner + 1).join()));
		future.thenAccept((value) -> {
		});
		latch.countDown();
		assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo(2);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldInterruptLosersOfInvokeAny(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(2));
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		Integer winner = executor.invokeAny(List.<Callable<Integer>>of(() -> {
			started.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
			}
			return 1;
		}, () -> {
			started.await();
			return 2;
		}));
		assertThat(winner).isEqualTo(2);
		assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
		await().until(() -> executor.snapshot().active() == 0);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldInterruptTaskOfCompletionService(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads);
		ExecutorCompletionService<Boolean> service = new ExecutorCompletionService<>(executor);
		CountDownLatch started = new CountDownLatch(1);
		Future<Boolean> future = service.submit(() -> {
			started.countDown();
			return new CountDownLatch(1).await(1, TimeUnit.HOURS);
		});
		started.await();
		future.cancel(true);
		assertThat(service.poll(10, TimeUnit.SECONDS)).isSameAs(future);
		await().until(() -> executor.snapshot().active() == 0);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldGovernTaskWhoseThreadIsInitializing(ThreadKind threads) throws Exception {
		CountDownLatch latch = latch();
		NamedExecutor executor = build(threads,
				(builder) -> builder.coreSize(1).maxSize(1).initializer(() -> awaitUninterrupted(latch)));
		CompletableFuture<Integer> future = executor.submit(() -> 1, TaskOptions.of().label("first"));
		await().until(() -> executor.running().size() == 1);
		assertThat(executor.running().get(0).task()).isEqualTo("first");
		assertThat(executor.cancel(executor.running().get(0).id())).isTrue();
		assertThat(future).isCancelled();
		latch.countDown();
		assertThat(executor.submit(() -> 2).get(10, TimeUnit.SECONDS)).isEqualTo(2);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldEndForeignFutureThatWasExecutedWithOptions(ThreadKind threads) {
		NamedExecutor executor = build(threads,
				(builder) -> builder.coreSize(1).maxSize(1).queueCapacity(1).rejection(RejectionPolicy.DISCARD));
		occupy(executor);
		executor.submit(() -> 1);
		FutureTask<Integer> foreign = new FutureTask<>(() -> 2);
		executor.execute(foreign, TaskOptions.of().label("foreign"));
		assertThat(foreign).isCancelled();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldLetGoOfWhatTheTaskHeld(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads);
		byte[][] held = { new byte[1024] };
		WeakReference<byte[]> reference = new WeakReference<>(held[0]);
		CompletableFuture<Integer> future = submitHolding(executor, held[0]);
		held[0] = null;
		assertThat(future.get()).isEqualTo(1024);
		await().until(() -> {
			System.gc();
			return reference.get() == null;
		});
		assertThat(future).isDone();
	}

	private CompletableFuture<Integer> submitHolding(NamedExecutor executor, byte[] held) {
		return executor.submit(() -> held.length);
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldIgnorePauseAfterShutdown(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1));
		CountDownLatch latch = occupy(executor);
		CompletableFuture<Integer> queued = executor.submit(() -> 1);
		executor.shutdown();
		executor.pause();
		latch.countDown();
		assertThat(queued.get(10, TimeUnit.SECONDS)).isOne();
		assertThat(executor.awaitTermination(Duration.ofSeconds(10))).isTrue();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldStopEvenIfForeignFutureThrowsOnCancel(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads,
				(builder) -> builder.uncaughtExceptionHandler((thread, name, task, ex) -> {
				}));
		CountDownLatch started = new CountDownLatch(1);
		executor.execute(new FutureTask<>(() -> {
			started.countDown();
			return new CountDownLatch(1).await(1, TimeUnit.HOURS);
		}) {

			@Override
			protected void done() {
				throw new IllegalStateException("done");
			}

		});
		started.await();
		executor.shutdownNow();
		assertThat(executor.awaitTermination(Duration.ofSeconds(10))).isTrue();
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldTerminateWhenLastWaitingTaskIsCancelledAfterShutdown(ThreadKind threads) throws Exception {
		for (int round = 0; round < 500; round++) {
			NamedExecutor executor = build(threads, (builder) -> builder.coreSize(1).maxSize(1));
			AtomicBoolean go = new AtomicBoolean();
			executor.execute(() -> {
				while (!go.get()) {
					Thread.onSpinWait();
				}
			});
			Future<?> waiting = executor.submit(() -> 1);
			executor.shutdown();
			go.set(true);
			for (int i = 0; i < round % 50; i++) {
				Thread.onSpinWait();
			}
			waiting.cancel(false);
			assertThat(executor.awaitTermination(Duration.ofSeconds(10))).isTrue();
		}
	}

	@ParameterizedTest
	@EachThreadKind
	void shouldStartWaitingTaskHoweverSubmitAndResumeMeet(ThreadKind threads) throws Exception {
		NamedExecutor executor = build(threads, (builder) -> builder.coreSize(2).maxSize(2));
		for (int round = 0; round < 500; round++) {
			CountDownLatch second = new CountDownLatch(1);
			executor.pause();
			CompletableFuture<?> first = executor.submit(() -> second.await(20, TimeUnit.SECONDS));
			Thread resumer = new Thread(executor::resume);
			resumer.start();
			executor.execute(second::countDown);
			assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(true);
			resumer.join();
		}
	}

	static final class NamedJob implements Runnable {

		@Override
		public void run() {
		}

	}

}
