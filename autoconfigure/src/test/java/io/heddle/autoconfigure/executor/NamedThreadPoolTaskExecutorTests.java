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

package io.heddle.autoconfigure.executor;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.task.TaskRejectedException;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link NamedThreadPoolTaskExecutor}: sizes, futures, lifecycle and shutdown.
 */
@Timeout(60)
class NamedThreadPoolTaskExecutorTests {

	private final CountDownLatch release = new CountDownLatch(1);

	@AfterEach
	void releaseTasks() {
		this.release.countDown();
	}

	@Test
	void shouldKeepNoTraceOfARefusedChange() {
		HeddleRunner.create("heddle.executors.mail.core-size=2", "heddle.executors.mail.max-size=4").run((context) -> {
			NamedThreadPoolTaskExecutor mail = context.getBean("mail", NamedThreadPoolTaskExecutor.class);
			assertThatIllegalArgumentException().isThrownBy(() -> mail.setCorePoolSize(9));
			assertThatIllegalArgumentException().isThrownBy(() -> mail.setMaxPoolSize(1));
			assertThatIllegalArgumentException().isThrownBy(() -> mail.setKeepAliveSeconds(-1));
			assertThat(mail).extracting("corePoolSize", "maxPoolSize", "keepAliveSeconds").containsExactly(2, 4, 60);
			mail.initialize();
			assertThat(mail.getCorePoolSize()).isEqualTo(2);
			assertThat(mail.getMaxPoolSize()).isEqualTo(4);
			assertThat(mail.getKeepAliveSeconds()).isEqualTo(60);
		});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldNameVirtualThreadsByThePrefix() {
		HeddleRunner.create("heddle.executors.mail.threads=virtual", "heddle.executors.mail.thread-name-prefix=post-")
			.run((context) -> {
				NamedThreadPoolTaskExecutor mail = context.getBean("mail", NamedThreadPoolTaskExecutor.class);
				assertThat(mail.submit(() -> Thread.currentThread().getName())).succeedsWithin(5, TimeUnit.SECONDS)
					.isEqualTo("post-1");
			});
	}

	@Test
	void shouldCallBackOnceIdle() {
		HeddleRunner.create("heddle.executors.mail.core-size=1").run((context) -> {
			NamedThreadPoolTaskExecutor mail = context.getBean("mail", NamedThreadPoolTaskExecutor.class);
			CountDownLatch idle = new CountDownLatch(1);
			mail.onceIdle(idle::countDown);
			assertThat(idle.getCount()).isZero();
		});
	}

	@Test
	void shouldResizeLive() {
		run((context, mail) -> {
			mail.setMaxPoolSize(4);
			mail.setCorePoolSize(3);
			mail.setKeepAliveSeconds(5);
			mail.setQueueCapacity(9);
			assertThat(mail.getThreadPoolExecutor().getCorePoolSize()).isEqualTo(3);
			assertThat(mail.getThreadPoolExecutor().getMaximumPoolSize()).isEqualTo(4);
			assertThat(mail.getThreadPoolExecutor().getKeepAliveTime(TimeUnit.SECONDS)).isEqualTo(5);
			assertThat(mail.getQueueCapacity()).isEqualTo(9);
			assertThatIllegalArgumentException().isThrownBy(() -> mail.setCorePoolSize(5));
			assertThat(mail.getCorePoolSize()).isEqualTo(3);
		});
	}

	@Test
	void shouldCountLive() {
		run((context, mail) -> {
			block(mail);
			mail.submit(() -> 1);
			assertThat(mail.getActiveCount()).isEqualTo(1);
			assertThat(mail.getPoolSize()).isEqualTo(1);
			assertThat(mail.getQueueSize()).isEqualTo(1);
		});
	}

	@Test
	void shouldInterruptARunningTaskThroughEveryKindOfFuture() {
		run((context, mail) -> {
			assertInterruptible((task) -> mail.submit(task));
			assertInterruptible((task) -> mail.submitCompletable(task));
			assertInterruptible((task) -> mail.submit(task, TaskOptions.of().label("labelled")));
			assertInterruptible((task) -> mail.submit(() -> {
				try {
					task.call();
				}
				catch (Exception ex) {
					throw new IllegalStateException(ex);
				}
			}));
		});
	}

	private void assertInterruptible(Function<Callable<String>, Future<?>> submission) {
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		Future<?> future = submission.apply(() -> {
			started.countDown();
			try {
				this.release.await();
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
			}
			return "done";
		});
		join(started);
		assertThat(future.cancel(true)).isTrue();
		join(interrupted);
		assertThat(future).isCancelled();
	}

	@Test
	void shouldPassOnBulkCallsAndShutdown() {
		run((context, mail) -> {
			try {
				List<Future<Integer>> futures = mail.invokeAll(List.of(() -> 1, () -> 2));
				assertThat(futures).extracting((future) -> future.get()).containsExactly(1, 2);
				Callable<Integer> three = () -> 3;
				assertThat(mail.invokeAny(List.of(three))).isEqualTo(3);
			}
			catch (Exception ex) {
				throw new AssertionError(ex);
			}
			block(mail);
			CompletableFuture<Integer> waiting = mail.submit(() -> 4);
			mail.shutdown();
			assertThat(mail.isShutdown()).isTrue();
			assertThat(waiting).isNotDone();
			assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> mail.submit(() -> 5));
			this.release.countDown();
			assertThat(waiting).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(4);
		});
	}

