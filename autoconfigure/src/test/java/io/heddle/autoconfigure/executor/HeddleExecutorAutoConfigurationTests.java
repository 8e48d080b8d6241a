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

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.context.ContextRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.executor.BrokenExecutorException;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.UncaughtTaskExceptionHandler;
import io.heddle.executor.Watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link HeddleExecutorAutoConfiguration}: the beans and how they are made.
 */
class HeddleExecutorAutoConfigurationTests {

	@Test
	void shouldUseTheExecutorsOfTheParentInAChild() {
		HeddleRunner.create("heddle.executors.mail.core-size=1")
			.run((parent) -> HeddleRunner
				.create("heddle.executors.mail.core-size=1", "heddle.executors.report.core-size=1")
				.withParent(parent)
				.withBean("injected", Injected.class)
				.run((child) -> {
					assertThat(child).hasNotFailed();
					assertThat(child.getBean("mail")).isSameAs(parent.getBean("mail"));
					assertThat(child.containsLocalBean("mail")).isFalse();
					assertThat(child.containsLocalBean("report")).isTrue();
					assertThat(child.getBean(Injected.class).named).isSameAs(parent.getBean("mail"));
				}));
	}

	@Test
	void shouldSayInARejectionWhatTheExecutorIsDoing() {
		HeddleRunner.create("heddle.executors.mail.core-size=1", "heddle.executors.mail.queue.type=handoff")
			.run((context) -> {
				NamedExecutor mail = context.getBean("mail", NamedExecutor.class);
				CountDownLatch latch = new CountDownLatch(1);
				mail.execute(() -> await(latch));
				assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> mail.submit(() -> 1))
					.withMessageContaining("'mail'")
					.satisfies((ex) -> assertThat(ex).hasMessage(ex.getCause().getMessage()));
				latch.countDown();
			});
	}

	@Test
	void shouldRegisterNothingButInertBeansWithoutExecutors() {
		HeddleRunner.create().run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(NamedExecutor.class);
			assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
				.noneMatch((name) -> name.startsWith("heddle-"));
			List<String> ours = Arrays.stream(context.getBeanDefinitionNames())
				.filter((name) -> name.startsWith("heddle"))
				.toList();
			assertThat(ours).containsExactlyInAnyOrder("heddleExecutorBeanDefinitions", "heddleRunOnBeanPostProcessor",
					"heddleRunOnStartupCheck", "heddleWatchdog", "heddleExecutorEventPublisher",
					"heddleUnqualifiedExecutorCheck", "heddleExecutorEnvironmentChangeListener",
					"heddleProcessPoolBeanDefinitions", "heddleProcessPoolEventPublisher", "heddleProcessRunOnRoute",
					"heddleAsyncOnProcessPoolCheck", "heddleProcessPoolEnvironmentChangeListener",
					"heddleQueueBeanDefinitions", "heddleQueueEventPublisher", "heddleQueueEnvironmentChangeListener",
					"heddleQueueListenerContainers", "heddleLockBeanDefinitions", "heddleLockEnvironmentChangeListener",
					"heddleSemaphoreBeanDefinitions", "heddleSemaphoreEnvironmentChangeListener",
					"heddleEventBeanDefinitions", "heddleEventEnvironmentChangeListener",
					"heddleBarrierBeanDefinitions", "heddleBarrierEnvironmentChangeListener",
					"heddleSynchronizerEventPublisher", "heddleGuardBeanPostProcessor", "heddleGuardStartupCheck",
					"heddleDeadlockDetector", "heddleDeadlockChecks", "heddleTimerFactory",
					"heddleSubprocessBeanDefinitions", "heddleSubprocessEventPublisher",
					"heddleSubprocessEnvironmentChangeListener", "heddleSubprocessLifecycle",
					"heddleSubprocessShutdown", "heddleSchedulerBeanDefinitions", "heddleTaskEventPublisher",
					"heddleSchedulerEnvironmentChangeListener", "heddleScheduledTasks", "heddleSteeringConfigurer",
					"heddleTaskNameCheck");
		});
	}

	@Test
	void shouldMakeOneBeanForEachName() {
		HeddleRunner.create("heddle.executors.mail.core-size=2", "heddle.executors.report.core-size=3")
			.run((context) -> assertThat(context.getBeansOfType(NamedExecutor.class)).containsOnlyKeys("mail",
					"report"));
	}

	@Test
	void shouldInjectTheSameBeanAsEveryType() {
		HeddleRunner.create("heddle.executors.mail.core-size=2")
			.withUserConfiguration(Injected.class)
			.run((context) -> {
				Injected injected = context.getBean(Injected.class);
				NamedExecutor mail = context.getBean("mail", NamedExecutor.class);
				assertThat(injected.named).isSameAs(mail);
				assertThat(injected.service).isSameAs(mail);
				assertThat(injected.async).isSameAs(mail);
				assertThat(injected.pool).isSameAs(mail);
				assertThat(mail.name()).isEqualTo("mail");
			});
	}

	@Test
	void shouldConfigureThePool() {
		HeddleRunner
			.create("heddle.executors.mail.core-size=2", "heddle.executors.mail.max-size=5",
					"heddle.executors.mail.keep-alive=1500ms", "heddle.executors.mail.queue.capacity=7",
					"heddle.executors.mail.thread-name-prefix=post-", "heddle.executors.mail.daemon=true",
					"heddle.executors.mail.priority=7", "heddle.executors.mail.queue-timeout=3s")
			.run((context) -> {
				ThreadPoolTaskExecutor mail = context.getBean("mail", ThreadPoolTaskExecutor.class);
				assertThat(mail.getCorePoolSize()).isEqualTo(2);
				assertThat(mail.getMaxPoolSize()).isEqualTo(5);
				assertThat(mail.getQueueCapacity()).isEqualTo(7);
				ThreadPoolExecutor pool = mail.getThreadPoolExecutor();
				assertThat(pool.getKeepAliveTime(TimeUnit.MILLISECONDS)).isEqualTo(1500);
				assertThat(pool.allowsCoreThreadTimeOut()).isTrue();
				assertThat(((NamedExecutor) mail).limits().queueTimeout()).hasSeconds(3);
				Thread thread = mail.submitCompletable(Thread::currentThread).get(5, TimeUnit.SECONDS);
				assertThat(thread.getName()).isEqualTo("post-1");
				assertThat(thread.isDaemon()).isTrue();
				assertThat(thread.getPriority()).isEqualTo(7);
			});
	}

	@Test
	void shouldNotInheritThePoolOfSpringBoot() {
		HeddleRunner
			.create("heddle.executors.mail.daemon=false", "spring.task.execution.pool.core-size=3",
					"spring.task.execution.pool.max-size=4", "spring.task.execution.pool.queue-capacity=5",
					"spring.task.execution.pool.keep-alive=7s", "spring.task.execution.thread-name-prefix=boot-")
			.run((context) -> {
				ThreadPoolTaskExecutor mail = context.getBean("mail", ThreadPoolTaskExecutor.class);
				assertThat(mail.getCorePoolSize()).isEqualTo(8);
				assertThat(mail.getMaxPoolSize()).isEqualTo(8);
				assertThat(mail.getQueueCapacity()).isEqualTo(Integer.MAX_VALUE);
				assertThat(mail.getKeepAliveSeconds()).isEqualTo(60);
				assertThat(mail.getThreadNamePrefix()).isEqualTo("mail-");
			});
	}

	@Test
	void shouldWorkWithoutTheBuilderOfSpringBoot() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(HeddleExecutorAutoConfiguration.class))
			.withPropertyValues("heddle.executors.mail.core-size=2")
			.run((context) -> assertThat(context.getBean("mail", NamedExecutor.class).submit(() -> 42))
				.succeedsWithin(5, TimeUnit.SECONDS)
				.isEqualTo(42));
	}

	@Test
	void shouldLetCustomizersWin() {
		HeddleRunner.create("heddle.executors.mail.core-size=2", "heddle.executors.mail.queue.capacity=3")
			.withBean(ThreadPoolTaskExecutorCustomizer.class, () -> (executor) -> {
				executor.setCorePoolSize(4);
				executor.setMaxPoolSize(6);
				executor.setKeepAliveSeconds(9);
				executor.setThreadNamePrefix("custom-");
				executor.setAllowCoreThreadTimeOut(false);
			})
			.run((context) -> {
				ThreadPoolTaskExecutor mail = context.getBean("mail", ThreadPoolTaskExecutor.class);
				assertThat(mail.getThreadPoolExecutor().getCorePoolSize()).isEqualTo(4);
				assertThat(mail.getThreadPoolExecutor().getMaximumPoolSize()).isEqualTo(6);
				assertThat(mail.getThreadPoolExecutor().getKeepAliveTime(TimeUnit.SECONDS)).isEqualTo(9);
				assertThat(mail.getThreadPoolExecutor().allowsCoreThreadTimeOut()).isFalse();
				assertThat(mail.submitCompletable(() -> Thread.currentThread().getName()))
					.succeedsWithin(5, TimeUnit.SECONDS)
					.asString()
					.startsWith("custom-");
			});
	}

	@Test
	void shouldUseTheRejectionHandlerAndThreadFactoryOfACustomizer() {
		AtomicInteger rejected = new AtomicInteger();
		HeddleRunner.create("heddle.executors.mail.core-size=1", "heddle.executors.mail.queue.type=handoff")
			.withBean(ThreadPoolTaskExecutorCustomizer.class, () -> (executor) -> {
				executor.setRejectedExecutionHandler((task, pool) -> rejected.incrementAndGet());
				executor.setThreadFactory((task) -> new Thread(task, "made"));
			})
			.run((context) -> {
				NamedExecutor mail = context.getBean("mail", NamedExecutor.class);
				CountDownLatch latch = new CountDownLatch(1);
				mail.execute(() -> await(latch));
				Awaitility.await().until(() -> mail.running().size() == 1);
				assertThat(mail.running()).singleElement()
					.satisfies((task) -> assertThat(task.thread()).isEqualTo("made"));
				mail.execute(() -> {
				});
				assertThat(rejected).hasValue(1);
				latch.countDown();
			});
	}

	@Test
	void shouldApplyDecoratorsInOrder() {
		HeddleRunner.create("heddle.executors.mail.core-size=1")
			.withUserConfiguration(Decorators.class)
			.run((context) -> {
				StringBuffer trace = context.getBean(StringBuffer.class);
				context.getBean("mail", NamedExecutor.class)
					.submit(() -> trace.append("task"))
					.get(5, TimeUnit.SECONDS);
				context.getBean("mail", NamedExecutor.class).shutdown();
				context.getBean("mail", NamedExecutor.class).awaitTermination(5, TimeUnit.SECONDS);
				assertThat(trace).hasToString("one two task");
			});
	}

	@Test
	void shouldCarryTheContextOfTheSubmitter() {
		ThreadLocal<String> tenant = new ThreadLocal<>();
		ContextRegistry.getInstance().registerThreadLocalAccessor("tenant", tenant);
		try {
			HeddleRunner.create("heddle.executors.mail.core-size=1").run((context) -> {
				NamedExecutor mail = context.getBean("mail", NamedExecutor.class);
				tenant.set("acme");
				MDC.put("request", "r1");
				assertThat(mail.submit(() -> tenant.get() + " " + MDC.get("request")))
					.succeedsWithin(5, TimeUnit.SECONDS)
					.isEqualTo("acme r1");
				tenant.remove();
				MDC.clear();
				assertThat(mail.submit(() -> tenant.get() + " " + MDC.get("request")))
					.succeedsWithin(5, TimeUnit.SECONDS)
					.isEqualTo("null null");
			});
		}
		finally {
			ContextRegistry.getInstance().removeThreadLocalAccessor("tenant");
			tenant.remove();
			MDC.clear();
		}
	}

	@Test
	void shouldNotCarryTheContextIfToldSo() {
		try {
			HeddleRunner.create("heddle.executors.mail.propagate-context=false").run((context) -> {
				MDC.put("request", "r1");
				assertThat(context.getBean("mail", NamedExecutor.class).submit(() -> "" + MDC.get("request")))
					.succeedsWithin(5, TimeUnit.SECONDS)
					.isEqualTo("null");
			});
		}
		finally {
			MDC.clear();
		}
	}

	@Test
	void shouldRunTheInitializerInEachThread() {
		AtomicInteger runs = new AtomicInteger();
		HeddleRunner.create("heddle.executors.mail.core-size=1", "heddle.executors.mail.initializer=warmUp")
			.withBean("warmUp", Runnable.class, () -> runs::incrementAndGet)
			.run((context) -> {
				NamedExecutor mail = context.getBean("mail", NamedExecutor.class);
				mail.submit(() -> 1).get(5, TimeUnit.SECONDS);
				mail.submit(() -> 2).get(5, TimeUnit.SECONDS);
				assertThat(runs).hasValue(1);
			});
	}

	@Test
	void shouldHandExceptionsWithoutAFutureToTheHandlerBean() {
		CountDownLatch handled = new CountDownLatch(1);
		HeddleRunner.create("heddle.executors.mail.core-size=1")
			.withBean(UncaughtTaskExceptionHandler.class, () -> (thread, executor, task, exception) -> {
				if (executor.equals("mail") && exception.getMessage().equals("bang")) {
					handled.countDown();
				}
			})
			.run((context) -> {
				context.getBean("mail", NamedExecutor.class).execute(() -> {
					throw new IllegalStateException("bang");
				});
				assertThat(handled.await(5, TimeUnit.SECONDS)).isTrue();
			});
	}

	@Test
	void shouldUseTheWatchdogOfTheUser() {
		Watchdog watchdog = new Watchdog();
		HeddleRunner.create("heddle.executors.mail.core-size=1")
			.withBean("mine", Watchdog.class, () -> watchdog)
			.run((context) -> assertThat(context).getBean(Watchdog.class).isSameAs(watchdog));
	}

	@Test
	void shouldTranslateRejections() {
		HeddleRunner.create("heddle.executors.mail.core-size=1", "heddle.executors.mail.queue.type=handoff")
			.run((context) -> {
				NamedExecutor mail = context.getBean("mail", NamedExecutor.class);
				CountDownLatch latch = new CountDownLatch(1);
				mail.execute(() -> await(latch));
				assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> mail.submit(() -> 1));
				assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> mail.execute(() -> {
				}));
				latch.countDown();
			});
	}

	@Test
	void shouldNotTranslateABrokenExecutor() {
		HeddleRunner.create("heddle.executors.mail.core-size=1", "heddle.executors.mail.initializer=bad")
			.withBean("bad", Runnable.class, () -> () -> {
				throw new IllegalStateException("no warm-up");
			})
			.run((context) -> {
				NamedExecutor mail = context.getBean("mail", NamedExecutor.class);
				assertThat(mail.submit(() -> 1)).failsWithin(5, TimeUnit.SECONDS)
					.withThrowableThat()
					.withMessageContaining("no warm-up");
				assertThatExceptionOfType(BrokenExecutorException.class).isThrownBy(() -> mail.submit(() -> 2));
				assertThat(mail.brokenBy()).hasMessage("no warm-up");
			});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldRunOnVirtualThreads() {
		HeddleRunner.create("heddle.executors.mail.threads=virtual", "heddle.executors.mail.max-size=2")
			.run((context) -> {
				NamedThreadPoolTaskExecutor mail = context.getBean("mail", NamedThreadPoolTaskExecutor.class);
				Thread thread = mail.submit(Thread::currentThread).get(5, TimeUnit.SECONDS);
				assertThat(thread.getClass().getSimpleName()).isEqualTo("VirtualThread");
				assertThat(thread.getName()).startsWith("mail-");
				assertThatIllegalStateException().isThrownBy(mail::getThreadPoolExecutor)
					.withMessage("Executor 'mail' runs on virtual threads and has no thread pool");
				assertThat(mail.getMaxPoolSize()).isEqualTo(2);
				mail.setMaxPoolSize(3);
				assertThat(mail.snapshot().maxPoolSize()).isEqualTo(3);
				CountDownLatch latch = new CountDownLatch(1);
				for (int i = 0; i < 5; i++) {
					mail.execute(() -> await(latch));
				}
				Awaitility.await().until(() -> mail.getActiveCount() == 3 && mail.getQueueSize() == 2);
				latch.countDown();
			});
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Decorators {

		@Bean
		StringBuffer trace() {
			return new StringBuffer();
		}

		@Bean
		@Order(2)
		TaskDecorator inner(StringBuffer trace) {
			return (task) -> () -> {
				trace.append("one ");
				task.run();
			};
		}

		@Bean
		@Order(1)
		TaskDecorator outer(StringBuffer trace) {
			return (task) -> () -> {
				trace.append("two ");
				task.run();
			};
		}

	}

	static class Injected {

		private final NamedExecutor named;

		private final ExecutorService service;

		private final AsyncTaskExecutor async;

		private final ThreadPoolTaskExecutor pool;

		Injected(@Qualifier("mail") NamedExecutor named, @Qualifier("mail") ExecutorService service,
				@Qualifier("mail") AsyncTaskExecutor async, @Qualifier("mail") ThreadPoolTaskExecutor pool) {
			this.named = named;
			this.service = service;
			this.async = async;
			this.pool = pool;
		}

	}

}
