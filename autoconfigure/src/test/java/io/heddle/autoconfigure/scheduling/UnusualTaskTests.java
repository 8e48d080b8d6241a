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

package io.heddle.autoconfigure.scheduling;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.OneTimeTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.scheduling.ScheduledTaskHandle;
import io.heddle.scheduling.ScheduledTasks;
import io.heddle.scheduling.TaskId;
import io.heddle.scheduling.TaskSchedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for tasks and schedules that are seldom.
 */
class UnusualTaskTests {

	@Test
	void shouldRunOnceWhatIsRepeatedNeverAgain() {
		HeddleRunner.create().withUserConfiguration(NeverAgain.class).run((context) -> {
			ScheduledTaskHandle task = context.getBean(ScheduledTasks.class).get("once");
			await().until(() -> task.runs() == 1 && task.running().isEmpty());
			assertThat(task.next()).isAfter(Instant.parse("2150-01-01T00:00:00Z"));
			assertThat(task.snapshot().overdue()).isFalse();
			task.reschedule(TaskSchedule.cron("0 0 0 31 2 *"));
			assertThat(task.next()).as("31 February").isNull();
			task.reschedule(TaskSchedule.fixedRate(Duration.ofMillis(Long.MAX_VALUE)));
			assertThat(task.next()).isAfter(Instant.parse("2150-01-01T00:00:00Z"));
		});
	}