	@Test
	void shouldHoldWaitingTasksWhileTheContextIsStopped() {
		run((context, mail) -> {
			context.getSourceApplicationContext().stop();
			assertThat(mail.isRunning()).isFalse();
			assertThat(mail.isPaused()).isTrue();
			CompletableFuture<Integer> waiting = mail.submit(() -> 1);
			assertThat(mail.queued()).hasSize(1);
			context.getSourceApplicationContext().start();
			assertThat(waiting).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo(1);
			assertThat(mail.isRunning()).isTrue();
		});
	}

	@Test
	void shouldCallBackOnceRunningTasksHaveEnded() {
		run((context, mail) -> {
			block(mail);
			CompletableFuture<Integer> waiting = mail.submit(() -> 1);
			AtomicBoolean stopped = new AtomicBoolean();
			mail.stop(() -> stopped.set(true));
			assertThat(stopped).isFalse();
			this.release.countDown();
			await().untilTrue(stopped);
			assertThat(waiting).isNotDone();
			mail.start();
			assertThat(waiting).succeedsWithin(5, TimeUnit.SECONDS);
		});
	}

	@Test
	void shouldCallBackAtOnceIfNothingRuns() {
		run((context, mail) -> {
			AtomicBoolean stopped = new AtomicBoolean();
			mail.stop(() -> stopped.set(true));
			assertThat(stopped).isTrue();
		});
	}

	@Test
	void shouldNotResumeWhatTheUserPaused() {
		run((context, mail) -> {
			mail.pause();
			context.getSourceApplicationContext().stop();
			context.getSourceApplicationContext().start();
			assertThat(mail.isPaused()).isTrue();
			assertThat(mail.isRunning()).isTrue();
			mail.resume();
			assertThat(mail.isPaused()).isFalse();
		});
	}

	@Test
	void shouldNotResumeForTheUserWhileTheContextIsStopped() {
		run((context, mail) -> {
			context.getSourceApplicationContext().stop();
			mail.resume();
			assertThat(mail.isPaused()).isTrue();
			context.getSourceApplicationContext().start();
			assertThat(mail.isPaused()).isFalse();
		});
	}

	@Test
	void shouldHaveThePhaseOfSpringsExecutors() {
		run((context, mail) -> assertThat(mail.getPhase()).isEqualTo(SmartLifecycle.DEFAULT_PHASE / 2));
	}

	@Test
	void shouldCancelTasksOnCloseByDefault() {
		HeddleRunner.create("heddle.executors.mail.core-size=1").run((context) -> {
			NamedThreadPoolTaskExecutor mail = context.getBean(NamedThreadPoolTaskExecutor.class);
			CompletableFuture<?> running = block(mail);
			CompletableFuture<Integer> waiting = mail.submit(() -> 1);
			shortPhases(context);
			context.getSourceApplicationContext().close();
			assertThat(running).isCancelled();
			assertThat(waiting).isCancelled();
			assertThat(mail.isShutdown()).isTrue();
		});
	}

	@Test
	void shouldAcceptAndRunTasksWhileTheContextClosesBeforeTheStopPhase() {
		AtomicBoolean ran = new AtomicBoolean();
		HeddleRunner.create("heddle.executors.mail.core-size=1")
			.withInitializer((context) -> context.addApplicationListener(
					(ApplicationListener<ContextClosedEvent>) (event) -> event.getApplicationContext()
						.getBean("mail", NamedExecutor.class)
						.submit(() -> ran.set(true))
						.join()))
			.run((context) -> {
				context.getSourceApplicationContext().close();
				assertThat(ran).isTrue();
			});
	}

