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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.MapPropertySource;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import reactor.core.publisher.Mono;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.scheduling.ScheduledTaskHandle;
import io.heddle.scheduling.ScheduledTasks;
import io.heddle.scheduling.SteerableTask;
import io.heddle.scheduling.TaskId;
import io.heddle.scheduling.TaskRun;
import io.heddle.scheduling.TaskSchedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

/**
 * Tests that the tasks of any application can be seen and steered, and run as without
 * Heddle otherwise.
 */
@ExtendWith(OutputCaptureExtension.class)
class SteeringTests {

	private static final String PURGE = Jobs.class.getName() + ".purge";

	private final ApplicationContextRunner manual = HeddleRunner.create()
		.withUserConfiguration(Jobs.class)
		.withBean("taskScheduler", ManualTaskScheduler.class);

	@Test
	void shouldListTheTasksOfAPlainApplication() {
		HeddleRunner.create().withUserConfiguration(Plain.class).run((context) -> {
			ScheduledTasks tasks = context.getBean(ScheduledTasks.class);
			String prefix = Plain.class.getName();
			assertThat(tasks.all()).extracting(ScheduledTaskHandle::id)
				.containsExactlyInAnyOrder(prefix + ".nightly", prefix + ".often", prefix + ".often#2",
						prefix + ".slowly", prefix + ".once", "report", SteeringTests.class.getName() + ".lambda");
			assertThat(tasks.all()).extracting(ScheduledTaskHandle::scheduler).containsOnly("taskScheduler");
			assertThat(tasks.get(prefix + ".nightly").schedule()).hasToString("cron 0 0 3 * * * in Europe/Berlin");
			assertThat(tasks.get(prefix + ".often").schedule()).hasToString("fixed rate PT1H");
			assertThat(tasks.get(prefix + ".often#2").schedule()).hasToString("fixed rate PT2H");
			assertThat(tasks.get(prefix + ".slowly").schedule()).hasToString("fixed delay PT1H");
			assertThat(tasks.get(prefix + ".once").schedule().kind()).isEqualTo(TaskSchedule.Kind.ONE_TIME);
			assertThat(tasks.get("report").task()).isEqualTo(prefix + ".monthly");
			assertThat(tasks.get(prefix + ".slowly").next()).isAfter(Instant.now().plusSeconds(3000));
			assertThat(context.getBean(TaskScheduler.class).getClass().getPackageName())
				.startsWith("org.springframework");
		});
	}

	@Test
	void shouldKeepWhatSpringKnowsOfTheTasks() {
		this.manual.run((context) -> {
			ManualTaskScheduler scheduler = context.getBean(ManualTaskScheduler.class);
			Set<ScheduledTask> tasks = context.getBean(ScheduledTaskHolder.class).getScheduledTasks();
			assertThat(tasks).hasSize(3);
			ScheduledTask purge = tasks.stream()
				.filter((task) -> task.toString().equals(PURGE))
				.findFirst()
				.orElseThrow();
			assertThat(purge.nextExecution()).isNotNull();
			scheduler.advance(Duration.ofHours(1));
			assertThat(purge.getTask().getLastExecutionOutcome().throwable()).isNull();
			assertThat(purge.getTask().getLastExecutionOutcome().executionTime()).isNotNull();
			purge.cancel();
			assertThat(purge.nextExecution()).isNull();
			assertThat(context.getBean(ScheduledTasks.class).find(PURGE)).isNull();
			int runs = context.getBean(Jobs.class).runs.size();
			scheduler.advance(Duration.ofHours(1));
			assertThat(context.getBean(Jobs.class).runs.subList(runs, context.getBean(Jobs.class).runs.size()))
				.noneMatch((run) -> run.contains("purge"));
		});
	}

	@Test
	void shouldRunAsWithoutHeddle() {
		List<String> expected = new ArrayList<>();
		HeddleRunner.withoutHeddle()
			.withUserConfiguration(Jobs.class, OnManualTime.class)
			.withBean("taskScheduler", ManualTaskScheduler.class)
			.run((context) -> expected.addAll(aDay(context)));
		assertThat(expected).hasSize(24 + 1 + 1);
		this.manual.withUserConfiguration(OnManualTime.class)
			.run((context) -> assertThat(aDay(context)).isEqualTo(expected));
		this.manual.run((context) -> assertThat(aDay(context)).isEqualTo(expected));
	}

