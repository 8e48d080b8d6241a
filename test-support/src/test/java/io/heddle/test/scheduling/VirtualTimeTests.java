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

package io.heddle.test.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link VirtualTime}.
 */
class VirtualTimeTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	@Test
	void shouldRefuseATimeThatIsNone() {
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> new VirtualTimeContextCustomizerFactory().createContextCustomizer(Yesterday.class, List.of()))
			.withMessageStartingWith(
					"Invalid 'start' of @VirtualTime on " + Yesterday.class.getName() + ": 'yesterday'.");
	}

	@Test
	void shouldLeaveOtherTestsAlone() {
		VirtualTimeContextCustomizerFactory factory = new VirtualTimeContextCustomizerFactory();
		assertThat(factory.createContextCustomizer(VirtualTimeTests.class, List.of())).isNull();
		assertThat(factory.createContextCustomizer(PlainSpring.class, List.of()))
			.isEqualTo(factory.createContextCustomizer(ManySchedulers.class, List.of()));
	}

	@Nested
	@SpringBootTest(classes = Application.class)
	@VirtualTime
	@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
	class Boot {

		@Autowired
		private VirtualClock clock;

		@Autowired
		private Tasks tasks;

		@Autowired
		private ThreadPoolTaskScheduler taskScheduler;

		@Test
		@Order(1)
		void shouldRunADayOfScheduledTasks() {
			assertThat(this.tasks.runs).isEmpty();
			this.clock.advance(Duration.ofDays(1));
			assertThat(this.tasks.threads).containsOnly(Thread.currentThread());
			assertThat(this.tasks.of("cron")).containsExactly(START.plus(Duration.ofHours(3)));
			assertThat(this.tasks.of("rate")).hasSize(25).startsWith(START).endsWith(START.plus(Duration.ofDays(1)));
			assertThat(this.tasks.of("initialDelay")).hasSize(24).startsWith(START.plusSeconds(90));
			assertThat(this.tasks.of("delay")).hasSize(287).startsWith(START.plusSeconds(30), START.plusSeconds(331));
			assertThat(this.tasks.of("once")).containsExactly(START.plusSeconds(10));
		}

		@Test
		@Order(2)
		void shouldInjectTheClock() {
			assertThat(this.tasks.clock).isSameAs(this.clock);
			assertThat(this.tasks.source).isSameAs(this.clock);
			assertThat(this.taskScheduler.getClock()).isSameAs(this.clock);
			assertThat(this.taskScheduler.getPoolSize()).isZero();
		}

		@Nested
		class Enclosed {

			@Test
			void shouldHaveVirtualTimeToo(@Autowired VirtualClock clock) {
				assertThat(clock).isSameAs(Boot.this.clock);
			}

		}

	}

	@Nested
	@SpringJUnitConfig(PlainApplication.class)
	@VirtualTime(start = "2026-06-01T00:00:00Z", zone = "America/New_York")
	class PlainSpring {

		@Autowired
		private VirtualClock clock;

		@Autowired
		private Tasks tasks;

		@Test
		void shouldRunADayWithoutAnySchedulerBean() {
			this.clock.advance(Duration.ofDays(1));
			assertThat(this.tasks.of("cron")).containsExactly(Instant.parse("2026-06-01T07:00:00Z"));
			assertThat(this.tasks.of("initialDelay")).hasSize(24).startsWith(Instant.parse("2026-06-01T00:01:30Z"));
			assertThat(this.tasks.threads).containsOnly(Thread.currentThread());
		}

	}

	@Nested
	@SpringBootTest(classes = ManySchedulersApplication.class)
	@VirtualTime(start = "2026-06-01T00:00:00Z", zone = "America/New_York")
	class ManySchedulers {

		@Autowired
		private VirtualClock clock;

		@Autowired
		private Tasks tasks;

		@Autowired
		private ManySchedulersApplication application;

		@Autowired
		@Qualifier("pool")
		private ThreadPoolTaskScheduler pool;

		@Autowired
		@Qualifier("async")
		private TaskScheduler async;

		@Autowired
		@Qualifier("executor")
		private ScheduledExecutorService executor;

		@Test
		void shouldLetAllGoByTheClock() throws Exception {
			assertThat(this.pool).isInstanceOf(OwnScheduler.class);
			for (TaskScheduler scheduler : List.of(this.pool, this.async)) {
				List<Instant> runs = new ArrayList<>();
				scheduler.scheduleAtFixedRate(() -> runs.add(this.clock.instant()), Duration.ofHours(1));
				this.clock.advance(Duration.ofHours(24));
				assertThat(runs).hasSize(25);
			}
			assertThat(this.executor.submit(() -> Thread.currentThread()).get()).isSameAs(Thread.currentThread());
			assertThat(this.tasks.of("pool")).hasSize(49);
			assertThat(this.tasks.of("async")).hasSize(49);
			assertThat(this.tasks.of("executor")).hasSize(48).startsWith(Instant.parse("2026-06-01T00:30:00Z"));
			assertThat(this.tasks.threads).containsOnly(Thread.currentThread());
		}

		@Test
		void shouldKeepDecoratorsAndErrorHandlers() {
			this.clock.advance(Duration.ZERO);
			this.application.seen.clear();
			for (TaskScheduler scheduler : List.of(this.pool, this.async)) {
				scheduler.schedule(() -> {
					throw new IllegalStateException("failed");
				}, this.clock.instant());
			}
			this.clock.advance(Duration.ZERO);
			assertThat(this.application.seen).containsExactly("decorated pool", "pool: failed", "decorated async",
					"async: failed");
		}

	}

	@Nested
	@SpringBootTest(classes = PrimaryClockApplication.class)
	@VirtualTime
	class PrimaryClock {

		@Autowired
		private VirtualClock clock;

		@Autowired
		private Tasks tasks;

		@Test
		void shouldTakeThePlaceOfThePrimaryClockOfTheApplication() {
			assertThat(this.tasks.clock).isSameAs(this.clock);
			assertThat(this.tasks.source).isSameAs(this.clock);
		}

	}

	@Nested
	@SpringBootTest(classes = ProxyApplication.class)
	@VirtualTime
	class Proxies {

		@Autowired
		private VirtualClock clock;

		@Autowired
		private Tasks tasks;

		@Autowired
		private OwnScheduler scheduler;

		@Test
		void shouldLetASchedulerBehindAProxyGoByTheClock() {
			assertThat(AopUtils.isCglibProxy(this.scheduler)).isTrue();
			assertThat(this.scheduler.getClock()).isSameAs(this.clock);
			this.clock.advance(Duration.ofDays(1));
			assertThat(this.tasks.of("cron")).containsExactly(START.plus(Duration.ofHours(3)));
			assertThat(this.tasks.threads).containsOnly(Thread.currentThread());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableScheduling
	static class Application {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

		@Bean
		Tasks tasks(Clock clock, InstantSource source) {
			return new PeriodicTasks(clock, source);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableScheduling
	static class ProxyApplication {

		@Bean
		static BeanNameAutoProxyCreator proxies() {
			BeanNameAutoProxyCreator creator = new BeanNameAutoProxyCreator();
			creator.setBeanNames("scheduler");
			creator.setProxyTargetClass(true);
			creator.setInterceptorNames("interceptor");
			return creator;
		}

		@Bean
		static MethodInterceptor interceptor() {
			return MethodInvocation::proceed;
		}

		@Bean
		OwnScheduler scheduler() {
			return new OwnScheduler();
		}

		@Bean
		Tasks tasks(Clock clock, InstantSource source) {
			return new PeriodicTasks(clock, source);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class PrimaryClockApplication {

		@Bean
		@Primary
		Clock clock() {
			return Clock.systemUTC();
		}

		@Bean
		Tasks tasks(Clock clock, InstantSource source) {
			return new Tasks(clock, source);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class PlainApplication {

		@Bean
		Tasks tasks(Clock clock, InstantSource source) {
			return new PeriodicTasks(clock, source);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class ManySchedulersApplication {

		final List<String> seen = new CopyOnWriteArrayList<>();

		@Bean
		OwnScheduler pool() {
			OwnScheduler scheduler = new OwnScheduler();
			scheduler.setTaskDecorator((task) -> decorated("pool", task));
			scheduler.setErrorHandler((error) -> this.seen.add("pool: " + error.getMessage()));
			return scheduler;
		}

		@Bean
		SimpleAsyncTaskScheduler async() {
			SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
			scheduler.setTaskDecorator((task) -> decorated("async", task));
			scheduler.setErrorHandler((error) -> this.seen.add("async: " + error.getMessage()));
			return scheduler;
		}

		private Runnable decorated(String name, Runnable task) {
			return () -> {
				this.seen.add("decorated " + name);
				task.run();
			};
		}

		@Bean
		ScheduledExecutorService executor() {
			return Executors.newScheduledThreadPool(2);
		}

		@Bean
		Tasks tasks(Clock clock, InstantSource source) {
			return new RoutedTasks(clock, source);
		}

	}

	static class OwnScheduler extends ThreadPoolTaskScheduler {

	}

	@VirtualTime(start = "yesterday")
	static class Yesterday {

	}

	static class Tasks {

		final Clock clock;

		final InstantSource source;

		final Map<String, List<Instant>> runs = new ConcurrentHashMap<>();

		final List<Thread> threads = new CopyOnWriteArrayList<>();

		Tasks(Clock clock, InstantSource source) {
			this.clock = clock;
			this.source = source;
		}

		void ran(String name) {
			this.threads.add(Thread.currentThread());
			this.runs.computeIfAbsent(name, (key) -> new CopyOnWriteArrayList<>()).add(this.clock.instant());
		}

		List<Instant> of(String name) {
			return this.runs.getOrDefault(name, List.of());
		}

	}

	static class PeriodicTasks extends Tasks {

		PeriodicTasks(Clock clock, InstantSource source) {
			super(clock, source);
		}

		@Scheduled(cron = "0 0 3 * * *")
		void cron() {
			ran("cron");
		}

		@Scheduled(fixedRateString = "1h")
		void rate() {
			ran("rate");
		}

		@Scheduled(fixedRateString = "1h", initialDelayString = "90s")
		void initialDelay() {
			ran("initialDelay");
		}

		@Scheduled(fixedDelayString = "5m", initialDelayString = "30s")
		void delay() {
			ran("delay");
			((VirtualClock) this.clock).advance(Duration.ofSeconds(1));
		}

		@Scheduled(initialDelayString = "10s")
		void once() {
			ran("once");
		}

	}

	static class RoutedTasks extends Tasks {

		RoutedTasks(Clock clock, InstantSource source) {
			super(clock, source);
		}

		@Scheduled(fixedRateString = "1h", scheduler = "pool")
		void pool() {
			ran("pool");
		}

		@Scheduled(fixedRateString = "1h", scheduler = "async")
		void async() {
			ran("async");
		}

		@Scheduled(fixedRateString = "1h", initialDelayString = "30m", scheduler = "executor")
		void executor() {
			ran("executor");
		}

	}

}