	@Test
	void shouldRunWaitingTasksWhenAStoppedContextCloses() {
		run((context, mail) -> {
			context.getSourceApplicationContext().stop();
			CompletableFuture<Integer> waiting = mail.submit(() -> 1);
			mail.onApplicationEvent(new ContextClosedEvent(context.getSourceApplicationContext()));
			assertThat(waiting).succeedsWithin(5, TimeUnit.SECONDS);
		});
	}

	@Test
	void shouldDrainForThePeriodOnClose() {
		runDraining("20s", (context, mail) -> {
			CompletableFuture<?> running = block(mail);
			CompletableFuture<Integer> waiting = mail.submit(() -> 1);
			CompletableFuture<Void> closing = CompletableFuture
				.runAsync(() -> context.getSourceApplicationContext().close());
			await().until(mail::isShutdown);
			assertThat(running).isNotDone();
			assertThat(closing).isNotDone();
			assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> mail.submit(() -> 2));
			this.release.countDown();
			assertThat(closing).succeedsWithin(10, TimeUnit.SECONDS);
			assertThat(waiting).isCompletedWithValue(1);
		});
	}

	@Test
	void shouldCancelWhatHasNotEndedAfterThePeriod() {
		runDraining("100ms", (context, mail) -> {
			CompletableFuture<?> running = block(mail);
			CompletableFuture<Integer> waiting = mail.submit(() -> 1);
			context.getSourceApplicationContext().close();
			assertThat(running).isCancelled();
			assertThat(waiting).isCancelled();
			await().until(mail::isTerminated);
		});
	}

	@Test
	void shouldDrainAPausedExecutorOnClose() {
		runDraining("10s", (context, mail) -> {
			mail.pause();
			CompletableFuture<Integer> waiting = mail.submit(() -> 1);
			context.getSourceApplicationContext().close();
			assertThat(waiting).isCompletedWithValue(1);
		});
	}

	@Test
	void shouldUseTheShutdownOfSpringBootByDefault() {
		HeddleRunner
			.create("heddle.executors.mail.core-size=1", "spring.task.execution.shutdown.await-termination=true",
					"spring.task.execution.shutdown.await-termination-period=10s")
			.run((context) -> {
				NamedThreadPoolTaskExecutor mail = context.getBean(NamedThreadPoolTaskExecutor.class);
				CountDownLatch started = new CountDownLatch(1);
				CompletableFuture<Integer> running = mail.submit(() -> {
					started.countDown();
					await().until(mail::isShutdown);
					return 1;
				});
				join(started);
				context.getSourceApplicationContext().close();
				assertThat(running).isCompletedWithValue(1);
			});
	}

	@Test
	void shouldNotMindASecondShutdown() {
		run((context, mail) -> {
			mail.destroy();
			mail.destroy();
			mail.shutdown();
			mail.shutdownNow();
			assertThat(mail.isShutdown()).isTrue();
		});
	}

	private CompletableFuture<?> block(NamedExecutor executor) {
		CountDownLatch started = new CountDownLatch(1);
		CompletableFuture<?> future = executor.submit(() -> {
			started.countDown();
			try {
				this.release.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		join(started);
		return future;
	}

	private static void join(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void shortPhases(AssertableApplicationContext context) {
		context.getBean("lifecycleProcessor", DefaultLifecycleProcessor.class).setTimeoutPerShutdownPhase(100);
	}

	private void runDraining(String period,
			BiConsumer<AssertableApplicationContext, NamedThreadPoolTaskExecutor> consumer) {
		HeddleRunner.create("heddle.executors.mail.core-size=1", "heddle.executors.mail.shutdown.period=" + period)
			.run((context) -> consumer.accept(context, context.getBean(NamedThreadPoolTaskExecutor.class)));
	}

	private void run(BiConsumer<AssertableApplicationContext, NamedThreadPoolTaskExecutor> consumer) {
		HeddleRunner.create("heddle.executors.mail.core-size=1").run((context) -> {
			shortPhases(context);
			consumer.accept(context, context.getBean(NamedThreadPoolTaskExecutor.class));
			this.release.countDown();
		});
	}

}