	private static List<String> aDay(ApplicationContext context) {
		context.getBean(ManualTaskScheduler.class).advance(Duration.ofDays(1));
		return context.getBean(Jobs.class).runs;
	}

	@Test
	void shouldSteerATaskOfPlainSpring() {
		this.manual.run((context) -> {
			ManualTaskScheduler scheduler = context.getBean(ManualTaskScheduler.class);
			Jobs jobs = context.getBean(Jobs.class);
			ScheduledTaskHandle purge = context.getBean(ScheduledTasks.class).get(PURGE);
			assertThat(purge.next()).isEqualTo(ManualTaskScheduler.START.plus(Duration.ofHours(1)));
			purge.trigger();
			scheduler.advance(Duration.ofMinutes(1));
			assertThat(jobs.runs).containsExactly("2026-11-23T00:00:00Z purge");
			assertThat(purge.next()).isEqualTo(ManualTaskScheduler.START.plus(Duration.ofHours(1)));
			purge.pause();
			scheduler.advance(Duration.ofHours(2));
			assertThat(jobs.runs).hasSize(2).last().isEqualTo("2026-11-23T01:30:00Z once");
			purge.resume();
			purge.reschedule(TaskSchedule.cron("0 30 * * * *"));
			assertThat(purge.next()).isEqualTo(Instant.parse("2026-11-23T02:30:00Z"));
			scheduler.advance(Duration.ofHours(1).minusMinutes(1));
			assertThat(jobs.runs).containsExactly("2026-11-23T00:00:00Z purge", "2026-11-23T01:30:00Z once",
					"2026-11-23T02:30:00Z purge", "2026-11-23T03:00:00Z nightly");
			purge.reschedule(TaskSchedule.fixedDelay(Duration.ofMinutes(30)));
			purge.reschedule(TaskSchedule.fixedRate(Duration.ofMinutes(20)));
			scheduler.advance(Duration.ofMinutes(40));
			assertThat(jobs.runs).hasSize(6).endsWith("2026-11-23T03:40:00Z purge");
			purge.cancel();
			scheduler.advance(Duration.ofDays(1));
			assertThat(jobs.runs.stream().filter((run) -> run.endsWith("purge"))).hasSize(4);
			assertThat(context.getBean(ScheduledTasks.class).get(PURGE).isCancelled()).isTrue();
			assertThat(context).hasNotFailed();
		});
	}

