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

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import io.heddle.autoconfigure.named.FailureAnalyses;
import io.heddle.autoconfigure.named.HeddleRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeddleSchedulerAutoConfiguration}: the beans and how they are made.
 */
@ExtendWith(OutputCaptureExtension.class)
class HeddleSchedulerAutoConfigurationTests {

	private static final String ONE = "heddle.schedulers.housekeeping.size=2";

	@Test
	void shouldMakeOneBeanForEachName() {
		HeddleRunner
			.create(ONE, "heddle.defaults.schedulers.priority=3", "heddle.schedulers.reports.thread-name-prefix=r-",
					"heddle.schedulers.reports.daemon=true", "heddle.schedulers.taskScheduler.stuck-after=1m")
			.run((context) -> {
				assertThat(context.getBeansOfType(ThreadPoolTaskScheduler.class)).containsOnlyKeys("housekeeping",
						"reports");
				ThreadPoolTaskScheduler housekeeping = context.getBean("housekeeping", ThreadPoolTaskScheduler.class);
				assertThat(housekeeping.getScheduledThreadPoolExecutor().getCorePoolSize()).isEqualTo(2);
				assertThat(housekeeping.getThreadNamePrefix()).isEqualTo("housekeeping-");
				assertThat(housekeeping.getThreadPriority()).isEqualTo(3);
				ThreadPoolTaskScheduler reports = context.getBean("reports", ThreadPoolTaskScheduler.class);
				assertThat(reports.getScheduledThreadPoolExecutor().getCorePoolSize()).isEqualTo(1);
				assertThat(reports.getThreadNamePrefix()).isEqualTo("r-");
				assertThat(reports.isDaemon()).isTrue();
			});
	}

	@Test
	void shouldInjectByQualifierAsEachType() {
		HeddleRunner.create(ONE).withUserConfiguration(Injected.class).run((context) -> {
			assertThat(context).hasNotFailed();
			Injected injected = context.getBean(Injected.class);
			assertThat(injected.scheduler).isSameAs(context.getBean("housekeeping"));
			assertThat(injected.pool).isSameAs(injected.scheduler);
			assertThat(injected.boot).isSameAs(context.getBean("taskScheduler"));
			assertThat(context.getBean(TaskScheduler.class)).isSameAs(context.getBean("taskScheduler"));
		});
	}

	@Test
	void shouldRunScheduledMethodsThatNameIt() {
		HeddleRunner.create(ONE).withUserConfiguration(Jobs.class).run((context) -> {
			Jobs jobs = context.getBean(Jobs.class);
			assertThat(jobs.both.await(10, TimeUnit.SECONDS)).isTrue();
			assertThat(jobs.threads).anyMatch((name) -> name.startsWith("housekeeping-"))
				.anyMatch((name) -> name.startsWith("scheduling-"));
		});
	}

	@Test
	void shouldApplyTheBuilderDecoratorAndCustomizers() {
		List<String> decorated = new CopyOnWriteArrayList<>();
		HeddleRunner.create(ONE).withBean(TaskDecorator.class, () -> (task) -> () -> {
			decorated.add(Thread.currentThread().getName());
			task.run();
		})
			.withBean(ThreadPoolTaskSchedulerCustomizer.class,
					() -> (scheduler) -> scheduler.setThreadNamePrefix("mine-"))
			.withUserConfiguration(Injected.class)
			.run((context) -> {
				context.getBean("housekeeping", ThreadPoolTaskScheduler.class).schedule(() -> {
				}, Instant.now()).get(10, TimeUnit.SECONDS);
				assertThat(decorated).containsExactly("mine-1");
			});
	}

	@Test
	void shouldCarryTheContextOfWhoSchedules() {
		HeddleRunner.create(ONE).run((context) -> {
			ThreadPoolTaskScheduler scheduler = context.getBean("housekeeping", ThreadPoolTaskScheduler.class);
			List<String> seen = new CopyOnWriteArrayList<>();
			MDC.put("user", "ada");
			try {
				scheduler.submit(() -> seen.add(MDC.get("user"))).get(10, TimeUnit.SECONDS);
				assertThat(scheduler.submit(() -> MDC.get("user")).get(10, TimeUnit.SECONDS)).isEqualTo("ada");
				scheduler.schedule(() -> {
					seen.add(MDC.get("user"));
					MDC.put("user", "left behind");
				}, Instant.now()).get(10, TimeUnit.SECONDS);
				Future<?> failing = scheduler.submit(() -> {
					throw new IOException("As it is");
				});
				assertThat(failing).failsWithin(Duration.ofSeconds(10))
					.withThrowableOfType(Exception.class)
					.withCauseInstanceOf(IOException.class);
			}
			finally {
				MDC.remove("user");
			}
			for (int i = 0; i < 4; i++) {
				scheduler.submit(() -> seen.add(String.valueOf(MDC.get("user")))).get(10, TimeUnit.SECONDS);
			}
			assertThat(seen).containsExactly("ada", "ada", "null", "null", "null", "null");
		});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldRunOnVirtualThreads() {
		HeddleRunner.create("heddle.schedulers.housekeeping.threads=virtual").run((context) -> {
			ThreadPoolTaskScheduler scheduler = context.getBean("housekeeping", ThreadPoolTaskScheduler.class);
			assertThat(scheduler.submit(() -> Thread.currentThread().toString()).get(10, TimeUnit.SECONDS))
				.startsWith("VirtualThread")
				.contains("housekeeping-");
			assertThat(scheduler.getScheduledThreadPoolExecutor().getCorePoolSize()).isEqualTo(100);
		});
	}

	@Test
	@EnabledForJreRange(max = JRE.JAVA_20)
	void shouldRefuseVirtualThreadsThatThereAreNot() {
		HeddleRunner.create("heddle.schedulers.housekeeping.threads=virtual").run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = FailureAnalyses.of(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains("heddle.schedulers.housekeeping.threads")
				.contains("virtual threads need Java 21 or later");
			assertThat(analysis.getAction()).contains("to 'platform'");
		});
	}

