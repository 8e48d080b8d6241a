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

package io.heddle.actuate.executor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.task.TaskExecutorMetricsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

import io.heddle.autoconfigure.executor.HeddleExecutorAutoConfiguration;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskLimits;
import io.heddle.executor.ThreadKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

/**
 * Tests for {@link ExecutorMetricsAutoConfiguration}.
 */
class ExecutorMetricsAutoConfigurationTests {

	private static final String[] NAMES = { "executor", "executor.idle", "executor.completed", "executor.failed",
			"executor.cancelled", "executor.rejected", "executor.timed.out", "executor.active", "executor.queued",
			"executor.queue.remaining", "executor.queue.oldest", "executor.pool.size", "executor.pool.core",
			"executor.pool.max", "executor.stuck" };

	/** What the conversions between units cost. **/
	private static final Offset<Double> ROUNDING = Offset.offset(0.5);

	private final MockClock clock = new MockClock();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ExecutorMetricsAutoConfiguration.class,
				TaskExecutorMetricsAutoConfiguration.class, MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class))
		.withBean(SimpleMeterRegistry.class, () -> new SimpleMeterRegistry(SimpleConfig.DEFAULT, this.clock));

	@Test
	void shouldBindEachMeterOnceWithNameAndUnit() {
		this.contextRunner.withUserConfiguration(MailConfiguration.class).run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			List<Meter> meters = metersOf(registry, "mail");
			assertThat(meters).extracting((meter) -> meter.getId().getName()).containsExactlyInAnyOrder(NAMES);
			assertThat(meters).allSatisfy((meter) -> assertThat(meter.getId().getDescription()).isNotEmpty());
			assertThat(meters).allSatisfy((meter) -> assertThat(meter.getId().getTags()).hasSize(1));
			assertThat(registry.get("executor.rejected").meter().getId().getBaseUnit()).isEqualTo(BaseUnits.TASKS);
			assertThat(registry.get("executor.active").meter().getId().getBaseUnit()).isEqualTo(BaseUnits.THREADS);
			assertThat(registry.get("executor.queue.oldest").meter().getId().getBaseUnit()).isEqualTo("seconds");
		});
	}

	@Test
	void shouldMeasure() {
		this.contextRunner.withUserConfiguration(MailConfiguration.class).run((context) -> {
			NamedExecutor mail = context.getBean("mail", NamedExecutor.class);
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			mail.submit(() -> {
			}).join();
			assertThat(mail.submit(() -> {
				throw new IllegalStateException("no");
			})).failsWithin(Duration.ofSeconds(10));
			CountDownLatch release = new CountDownLatch(1);
			CompletableFuture<?> running = mail.submit(() -> release.await(30, TimeUnit.SECONDS));
			await().until(() -> mail.snapshot().stuck() == 1);
			CompletableFuture<?> cancelled = mail.submit(() -> {
			});
			CompletableFuture<?> queued = mail.submit(() -> {
			});
			assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> mail.submit(() -> {
			}));
			cancelled.cancel(true);
			this.clock.add(Duration.ofSeconds(1));
			assertThat(counter(registry, "executor.failed")).isEqualTo(1);
			assertThat(counter(registry, "executor.cancelled")).isEqualTo(1);
			assertThat(counter(registry, "executor.rejected")).isEqualTo(1);
			assertThat(counter(registry, "executor.timed.out")).isZero();
			assertThat(gauge(registry, "executor.active")).isEqualTo(1);
			assertThat(gauge(registry, "executor.stuck")).isEqualTo(1);
			assertThat(gauge(registry, "executor.queued")).isEqualTo(1);
			assertThat(gauge(registry, "executor.queue.remaining")).isEqualTo(1);
			assertThat(gauge(registry, "executor.pool.size")).isEqualTo(1);
			assertThat(gauge(registry, "executor.pool.core")).isEqualTo(1);
			assertThat(gauge(registry, "executor.pool.max")).isEqualTo(1);
			assertThat(registry.get("executor.queue.oldest").timeGauge().value(TimeUnit.NANOSECONDS)).isPositive();
			release.countDown();
			running.join();
			queued.join();
			mail.shutdown();
			assertThat(mail.awaitTermination(Duration.ofSeconds(10))).isTrue();
			FunctionTimer run = registry.get("executor").functionTimer();
			FunctionTimer idle = registry.get("executor.idle").functionTimer();
			// an execution may be counted before its times are
			await().untilAsserted(() -> {
				this.clock.add(Duration.ofSeconds(1));
				assertThat(run.count()).isEqualTo(4);
				assertThat(run.totalTime(TimeUnit.NANOSECONDS)).isCloseTo((double) mail.snapshot().runTime().toNanos(),
						ROUNDING);
				assertThat(idle.count()).isEqualTo(4);
				assertThat(idle.totalTime(TimeUnit.NANOSECONDS))
					.isCloseTo((double) mail.snapshot().waitTime().toNanos(), ROUNDING);
			});
			assertThat(counter(registry, "executor.completed")).isEqualTo(4);
			assertThat(registry.get("executor.queue.oldest").timeGauge().value(TimeUnit.NANOSECONDS)).isZero();
		});
	}

	@Test
	void shouldCountTimeouts() {
		this.contextRunner
			.withBean("calls", NamedExecutor.class,
					() -> NamedExecutor.builder("calls")
						.coreSize(1)
						.limits(new TaskLimits(null, Duration.ofMillis(5), null))
						.build(),
					(definition) -> definition.setDestroyMethodName("shutdownNow"))
			.run((context) -> {
				NamedExecutor calls = context.getBean(NamedExecutor.class);
				assertThat(calls.submit(() -> new CountDownLatch(1).await(30, TimeUnit.SECONDS)))
					.failsWithin(Duration.ofSeconds(10));
				this.clock.add(Duration.ofSeconds(1));
				assertThat(counter(context.getBean(MeterRegistry.class), "executor.timed.out")).isEqualTo(1);
			});
	}

	@Test
	void shouldKeepValuesAfterGarbageCollection() {
		this.contextRunner.withUserConfiguration(MailConfiguration.class).run((context) -> {
			System.gc();
			assertThat(gauge(context.getBean(MeterRegistry.class), "executor.pool.max")).isEqualTo(1);
		});
	}

	@Test
	void shouldLeaveMeterOfTheApplicationAlone() {
		this.contextRunner.withUserConfiguration(MailConfiguration.class)
			.withBean(TimedExecutorOfTheApplication.class)
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(registry.get("executor").tag("name", "mail").meter()).isInstanceOf(Timer.class);
				assertThat(metersOf(registry, "mail")).hasSize(NAMES.length);
			});
	}

	@Test
	void shouldNotBindWhatSpringBootHasBound() {
		this.contextRunner
			.withConfiguration(
					AutoConfigurations.of(HeddleExecutorAutoConfiguration.class, TaskExecutionAutoConfiguration.class))
			.withPropertyValues("heddle.executors.mail.core-size=2", "heddle.executors.mail.max-size=3",
					"heddle.executors.mail.queue.capacity=9", "heddle.executors.reports.core-size=1")
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				for (String name : List.of("mail", "reports")) {
					assertThat(metersOf(registry, name)).extracting((meter) -> meter.getId().getName())
						.containsExactlyInAnyOrder(NAMES);
				}
				assertThat(metersOf(registry, "applicationTaskExecutor")).hasSize(7);
				assertThat(registry.getMeters()).filteredOn((meter) -> meter.getId().getName().startsWith("executor"))
					.hasSize(2 * NAMES.length + 7);
				NamedExecutor mail = context.getBean("mail", NamedExecutor.class);
				mail.submit(() -> {
				}).join();
				await().until(() -> mail.snapshot().executions() == 1 && mail.snapshot().active() == 0);
				this.clock.add(Duration.ofSeconds(1));
				assertThat(registry.get("executor.completed").tag("name", "mail").functionCounter().count())
					.isEqualTo(1);
				assertThat(registry.get("executor.pool.max").tag("name", "mail").gauge().value()).isEqualTo(3);
				assertThat(registry.get("executor.pool.core").tag("name", "mail").gauge().value()).isEqualTo(2);
				assertThat(registry.get("executor.queue.remaining").tag("name", "mail").gauge().value()).isEqualTo(9);
				assertThat(registry.get("executor").tag("name", "mail").functionTimer().count()).isEqualTo(1);
				assertThat(registry.get("executor").tag("name", "reports").functionTimer().count()).isZero();
			});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldBindBaseMetersOfVirtualExecutorThatSpringBootSkips() {
		this.contextRunner
			.withConfiguration(
					AutoConfigurations.of(HeddleExecutorAutoConfiguration.class, TaskExecutionAutoConfiguration.class))
			.withPropertyValues("heddle.executors.calls.threads=virtual", "heddle.executors.calls.max-size=6")
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(metersOf(registry, "calls")).extracting((meter) -> meter.getId().getName())
					.containsExactlyInAnyOrder(NAMES);
				assertThat(registry.get("executor.pool.max").tag("name", "calls").gauge().value()).isEqualTo(6);
			});
	}

	@Test
	void shouldTakeOneSnapshotForAllMeters() {
		NamedExecutor executor = mock(NamedExecutor.class);
		NamedExecutor real = NamedExecutor.builder("mail").build();
		given(executor.snapshot()).willReturn(real.snapshot());
		real.shutdown();
		this.contextRunner.withBean("mail", NamedExecutor.class, () -> executor).run((context) -> {
			metersOf(context.getBean(MeterRegistry.class), "mail")
				.forEach((meter) -> meter.measure().forEach(Measurement::getValue));
			then(executor).should(times(1)).snapshot();
			this.clock.add(Duration.ofMillis(101));
			metersOf(context.getBean(MeterRegistry.class), "mail")
				.forEach((meter) -> meter.measure().forEach(Measurement::getValue));
			then(executor).should(times(2)).snapshot();
		});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldBindEachMeterOnceForVirtualThreads() {
		this.contextRunner
			.withBean("calls", NamedExecutor.class,
					() -> NamedExecutor.builder("calls").threads(ThreadKind.VIRTUAL).maxSize(5).build(),
					(definition) -> definition.setDestroyMethodName("shutdownNow"))
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(metersOf(registry, "calls")).extracting((meter) -> meter.getId().getName())
					.containsExactlyInAnyOrder(NAMES);
				context.getBean(NamedExecutor.class).submit(() -> {
				}).join();
				await().until(() -> context.getBean(NamedExecutor.class).snapshot().executions() == 1);
				this.clock.add(Duration.ofSeconds(1));
				assertThat(counter(registry, "executor.completed")).isEqualTo(1);
				assertThat(gauge(registry, "executor.pool.max")).isEqualTo(5);
			});
	}

	@Test
	void shouldBindNothingWithoutNamedExecutor() {
		this.contextRunner.run((context) -> assertThat(context.getBean(MeterRegistry.class).getMeters())
			.noneMatch((meter) -> meter.getId().getName().startsWith("executor")));
	}

	@Test
	void shouldDoNothingWithoutMeterRegistry() {
		new ApplicationContextRunner().withUserConfiguration(MailConfiguration.class)
			.withConfiguration(AutoConfigurations.of(ExecutorMetricsAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(NamedExecutorMetrics.class));
	}

	@Test
	void shouldCoverExecutorsThatExistOnlyWhenAotContextRuns() {
		try (GenericApplicationContext aot = new GenericApplicationContext()) {
			aot.registerBean(ExecutorMetricsAutoConfiguration.class);
			AnnotationConfigUtils.registerAnnotationConfigProcessors(aot);
			aot.refreshForAotProcessing(new RuntimeHints());
			assertThat(aot.getBeanFactory().containsBeanDefinition("namedExecutorMetrics")).isTrue();
		}
	}

	@Test
	void shouldBackOffWithoutMicrometer() {
		new ApplicationContextRunner().withUserConfiguration(AutoConfiguredApplication.class, MailConfiguration.class)
			.withClassLoader(
					new FilteredClassLoader("io.micrometer.core", "org.springframework.boot.micrometer.metrics"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("namedExecutorMetrics"));
	}

	private static List<Meter> metersOf(MeterRegistry registry, String name) {
		return registry.getMeters()
			.stream()
			.filter((meter) -> name.equals(meter.getId().getTag("name")))
			.filter((meter) -> meter.getId().getName().startsWith("executor"))
			.toList();
	}

	private static double counter(MeterRegistry registry, String name) {
		FunctionCounter counter = registry.get(name).functionCounter();
		return counter.count();
	}

	private static double gauge(MeterRegistry registry, String name) {
		Gauge gauge = registry.get(name).gauge();
		assertThat(gauge).isNotInstanceOf(TimeGauge.class);
		return gauge.value();
	}

	@Configuration(proxyBeanMethods = false)
	static class MailConfiguration {

		@Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
		NamedExecutor mail() {
			return NamedExecutor.builder("mail")
				.coreSize(1)
				.queueCapacity(2)
				.limits(new TaskLimits(null, null, Duration.ofMillis(1)))
				.build();
		}

	}

	static class TimedExecutorOfTheApplication {

		TimedExecutorOfTheApplication(MeterRegistry registry) {
			Timer.builder("executor").tag("name", "mail").register(registry);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(ExecutorMetricsAutoConfiguration.class)
	static class AutoConfiguredApplication {

	}

}