	@Test
	void shouldTriggerATaskOfBootsSchedulerOnItsThread() {
		HeddleRunner.create().withUserConfiguration(Threads.class).run((context) -> {
			ScheduledTaskHandle task = context.getBean(ScheduledTasks.class).get(Threads.class.getName() + ".daily");
			task.trigger();
			assertThat(context.getBean(Threads.class).ran.await(10, TimeUnit.SECONDS)).isTrue();
			assertThat(context.getBean(Threads.class).thread).startsWith("scheduling-");
			await().until(() -> task.runs() == 1);
			assertThat(task.last().triggered()).isTrue();
		});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldTriggerATaskOnAVirtualThreadOfBoot() {
		HeddleRunner.create("spring.threads.virtual.enabled=true")
			.withUserConfiguration(Threads.class)
			.run((context) -> {
				assertThat(context.getBean(TaskScheduler.class)).isInstanceOf(SimpleAsyncTaskScheduler.class);
				ScheduledTaskHandle task = context.getBean(ScheduledTasks.class)
					.get(Threads.class.getName() + ".daily");
				task.trigger();
				await().until(() -> task.runs() == 1);
				assertThat(context.getBean(Threads.class).virtual).isEqualTo("true");
			});
	}

	@Test
	void shouldFindTheSchedulerOfEachTask() {
		HeddleRunner.create("heddle.schedulers.housekeeping.size=1", "my.scheduler=housekeeping")
			.withUserConfiguration(Qualified.class)
			.run((context) -> {
				ScheduledTasks tasks = context.getBean(ScheduledTasks.class);
				String prefix = Qualified.class.getName() + ".";
				assertThat(tasks.get(prefix + "ours").scheduler()).isEqualTo("housekeeping");
				assertThat(tasks.get(prefix + "users").scheduler()).isEqualTo("mine");
				assertThat(tasks.get(prefix + "ofService").scheduler()).isEqualTo("service");
				tasks.get(prefix + "ours").trigger();
				tasks.get(prefix + "ofService").trigger();
				await()
					.until(() -> tasks.get(prefix + "ours").runs() == 1 && tasks.get(prefix + "ofService").runs() == 1);
				assertThat(context.getBean(Qualified.class).threads)
					.anyMatch((name) -> name.startsWith("housekeeping-"))
					.anyMatch((name) -> name.equals("of-service"));
			});
	}

	@Test
	void shouldUseTheSchedulerThatTheApplicationHasChosen() {
		HeddleRunner.create().withUserConfiguration(Chosen.class).run((context) -> {
			ScheduledTaskHandle task = context.getBean(ScheduledTasks.class).get(Chosen.class.getName() + ".daily");
			assertThat(task.scheduler()).isEqualTo("chosen");
			assertThat(task.next()).isEqualTo(ManualTaskScheduler.START.plus(Duration.ofDays(1)));
			context.getBean("chosen", ManualTaskScheduler.class).advance(Duration.ofDays(1));
			assertThat(task.runs()).isEqualTo(1);
		});
	}

	@Test
	void shouldForgetTheTasksOfABeanThatIsDestroyed() {
		HeddleRunner.create().withUserConfiguration(Prototypes.class).run((context) -> {
			ScheduledTasks tasks = context.getBean(ScheduledTasks.class);
			String id = Prototypes.Job.class.getName() + ".run";
			Object first = context.getBean(Prototypes.Job.class);
			Object second = context.getBean(Prototypes.Job.class);
			assertThat(tasks.all()).extracting(ScheduledTaskHandle::id).containsExactly(id, id + "#2");
			tasks.get(id).cancel();
			assertThat(tasks.all()).hasSize(2);
			context.getAutowireCapableBeanFactory().destroyBean(first);
			assertThat(tasks.all()).extracting(ScheduledTaskHandle::id).containsExactly(id + "#2");
			context.getAutowireCapableBeanFactory().destroyBean(second);
			assertThat(tasks.all()).isEmpty();
		});
	}

	@Test
	void shouldSteerAReactiveMethod() {
		HeddleRunner.create()
			.withUserConfiguration(Reactive.class)
			.withBean("taskScheduler", ManualTaskScheduler.class)
			.run((context) -> {
				ScheduledTaskHandle task = context.getBean(ScheduledTasks.class)
					.get(Reactive.class.getName() + ".sync");
				task.trigger();
				context.getBean(ManualTaskScheduler.class).advance(Duration.ofHours(1));
				assertThat(context.getBean(Reactive.class).subscriptions).isEqualTo(2);
				assertThat(task.last().outcome()).isEqualTo(TaskRun.Outcome.SUCCEEDED);
			});
	}

	@Test
	void shouldApplyThePropertiesOfTasksAtTheStart() {
		this.manual
			.withPropertyValues("heddle.schedulers.taskScheduler.tasks[" + PURGE + "].fixed-rate=20m",
					"heddle.schedulers.taskScheduler.tasks[" + Jobs.class.getName() + ".nightly].cron=0 0 5 * * *",
					"heddle.schedulers.taskScheduler.tasks[" + Jobs.class.getName() + ".once].paused=true")
			.run((context) -> {
				context.getBean(ManualTaskScheduler.class).advance(Duration.ofHours(2));
				assertThat(context.getBean(Jobs.class).runs).containsExactly("2026-11-23T01:00:00Z purge",
						"2026-11-23T01:20:00Z purge", "2026-11-23T01:40:00Z purge", "2026-11-23T02:00:00Z purge");
				assertThat(context.getBean(ScheduledTasks.class).get(Jobs.class.getName() + ".nightly").next())
					.isEqualTo(Instant.parse("2026-11-23T05:00:00Z"));
			});
	}

	@Test
	void shouldApplyThePropertiesOfTasksLive(CapturedOutput output) {
		this.manual.run((context) -> {
			ManualTaskScheduler scheduler = context.getBean(ManualTaskScheduler.class);
			ScheduledTaskHandle purge = context.getBean(ScheduledTasks.class).get(PURGE);
			String key = "heddle.schedulers.taskScheduler.tasks[" + PURGE + "].";
			change(context, key + "cron", "0 15 * * * *", key + "paused", "true");
			assertThat(purge.schedule()).hasToString("cron 0 15 * * * *");
			assertThat(purge.isPaused()).isTrue();
			purge.resume();
			change(context, key + "cron", "0 15 * * * *", key + "paused", "true", "other", "1");
			assertThat(purge.isPaused()).as("changed otherwise").isFalse();
			change(context, key + "cron", "every hour");
			assertThat(output).contains("is not applied").contains(key + "cron").contains("no cron expression");
			assertThat(purge.schedule()).hasToString("cron 0 15 * * * *");
			change(context, "other", "2");
			assertThat(purge.schedule()).hasToString("fixed rate PT1H");
			assertThat(purge.next()).isEqualTo(scheduler.now().plus(Duration.ofHours(1)));
			purge.cancel();
			change(context, key + "cron", "0 15 * * * *");
			assertThat(purge.isCancelled()).isTrue();
			assertThat(output).doesNotContain("was added");
		});
	}

	static void change(ConfigurableApplicationContext context, String... properties) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < properties.length; i += 2) {
			map.put(properties[i], properties[i + 1]);
		}
		context.getEnvironment().getPropertySources().remove("changed");
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("changed", map));
		context.publishEvent(new EnvironmentChangeEvent(context, map.keySet()));
	}

	@Test
	void shouldPublishEvents() {
		List<ScheduledTaskEvent> events = new ArrayList<>();
		HeddleRunner.create("heddle.schedulers.taskScheduler.stuck-after=1ns")
			.withUserConfiguration(Failing.class)
			.withBean("taskScheduler", ManualTaskScheduler.class)
			.withBean("events", ApplicationListener.class, () -> (ApplicationListener<ScheduledTaskEvent>) events::add)
			.run((context) -> {
				context.getBean(ManualTaskScheduler.class).advance(Duration.ofHours(1));
				assertThat(events).filteredOn(ScheduledTaskFailedEvent.class::isInstance)
					.singleElement()
					.isInstanceOfSatisfying(ScheduledTaskFailedEvent.class, (event) -> {
						assertThat(event.getTaskId()).isEqualTo("failing");
						assertThat(event.getFailure()).hasMessage("Disk full");
						assertThat(event.getRun().outcome()).isEqualTo(TaskRun.Outcome.FAILED);
						assertThat(event.getFailuresInARow()).isEqualTo(1);
					});
				assertThat(events).filteredOn(ScheduledTaskStuckEvent.class::isInstance)
					.singleElement()
					.isInstanceOfSatisfying(ScheduledTaskStuckEvent.class,
							(event) -> assertThat(event.getRun().stack()).isNotEmpty());
			});
	}

	@Test
	void shouldWarnOfPropertiesThatNobodyReads(CapturedOutput output) {
		this.manual
			.withPropertyValues("heddle.schedulers.taskScheduler.tasks[" + PURGE + "s].paused=true",
					"heddle.schedulers.housekeeping.tasks[" + PURGE + "].paused=true",
					"heddle.schedulers.housekeepin.external=true", "heddle.schedulers.taskScheduler.external=true")
			.run((context) -> {
				context.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0],
						context.getSourceApplicationContext(), Duration.ZERO));
				assertThat(output)
					.contains("There is no scheduled task for 'heddle.schedulers.taskScheduler.tasks[" + PURGE
							+ "s]'. Did you mean '" + PURGE + "'?")
					.contains("Nobody reads 'heddle.schedulers.housekeeping.tasks[" + PURGE
							+ "]', for the task runs on the scheduler 'taskScheduler'")
					.contains("There is no scheduler for 'heddle.schedulers.housekeepin.external'. "
							+ "Did you mean 'housekeeping'?")
					.doesNotContain("There is no scheduler for 'heddle.schedulers.taskScheduler");
			});
	}

	@Test
	void shouldDoNothingWithoutEnableScheduling() {
		HeddleRunner.create().run((context) -> {
			assertThat(context.getBean(ScheduledTasks.class).all()).isEmpty();
			assertThat(Stream.of(context.getBeanNamesForType(TaskScheduler.class))).isEmpty();
		});
	}

	@Test
	void shouldCancelTheTasksWithTheContext() {
		ScheduledTaskHandle[] purge = new ScheduledTaskHandle[1];
		this.manual.run((context) -> purge[0] = context.getBean(ScheduledTasks.class).get(PURGE));
		assertThat(purge[0].isCancelled()).isTrue();
		assertThatIllegalStateException().isThrownBy(purge[0]::trigger);
		assertThatNoException().isThrownBy(purge[0]::cancel);
	}

	static Runnable lambda() {
		return () -> {
		};
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	@EnableAsync
	static class Plain {

		@Scheduled(cron = "${nightly:0 0 3 * * *}", zone = "Europe/Berlin")
		void nightly() {
		}

		@Scheduled(fixedRate = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
		@Scheduled(fixedRate = 2, initialDelay = 1, timeUnit = TimeUnit.HOURS)
		void often() {
		}

		@Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
		void slowly() {
		}

		@Scheduled(initialDelay = 1, timeUnit = TimeUnit.HOURS)
		void once() {
		}

		@Scheduled(cron = "0 0 0 1 * *")
		@TaskId("report")
		void monthly() {
		}

		@Async
		void proxied() {
		}

		@Bean
		static SchedulingConfigurer configurer() {
			return new AddsALambda();
		}

	}

	static class AddsALambda implements SchedulingConfigurer {

		@Override
		public void configureTasks(ScheduledTaskRegistrar registrar) {
			registrar.addCronTask(SteeringTests.lambda(), "0 0 4 * * *");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Jobs {

		private final List<String> runs = new ArrayList<>();

		private final ManualTaskScheduler scheduler;

		Jobs(ManualTaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

		private void note(String run) {
			this.runs.add(this.scheduler.now() + " " + run);
		}

		@Scheduled(cron = "0 0 3 * * *", zone = "UTC")
		void nightly() {
			note("nightly");
		}

		@Scheduled(fixedRateString = "PT1H", initialDelayString = "PT1H")
		void purge() {
			note("purge");
			if (this.runs.size() == 5) {
				throw new IllegalStateException("Goes on");
			}
		}

		@Scheduled(initialDelay = 90, timeUnit = TimeUnit.MINUTES)
		void once() {
			note("once");
		}

	}

	/**
	 * Without it, Spring reckons initial delays by the clock of the system.
	 */
	@Configuration(proxyBeanMethods = false)
	static class OnManualTime {

		@Bean
		static SchedulingConfigurer chooses(ManualTaskScheduler scheduler) {
			return (registrar) -> registrar.setTaskScheduler(scheduler);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Threads {

		private final CountDownLatch ran = new CountDownLatch(1);

		private volatile String thread;

		private volatile String virtual;

		@Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.DAYS)
		void daily() {
			this.thread = Thread.currentThread().getName();
			this.virtual = String.valueOf(Thread.currentThread().toString().startsWith("VirtualThread"));
			this.ran.countDown();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Qualified {

		private final List<String> threads = new CopyOnWriteArrayList<>();

		@Scheduled(cron = "0 0 3 * * *", scheduler = "${my.scheduler}")
		void ours() {
			this.threads.add(Thread.currentThread().getName());
		}

		@Scheduled(cron = "0 0 3 * * *", scheduler = "mine")
		void users() {
		}

		@Scheduled(cron = "0 0 3 * * *", scheduler = "service")
		void ofService() {
			this.threads.add(Thread.currentThread().getName());
		}

		@Bean
		static TaskScheduler mine() {
			return new ManualTaskScheduler();
		}

		@Bean(destroyMethod = "shutdownNow")
		static ScheduledExecutorService service() {
			return Executors.newSingleThreadScheduledExecutor((task) -> new Thread(task, "of-service"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Chosen {

		@Scheduled(fixedRate = 1, initialDelay = 1, timeUnit = TimeUnit.DAYS)
		void daily() {
		}

		@Bean
		static TaskScheduler chosen() {
			return new ManualTaskScheduler();
		}

		@Bean
		static TaskScheduler other() {
			return new ManualTaskScheduler();
		}

		@Bean
		static SchedulingConfigurer chooses(ApplicationContext context) {
			return (registrar) -> registrar.setTaskScheduler(context.getBean("chosen", TaskScheduler.class));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Prototypes {

		@Bean
		@Scope("prototype")
		static Job job() {
			return new Job();
		}

		static class Job {

			@Scheduled(cron = "0 0 3 * * *")
			void run() {
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Reactive {

		private int subscriptions;

		@Scheduled(fixedRate = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
		Mono<Void> sync() {
			return Mono.fromRunnable(() -> this.subscriptions++);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Failing {

		private final ScheduledTasks tasks;

		Failing(@Lazy ScheduledTasks tasks) {
			this.tasks = tasks;
		}

		@Scheduled(fixedRate = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
		@TaskId("failing")
		void fail() {
			((SteerableTask) this.tasks.get("failing")).inspect();
			throw new IllegalStateException("Disk full");
		}

	}

}