	@Test
	void shouldFinishWhatRunsWithinThePeriodAndCancelTheRest() throws InterruptedException {
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		HeddleRunner.create("heddle.schedulers.housekeeping.shutdown.period=1ms").run((context) -> {
			context.getBean("housekeeping", ThreadPoolTaskScheduler.class).execute(() -> {
				started.countDown();
				try {
					new CountDownLatch(1).await();
				}
				catch (InterruptedException ex) {
					interrupted.countDown();
				}
			});
			assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
		});
		assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void shouldChangeTheSizeLiveAndSayWhatNeedsARestart(CapturedOutput output) {
		HeddleRunner.create(ONE).run((context) -> {
			SteeringTests.change(context, "heddle.schedulers.housekeeping.size", "5",
					"heddle.schedulers.housekeeping.priority", "7", "heddle.schedulers.more.size", "1");
			ThreadPoolTaskScheduler scheduler = context.getBean("housekeeping", ThreadPoolTaskScheduler.class);
			assertThat(scheduler.getScheduledThreadPoolExecutor().getCorePoolSize()).isEqualTo(5);
			assertThat(output).contains("The change of heddle.schedulers.housekeeping.priority needs a restart")
				.contains("The scheduler 'more' was added below 'heddle.schedulers', which needs a restart");
		});
	}

	@Test
	void shouldTakeABeanOfTheApplicationThatIsSaidToBeExternal() {
		HeddleRunner.create("heddle.schedulers.mine.external=true", "heddle.schedulers.mine.tasks.purge.paused=true")
			.withBean("mine", ManualTaskScheduler.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean("mine")).isInstanceOf(ManualTaskScheduler.class);
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					heddle.schedulers.a.size=0                                 | at least one thread       | Set it to 1 or more
					heddle.schedulers.a.priority=11                            | between 1 and 10          | from 1 to 10
					heddle.schedulers.a.stuck-after=0s                         | longer than zero          | positive duration
					heddle.schedulers.a.overdue-after=-1s                      | must not be negative      | to zero for never
					heddle.schedulers.a.failing-after=-1                       | cannot be negative        | to 0 for never
					heddle.schedulers.a.sise=1                                 | there is no such property | Did you mean 'heddle.schedulers.a.size'?
					heddle.schedulers.a.tasks[com.acme.Purge.run].cron=daily   | no cron expression        | tasks[com.acme.Purge.run].paused' to true for never
					heddle.schedulers.a.tasks.purge.fixed-rate=0s              | must be positive          | for example '30s'
					heddle.schedulers.a.tasks.purge.fixed-delay=-1s            | must be positive          | for example '30s'
					heddle.schedulers.a.tasks.purge.fixed-rate=1000000000000d  | not be more than          | tasks[purge].paused' to true for never
					heddle.schedulers.a.tasks.com.acme.Purge.run.paused=true   | there is no such property | tasks[com.acme.Purge.run].paused'
					heddle.schedulers.a.tasks.com.acme.App$Purge.run.paused=true | there is no such property | tasks[com.acme.App$Purge.run].paused'
					heddle.schedulers.taskScheduler.size=3                     | scheduler of Spring Boot  | 'spring.task.scheduling'
					heddle.defaults.schedulers.external=true                   | only one scheduler        | Move it
					heddle.defaults.schedulers.tasks[purge].paused=true        | belongs to one scheduler  | Move it
					heddle.schedulers.environment.size=1                       | Spring reserves this name | for example 'environmentScheduler'
					heddle.scheduler.a.size=1                                  | nobody reads              | Did you mean 'heddle.schedulers'?
					""")
	void shouldSayWhatIsWrongAndTheWayOut(String property, String reason, String action) {
		HeddleRunner.create(property).run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = FailureAnalyses.of(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains(property.substring(0, property.lastIndexOf('.')))
				.contains(reason);
			assertThat(analysis.getAction()).contains(action);
		});
	}

	@Test
	void shouldRefuseTwoSchedulesOfATask() {
		HeddleRunner
			.create("heddle.schedulers.a.tasks.purge.cron=0 0 3 * * *", "heddle.schedulers.a.tasks.purge.fixed-rate=1m")
			.run((context) -> {
				assertThat(context).hasFailed();
				FailureAnalysis analysis = FailureAnalyses.of(context.getStartupFailure());
				assertThat(analysis.getDescription()).contains("heddle.schedulers.a.tasks[purge].cron")
					.contains("a task has one schedule");
			});
	}

	@Test
	void shouldIgnoreAnEmptyValueOfATask() {
		HeddleRunner.create("heddle.schedulers.a.tasks.purge.cron=", "heddle.schedulers.a.overdue-after=0s")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				SchedulerSettings settings = context.getBean("a", NamedTaskScheduler.class).settings();
				assertThat(settings.limits().overdueAfter()).isNull();
			});
	}

	@Test
	void shouldRefuseANameThatIsTaken() {
		HeddleRunner.create(ONE).withBean("housekeeping", ManualTaskScheduler.class).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(FailureAnalyses.of(context.getStartupFailure()).getDescription())
				.contains("The scheduler 'housekeeping', configured by the property 'heddle.schedulers.housekeeping'");
		});
	}

	@Test
	void shouldUseTheSchedulersOfTheParentInAChild() {
		HeddleRunner.create(ONE).run((parent) -> HeddleRunner.create(ONE).withParent(parent).run((child) -> {
			assertThat(child.getBean("housekeeping")).isSameAs(parent.getBean("housekeeping"));
			assertThat(child.containsLocalBean("housekeeping")).isFalse();
		}));
	}

	@Test
	void shouldWarnOfASchedulerThatIsAnother(CapturedOutput output) {
		HeddleRunner.create(ONE).withUserConfiguration(Unqualified.class, Injected.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).containsOnlyOnce("no qualifier")
				.contains("'housekeeping' in " + Unqualified.class.getName()
						+ " has the name of the scheduler configured by "
						+ "'heddle.schedulers.housekeeping' but no qualifier, so it gets another scheduler. "
						+ "Add @Qualifier(\"housekeeping\")");
		});
	}

	@Test
	void shouldExplainTheMissingQualifier() {
		BeanFactory[] beanFactory = new BeanFactory[1];
		ApplicationContextInitializer<ConfigurableApplicationContext> initializer = (
				context) -> beanFactory[0] = context.getBeanFactory();
		HeddleRunner.create(ONE)
			.withInitializer(initializer)
			.withUserConfiguration(Unqualified.class)
			.run((context) -> {
				assertThat(context).hasFailed();
				FailureAnalysis analysis = FailureAnalyses.of(context.getStartupFailure(), beanFactory[0]);
				assertThat(analysis.getDescription()).contains("named schedulers are injected by their qualifier only");
				assertThat(analysis.getAction()).contains("@Qualifier(\"housekeeping\")");
			});
	}

	@Test
	void shouldNotRegisterSchedulersAheadOfTime() {
		try (GenericApplicationContext aot = new GenericApplicationContext()) {
			aot.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("test", java.util.Map.of("heddle.schedulers.housekeeping.size", "2")));
			aot.registerBean(HeddleSchedulerAutoConfiguration.class);
			AnnotationConfigUtils.registerAnnotationConfigProcessors(aot);
			aot.refreshForAotProcessing(new RuntimeHints());
			assertThat(aot.getBeanFactory().containsBeanDefinition("heddleScheduledTasks")).isTrue();
			assertThat(aot.getBeanFactory().containsSingleton("housekeeping")).isFalse();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Injected {

		private final TaskScheduler scheduler;

		private final ThreadPoolTaskScheduler pool;

		private final TaskScheduler boot;

		Injected(@Qualifier("housekeeping") TaskScheduler scheduler,
				@Qualifier("housekeeping") ThreadPoolTaskScheduler pool, TaskScheduler boot,
				@Qualifier("housekeeping") Executor executor) {
			this.scheduler = scheduler;
			this.pool = pool;
			this.boot = boot;
			assertThat(executor).isSameAs(pool);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Unqualified {

		Unqualified(TaskScheduler housekeeping) {
			assertThat(housekeeping).isNotNull();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Jobs {

		private final List<String> threads = new CopyOnWriteArrayList<>();

		private final CountDownLatch both = new CountDownLatch(2);

		@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.DAYS, scheduler = "housekeeping")
		void ours() {
			note();
		}

		@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.DAYS)
		void boots() {
			note();
		}

		private void note() {
			this.threads.add(Thread.currentThread().getName());
			this.both.countDown();
		}

	}

}
