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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for an executor whose tasks are run by a {@link TaskHost}.
 */
@Timeout(60)
class HostedExecutorTests {

	private final ManualHost host = new ManualHost();

	private final NamedExecutor executor = NamedExecutor.builder("hosted").queueCapacity(1).build(this.host);

	@Test
	void shouldStartOneTaskAndQueueNext() throws Exception {
		CompletableFuture<Integer> first = this.executor.submit(() -> 1);
		CompletableFuture<Integer> second = this.executor.submit(() -> 2);
		assertThat(this.executor.running()).singleElement()
			.satisfies((task) -> assertThat(task.thread()).isEqualTo("runner"));
		assertThat(this.executor.queued()).hasSize(1);
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.executor.submit(() -> 3));
		this.host.complete(10);
		assertThat(first.get()).isEqualTo(10);
		this.host.complete(20);
		assertThat(second.get()).isEqualTo(20);
		assertThat(this.executor.running()).isEmpty();
		TaskCounts tasks = this.executor.snapshot().tasks();
		assertThat(tasks.completed()).isEqualTo(2);
		assertThat(tasks.rejected()).isOne();
		assertThat(this.executor.snapshot().executions()).isEqualTo(2);
	}

	@Test
	void shouldFailTaskThatCannotBePrepared() {
		this.host.refusal = new IllegalArgumentException("too large");
		CompletableFuture<Integer> future = this.executor.submit(() -> 1);
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(future::get).withCause(this.host.refusal);
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.executor.execute(() -> {
		})).withMessageContaining("too large").withCause(this.host.refusal);
	}

	@Test
	void shouldTellHostOfSettledTask() {
		CompletableFuture<Integer> future = this.executor.submit(() -> 1);
		assertThat(future.cancel(true)).isTrue();
		assertThat(this.host.settled).hasSize(1);
		assertThat(this.host.complete(1)).isFalse();
		assertThat(future).isCancelled();
		assertThat(this.executor.snapshot().tasks().cancelled()).isOne();
	}

	@Test
	void shouldTimeOutWhatRuns() {
		CompletableFuture<Integer> future = this.executor.submit(() -> 1,
				TaskOptions.of().timeout(Duration.ofMillis(20)));
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(future::get)
			.withCauseInstanceOf(TimeoutException.class);
		assertThat(this.host.settled).hasSize(1);
	}

	@Test
	void shouldRunTaskOnceMoreThatWasPutBack() throws Exception {
		CompletableFuture<Integer> future = this.executor.submit(() -> 1);
		this.host.putBack();
		assertThat(this.executor.running()).isEmpty();
		assertThat(this.executor.queued()).hasSize(1);
		this.host.beginAgain();
		assertThat(this.executor.running()).hasSize(1);
		this.host.complete(1);
		assertThat(future.get()).isOne();
	}

	@Test
	void shouldBreakAndHeal() throws Exception {
		this.executor.submit(() -> 1);
		CompletableFuture<Integer> waiting = this.executor.submit(() -> 2);
		IllegalStateException cause = new IllegalStateException("no worker");
		this.host.tasks.brokenBy(cause);
		this.host.complete(1);
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(waiting::get)
			.withCauseInstanceOf(BrokenExecutorException.class);
		assertThatExceptionOfType(BrokenExecutorException.class).isThrownBy(() -> this.executor.submit(() -> 1));
		this.host.tasks.brokenBy(null);
		CompletableFuture<Integer> future = this.executor.submit(() -> 1);
		this.host.complete(1);
		assertThat(future.get()).isOne();
	}

	@Test
	void shouldCallBackOnceIdle() {
		AtomicInteger calls = new AtomicInteger();
		this.executor.submit(() -> 1);
		this.executor.onceIdle(calls::incrementAndGet);
		assertThat(calls).hasValue(0);
		this.host.complete(1);
		assertThat(calls).hasValue(1);
	}

	@Test
	void shouldCancelWhatWaitsAndRunsAtShutdownNow() throws Exception {
		CompletableFuture<Integer> running = this.executor.submit(() -> 1);
		CompletableFuture<Integer> waiting = this.executor.submit(() -> 2);
		assertThat(this.executor.shutdownNow()).hasSize(1);
		assertThat(running).isCancelled();
		assertThat(waiting).isCancelled();
		assertThat(this.executor.awaitTermination(Duration.ofSeconds(5))).isTrue();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.executor.submit(() -> 1));
	}

	@Test
	void shouldWakeThreadThatFollows() {
		CompletableFuture<Integer> future = this.executor.submit(() -> 1);
		Thread follower = new Thread(future::join);
		follower.start();
		await().until(() -> follower.getState() == Thread.State.TIMED_WAITING);
		assertThat(future.getNumberOfDependents()).isZero();
		this.host.complete(1);
		await().until(() -> !follower.isAlive());
	}

	@Test
	void shouldTellHostOfFutureThatIsCompletedAsynchronously() {
		CompletableFuture<Integer> future = this.executor.submit(() -> 1);
		assertThat(future.completeAsync(() -> 2, Runnable::run)).isSameAs(future).isCompletedWithValue(2);
		assertThat(this.host.ended).containsExactly(future);
		CompletableFuture<Integer> failed = this.executor.submit(() -> 1);
		failed.completeAsync(() -> {
			throw new IllegalStateException("no");
		}, Runnable::run);
		assertThat(failed).isCompletedExceptionally();
		assertThat(this.host.ended).containsExactly(future, failed);
	}

	@Test
	void shouldResizeHost() {
		this.executor.resize(ExecutorResize.of().maxSize(3));
		assertThat(this.host.size()).isEqualTo(3);
		assertThatIllegalArgumentException().isThrownBy(() -> this.executor.resize(ExecutorResize.of().maxSize(0)));
		assertThat(this.executor.snapshot().maxPoolSize()).isEqualTo(3);
	}

	/**
	 * Holds one task at a time, until the test ends it.
	 */
	private static final class ManualHost implements TaskHost {

		private final HostedRunner runner = new HostedRunner("runner", List::of);

		private final List<HostedTask> settled = new ArrayList<>();

		private final List<CompletableFuture<?>> ended = new ArrayList<>();

		private HostedTasks tasks;

		private Exception refusal;

		private HostedTask current;

		private int size = 1;

		@Override
		public void attach(HostedTasks tasks) {
			this.tasks = tasks;
			tasks.add(this.runner);
		}

		@Override
		public void prepare(HostedTask task) throws Exception {
			if (this.refusal != null) {
				throw this.refusal;
			}
		}

		@Override
		public boolean start(HostedTask task) {
			if (this.current != null) {
				return false;
			}
			this.current = task;
			task.begin(this.runner, System.nanoTime());
			return true;
		}

		boolean complete(Object value) {
			HostedTask task = this.current;
			task.end(this.runner, System.nanoTime());
			this.current = null;
			boolean completed = task.complete(value);
			tasksWaiting();
			this.tasks.checkIdle();
			return completed;
		}

		void putBack() {
			this.current.putBack(this.runner);
		}

		void beginAgain() {
			this.current.begin(this.runner, System.nanoTime());
		}

		@Override
		public void tasksWaiting() {
			List<Runnable> unfit = new ArrayList<>();
			HostedTask next = (this.current == null) ? this.tasks.poll(unfit) : null;
			unfit.forEach(Runnable::run);
			if (next != null) {
				start(next);
			}
		}

		@Override
		public void settled(HostedTask task, boolean interrupt) {
			this.settled.add(task);
		}

		@Override
		public boolean await(CompletableFuture<?> future, long nanos) {
			return false;
		}

		@Override
		public void resultWanted() {
		}

		@Override
		public void ended(CompletableFuture<?> future) {
			this.ended.add(future);
		}

		@Override
		public List<HostedTask> held() {
			return (this.current != null) ? List.of(this.current) : List.of();
		}

		@Override
		public int live() {
			return 1;
		}

		@Override
		public int size() {
			return this.size;
		}

		@Override
		public void resize(int size) {
			this.size = size;
		}

		@Override
		public void shutDown() {
			this.tasks.terminated();
		}

	}

}