	@Test
	void shouldListATaskWithoutAName() {
		HeddleRunner.create().withUserConfiguration(Nameless.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(ScheduledTasks.class).all()).extracting(ScheduledTaskHandle::id)
				.containsExactly("unnamed");
		});
	}

	@Test
	void shouldSteerTasksBehindProxies() {
		HeddleRunner.create().withUserConfiguration(Proxies.class).run((context) -> {
			assertThat(Proxy.isProxyClass(context.getBean(Job.class).getClass())).isTrue();
			assertThat(context.getBean(ClassJob.class).getClass()).isNotEqualTo(ClassJob.class);
			ScheduledTasks tasks = context.getBean(ScheduledTasks.class);
			String ofClass = ClassJob.class.getName() + ".run";
			assertThat(tasks.all()).extracting(ScheduledTaskHandle::id).containsExactlyInAnyOrder("jdk", ofClass);
			for (String id : List.of("jdk", ofClass)) {
				tasks.get(id).trigger();
				await().until(() -> tasks.get(id).runs() == 1);
				assertThat(tasks.get(id).failures()).isZero();
			}
		});
	}

	@Test
	void shouldListTheTaskOfALazyBeanOnceItIsThere() {
		HeddleRunner.create("heddle.schedulers.taskScheduler.tasks.lazy.paused=true")
			.withUserConfiguration(LazyTask.class)
			.run((context) -> {
				ScheduledTasks tasks = context.getBean(ScheduledTasks.class);
				assertThat(tasks.all()).isEmpty();
				context.getBean(LazyTask.Job.class);
				assertThat(tasks.get("lazy").isPaused()).isTrue();
				assertThat(tasks.get("lazy").next()).isNotNull();
			});
	}

	@Test
	void shouldEvaluateExpressionsForTheTimeZone() {
		HeddleRunner.create().withUserConfiguration(Expressions.class).run((context) -> {
			assertThat(context).hasNotFailed();
			ScheduledTaskHandle task = context.getBean(ScheduledTasks.class).get("expressions");
			assertThat(task.schedule()).hasToString("cron 0 0 3 * * * in Asia/Tokyo");
		});
	}

	@Test
	void shouldReportARunAsSoonAsAChangedLimitSaysSo() {
		List<ScheduledTaskStuckEvent> events = new CopyOnWriteArrayList<>();
		HeddleRunner.create()
			.withUserConfiguration(Slow.class)
			.withBean("events", ApplicationListener.class,
					() -> (ApplicationListener<ScheduledTaskStuckEvent>) events::add)
			.run((context) -> {
				context.getBean(ScheduledTasks.class).get("slow").trigger();
				SteeringTests.change(context, "heddle.schedulers.taskScheduler.stuck-after", "100ms");
				await().atMost(Duration.ofSeconds(5)).until(() -> !events.isEmpty());
				context.getBean(Slow.class).end.countDown();
			});
	}

	@Test
	void shouldForgetAllButTheLastTasksThatHaveRunOnce() {
		HeddleRunner.create().withUserConfiguration(Registrar.class).run((context) -> {
			ScheduledTasks tasks = context.getBean(ScheduledTasks.class);
			AtomicInteger runs = new AtomicInteger();
			ScheduledTaskRegistrar registrar = context.getBean(Registrar.class).registrar;
			registrar.scheduleOneTimeTask(new OneTimeTask(runs::incrementAndGet, Duration.ofDays(1)));
			for (int round = 1; round <= 10; round++) {
				for (int i = 0; i < 100; i++) {
					registrar.scheduleOneTimeTask(new OneTimeTask(runs::incrementAndGet, Duration.ZERO));
				}
				int expected = 100 * round;
				await().until(() -> runs.get() == expected);
			}
			assertThat(tasks.all()).hasSizeBetween(SpentTasks.KEPT, 3 * SpentTasks.KEPT);
			assertThat(tasks.all()).filteredOn((task) -> task.next() != null).hasSize(1);
			await().until(() -> tasks.past("taskScheduler").runs()
					+ tasks.all().stream().mapToLong(ScheduledTaskHandle::runs).sum() == 1000);
		});
	}

	@Test
	void shouldKnowTheTimeZoneOfATaskBehindAProxyOfItsInterface() {
		HeddleRunner.create().withUserConfiguration(Proxies.class).run((context) -> {
			ScheduledTaskHandle task = context.getBean(ScheduledTasks.class).get("jdk");
			assertThat(task.schedule()).hasToString("cron 0 0 3 1 1 * in Asia/Tokyo");
		});
	}

	@Test
	void shouldNotListWhatTheCodeHasDisabled() {
		HeddleRunner.create("my.cron=-", "heddle.schedulers.taskScheduler.tasks.disabled.fixed-rate=1ms")
			.withUserConfiguration(Disabled.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(ScheduledTasks.class).all()).isEmpty();
			});
	}

	@Test
	void shouldSteerATaskOfASchedulerThatIsNoBean() {
		HeddleRunner.create().withUserConfiguration(Local.class).run((context) -> {
			ScheduledTaskHandle task = context.getBean(ScheduledTasks.class).get("local");
			assertThat(task.scheduler()).isEqualTo("local");
			task.trigger();
			assertThat(context.getBean(Local.class).threads.poll(10, TimeUnit.SECONDS)).isEqualTo("of-the-application");
			await().until(() -> task.runs() == 1);
			task.reschedule(TaskSchedule.fixedRate(Duration.ofDays(1)));
			assertThat(task.next()).isAfter(Instant.now().plusSeconds(80_000));
		});
	}

	@Test
	void shouldLeaveTheSchedulerOfBootToItsProperties() {
		HeddleRunner
			.create("spring.task.scheduling.pool.size=3", "spring.task.scheduling.thread-name-prefix=boots-",
					"heddle.schedulers.taskScheduler.stuck-after=1m")
			.withUserConfiguration(NeverAgain.class)
			.run((context) -> {
				ThreadPoolTaskScheduler scheduler = context.getBean("taskScheduler", ThreadPoolTaskScheduler.class);
				assertThat(scheduler.getScheduledThreadPoolExecutor().getCorePoolSize()).isEqualTo(3);
				assertThat(scheduler.getThreadNamePrefix()).isEqualTo("boots-");
				assertThat(scheduler.getClass()).isEqualTo(ThreadPoolTaskScheduler.class);
			});
	}

	@Test
	void shouldRefuseATriggerOfASchedulerThatIsShutDown() {
		HeddleRunner.create().withUserConfiguration(Proxies.class).run((context) -> {
			ScheduledTaskHandle task = context.getBean(ScheduledTasks.class).get("jdk");
			context.getBean("taskScheduler", ThreadPoolTaskScheduler.class).shutdown();
			for (int i = 0; i < 2; i++) {
				assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(task::trigger);
			}
			TaskSchedule before = task.schedule();
			assertThatExceptionOfType(RejectedExecutionException.class)
				.isThrownBy(() -> task.reschedule(TaskSchedule.fixedRate(Duration.ofDays(1))));
			assertThat(task.schedule()).isEqualTo(before);
		});
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class NeverAgain {

		@Scheduled(fixedDelay = Long.MAX_VALUE)
		@TaskId("once")
		void run() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Nameless {

		@Bean
		static SchedulingConfigurer configurer() {
			return (registrar) -> registrar.addCronTask(new Runnable() {

				@Override
				public void run() {
				}

				@Override
				public String toString() {
					return null;
				}

			}, "0 0 4 * * *");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	@EnableAsync
	static class Proxies {

		@Bean
		static Job job() {
			return new ProxiedJob();
		}

		@Bean
		static ClassJob classJob() {
			return new ClassJob();
		}

	}

	interface Job {

		@TaskId("jdk")
		void run();

		void proxied();

	}

	static class ProxiedJob implements Job {

		@Override
		@Scheduled(cron = "0 0 3 1 1 *", zone = "Asia/Tokyo")
		public void run() {
		}

		@Override
		@Async
		public void proxied() {
		}

	}

	static class ClassJob {

		@Scheduled(cron = "0 0 3 1 1 *")
		void run() {
		}

		@Async
		void proxied() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class LazyTask {

		@Bean
		@Lazy
		static Job job() {
			return new Job();
		}

		static class Job {

			@Scheduled(cron = "0 0 3 1 1 *")
			@TaskId("lazy")
			void run() {
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Expressions {

		@Scheduled(cron = "#{'0 0 3 * * ' + '*'}", zone = "#{@zone}")
		@TaskId("expressions")
		void run() {
		}

		@Bean
		static String zone() {
			return "Asia/Tokyo";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Slow {

		private final CountDownLatch end = new CountDownLatch(1);

		@Scheduled(cron = "0 0 3 1 1 *")
		@TaskId("slow")
		void run() throws InterruptedException {
			this.end.await();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Registrar implements SchedulingConfigurer {

		private ScheduledTaskRegistrar registrar;

		@Override
		public void configureTasks(ScheduledTaskRegistrar registrar) {
			this.registrar = registrar;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Disabled {

		@Scheduled(cron = "${my.cron}")
		@TaskId("disabled")
		void run() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Local {

		private final BlockingQueue<String> threads = new LinkedBlockingQueue<>();

		@Scheduled(cron = "0 0 3 1 1 *")
		@TaskId("local")
		void run() {
			this.threads.add(Thread.currentThread().getName());
		}

		@Bean
		static SchedulingConfigurer configurer() {
			return (registrar) -> registrar
				.setScheduler(Executors.newSingleThreadScheduledExecutor((task) -> daemon(task, "of-the-application")));
		}

		private static Thread daemon(Runnable task, String name) {
			Thread thread = new Thread(task, name);
			thread.setDaemon(true);
			return thread;
		}

	}

}
