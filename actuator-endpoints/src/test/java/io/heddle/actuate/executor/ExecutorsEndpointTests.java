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
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolExecutorFactoryBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import io.heddle.executor.NamedExecutor;
import io.heddle.executor.QueueType;
import io.heddle.executor.ThreadKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ExecutorsEndpoint}.
 */
class ExecutorsEndpointTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ExecutorsEndpointAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=executors");

	@Test
	void shouldListApplicationTaskExecutorWithoutCreatingIt() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class))
			.withUserConfiguration(BootstrapExecutorConfiguration.class)
			.withBean(EarlyLook.class)
			.withPropertyValues("spring.task.execution.mode=force")
			.run((context) -> {
				ExecutorDescriptor early = context.getBean(EarlyLook.class).executor;
				assertThat(early).isNotNull();
				assertThat(early.origin()).isEqualTo("spring-boot");
				assertThat(early.initialized()).isFalse();
				assertThat(early.type()).isEqualTo(ThreadPoolTaskExecutor.class.getName());
				assertThat(early.corePoolSize()).isNull();
				assertThat(context.getBean(EarlyLook.class).created).isFalse();
				ExecutorDescriptor executor = describe(context.getBean(ExecutorsEndpoint.class),
						"applicationTaskExecutor");
				assertThat(executor.initialized()).isNull();
				assertThat(executor.corePoolSize()).isEqualTo(8);
			});
	}

	@Test
	void shouldNeitherShowSizesOfNorChangeExecutorThatHasNotBeenUsedYet() {
		this.contextRunner.withUserConfiguration(LazyExecutorConfiguration.class).run((context) -> {
			ExecutorsEndpoint endpoint = context.getBean(ExecutorsEndpoint.class);
			assertThat(describe(endpoint, "rare"))
				.isEqualTo(ExecutorDescriptor.uninitialized("application", ThreadPoolExecutor.class.getName()));
			assertInvalid(() -> endpoint.changeExecutor("rare", 2, null, null, null, null),
					"'rare' is lazy and has not been used yet");
			assertThat(context.getBeanFactory().containsSingleton("rare")).isFalse();
		});
	}

	@Test
	void shouldShowNamedExecutorThatHasNotBeenUsedYet() {
		this.contextRunner.withUserConfiguration(LazyNamedExecutorConfiguration.class).run((context) -> {
			ExecutorDescriptor executor = describe(context.getBean(ExecutorsEndpoint.class), "mail");
			assertThat(executor.origin()).isEqualTo("heddle");
			assertThat(executor.initialized()).isFalse();
			assertThat(context.getBeanFactory().containsSingleton("mail")).isFalse();
		});
	}

	@Test
	void shouldShowLimitOfExecutorWithoutPool() {
		this.contextRunner.withUserConfiguration(AsyncExecutorConfiguration.class).run((context) -> {
			ExecutorDescriptor executor = describe(context.getBean(ExecutorsEndpoint.class), "limited");
			assertThat(executor.origin()).isEqualTo("application");
			assertThat(executor.maxPoolSize()).isEqualTo(7);
			assertThat(executor.active()).isNull();
			assertThat(describe(context.getBean(ExecutorsEndpoint.class), "unlimited").maxPoolSize()).isNull();
		});
	}

	@Test
	void shouldShowSchedulerOfSpringBoot() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class))
			.withUserConfiguration(SchedulingConfiguration.class)
			.withPropertyValues("spring.task.scheduling.pool.size=3")
			.run((context) -> {
				ExecutorsEndpoint endpoint = context.getBean(ExecutorsEndpoint.class);
				ExecutorDescriptor scheduler = describe(endpoint, "taskScheduler");
				assertThat(scheduler.origin()).isEqualTo("spring-boot");
				assertThat(scheduler.corePoolSize()).isEqualTo(3);
				assertThat(scheduler.maxPoolSize()).isNull();
				assertThat(scheduler.queue()).isEqualTo(new QueueDescriptor("delay", 0, null, null));
				assertThat(endpoint.changeExecutor("taskScheduler", 5, null, null, null, null)).isNotNull()
					.extracting(ExecutorDescriptor::corePoolSize)
					.isEqualTo(5);
				assertInvalid(() -> endpoint.changeExecutor("taskScheduler", 6, 6, null, null, null),
						"'maxPoolSize' cannot be set to '6'");
				assertInvalid(() -> endpoint.changeExecutor("taskScheduler", 0, null, null, null, null),
						"'corePoolSize' must be at least 1 but is 0");
				assertThat(describe(endpoint, "taskScheduler").corePoolSize()).isEqualTo(5);
			});
	}

	@Test
	void shouldShowWhatEachTypeCanTell() {
		this.contextRunner.withUserConfiguration(AllKindsConfiguration.class).run((context) -> {
			ExecutorsEndpoint endpoint = context.getBean(ExecutorsEndpoint.class);
			Map<String, ExecutorDescriptor> executors = endpoint.executors().executors();
			assertThat(executors).containsOnlyKeys("plain", "handoff", "priority", "scheduled", "forkJoin", "wrapped",
					"adapter", "factory");
			assertThat(executors.values()).extracting(ExecutorDescriptor::origin).containsOnly("application");
			assertThat(executors.get("plain").maxPoolSize()).isEqualTo(2);
			assertThat(executors.get("plain").keepAlive()).isEqualTo(Duration.ofSeconds(5));
			assertThat(executors.get("plain").queue()).isEqualTo(new QueueDescriptor("fifo", 0, 9, null));
			assertThat(executors.get("plain").tasks()).isEqualTo(new TasksDescriptor(0, 0, null, null, null, null));
			assertThat(executors.get("plain").paused()).isNull();
			assertThat(executors.get("handoff").queue()).isEqualTo(new QueueDescriptor("handoff", 0, 0, null));
			assertThat(executors.get("priority").queue()).isEqualTo(new QueueDescriptor("priority", 0, null, null));
			assertThat(executors.get("scheduled").queue()).isEqualTo(new QueueDescriptor("delay", 0, null, null));
			assertThat(executors.get("forkJoin").threads()).isEqualTo("platform");
			assertThat(executors.get("forkJoin").maxPoolSize()).isEqualTo(3);
			assertThat(executors.get("wrapped").poolSize()).isNull();
			assertThat(executors.get("adapter").maxPoolSize()).isEqualTo(1);
			assertThat(executors.get("factory").corePoolSize()).isEqualTo(4);
		});
	}

	@Test
	void shouldCountTasksOfExecutorOfTheApplication() {
		this.contextRunner.withUserConfiguration(AllKindsConfiguration.class).run((context) -> {
			ThreadPoolExecutor plain = context.getBean("plain", ThreadPoolExecutor.class);
			CountDownLatch release = new CountDownLatch(1);
			for (int i = 0; i < 3; i++) {
				plain.submit(() -> release.await(10, TimeUnit.SECONDS));
			}
			ExecutorDescriptor descriptor = describe(context.getBean(ExecutorsEndpoint.class), "plain");
			release.countDown();
			assertThat(descriptor.poolSize()).isEqualTo(1);
			assertThat(descriptor.queue()).isEqualTo(new QueueDescriptor("fifo", 2, 9, null));
			assertThat(descriptor.tasks()).isNotNull().extracting(TasksDescriptor::submitted).isEqualTo(3L);
		});
	}

	@Test
	void shouldRefuseKeepAliveOfZeroWhereCoreThreadsTimeOut() {
		this.contextRunner.withUserConfiguration(AllKindsConfiguration.class).run((context) -> {
			ThreadPoolExecutor plain = context.getBean("plain", ThreadPoolExecutor.class);
			plain.allowCoreThreadTimeOut(true);
			assertInvalid(() -> context.getBean(ExecutorsEndpoint.class)
				.changeExecutor("plain", 2, null, null, Duration.ZERO, null), "'keepAlive' must be positive");
			assertThat(plain.getCorePoolSize()).isOne();
		});
	}

	@Test
	void shouldShrinkAndGrowPoolOfTheApplication() {
		this.contextRunner.withUserConfiguration(AllKindsConfiguration.class).run((context) -> {
			ExecutorsEndpoint endpoint = context.getBean(ExecutorsEndpoint.class);
			ThreadPoolExecutor plain = context.getBean("plain", ThreadPoolExecutor.class);
			endpoint.changeExecutor("plain", 10, 20, null, null, null);
			assertThat(plain.getCorePoolSize()).isEqualTo(10);
			assertThat(plain.getMaximumPoolSize()).isEqualTo(20);
			endpoint.changeExecutor("plain", 0, 2, null, Duration.ofMillis(1500), null);
			assertThat(plain.getCorePoolSize()).isZero();
			assertThat(plain.getMaximumPoolSize()).isEqualTo(2);
			assertThat(plain.getKeepAliveTime(TimeUnit.MILLISECONDS)).isEqualTo(1500);
		});
	}

	@Test
	void shouldRefuseToChangeExecutorThatCannotBeChanged() {
		this.contextRunner.withUserConfiguration(AllKindsConfiguration.class).run((context) -> {
			ExecutorsEndpoint endpoint = context.getBean(ExecutorsEndpoint.class);
			assertInvalid(() -> endpoint.changeExecutor("forkJoin", null, 8, null, null, null),
					"'maxPoolSize' cannot be set to '8': executor 'forkJoin' is a java.util.concurrent.ForkJoinPool");
			assertInvalid(() -> endpoint.changeExecutor("wrapped", null, null, null, null, true),
					"'paused' cannot be set to 'true'");
		});
	}

	@Test
	void shouldListExecutorsOfParent() {
		new ApplicationContextRunner().withUserConfiguration(NamedExecutorConfiguration.class)
			.run((parent) -> this.contextRunner.withParent(parent)
				.withUserConfiguration(AsyncExecutorConfiguration.class)
				.run((context) -> {
					ExecutorsEndpoint endpoint = context.getBean(ExecutorsEndpoint.class);
					assertThat(endpoint.executors().executors()).containsOnlyKeys("limited", "unlimited", "mail");
					assertThat(describe(endpoint, "mail").origin()).isEqualTo("heddle");
				}));
	}

	@Test
	void shouldNotSeeExecutorsOfAnotherContext() {
		this.contextRunner.withUserConfiguration(NamedExecutorConfiguration.class)
			.run((first) -> this.contextRunner.withUserConfiguration(NamedExecutorConfiguration.class).run((second) -> {
				first.getBean(ExecutorsEndpoint.class).changeExecutor("mail", null, null, null, null, true);
				assertThat(describe(first.getBean(ExecutorsEndpoint.class), "mail").paused()).isTrue();
				assertThat(describe(second.getBean(ExecutorsEndpoint.class), "mail").paused()).isFalse();
			}));
	}

	@Test
	void shouldNotChangeAnythingWhenNamedExecutorRefuses() {
		this.contextRunner
			.withBean("rooms", NamedExecutor.class,
					() -> NamedExecutor.builder("rooms").queueType(QueueType.HANDOFF).build())
			.run((context) -> {
				ExecutorsEndpoint endpoint = context.getBean(ExecutorsEndpoint.class);
				assertInvalid(() -> endpoint.changeExecutor("rooms", 9, 9, 5, null, true), "hand-off");
				assertThat(describe(endpoint, "rooms").corePoolSize()).isEqualTo(8);
				assertThat(describe(endpoint, "rooms").paused()).isFalse();
			});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldShowAndResizeVirtualThreads() {
		this.contextRunner
			.withBean("calls", NamedExecutor.class,
					() -> NamedExecutor.builder("calls").threads(ThreadKind.VIRTUAL).maxSize(5).build())
			.run((context) -> {
				ExecutorsEndpoint endpoint = context.getBean(ExecutorsEndpoint.class);
				assertThat(describe(endpoint, "calls").threads()).isEqualTo("virtual");
				endpoint.changeExecutor("calls", null, 3, 100, null, true);
				assertThat(describe(endpoint, "calls").maxPoolSize()).isEqualTo(3);
				assertThat(describe(endpoint, "calls").paused()).isTrue();
				assertInvalid(() -> endpoint.changeExecutor("calls", 2, 4, null, null, null),
						"'corePoolSize' cannot be set to '2'");
				assertThat(describe(endpoint, "calls").maxPoolSize()).isEqualTo(3);
			});
	}

	@Test
	void shouldNotFindUnknownExecutor() {
		this.contextRunner.withUserConfiguration(NamedExecutorConfiguration.class).run((context) -> {
			ExecutorsEndpoint endpoint = context.getBean(ExecutorsEndpoint.class);
			assertThat(endpoint.executor("mial")).isNull();
			assertThat(endpoint.changeExecutor("mial", 1, null, null, null, null)).isNull();
			assertInvalid(() -> endpoint.cancelTask("mial", 1), "no task 1");
		});
	}

	@Test
	void shouldNotListPrototypes() {
		this.contextRunner.withUserConfiguration(PrototypeConfiguration.class)
			.run((context) -> assertThat(context.getBean(ExecutorsEndpoint.class).executors().executors()).isEmpty());
	}

	private static ExecutorDescriptor describe(ExecutorsEndpoint endpoint, String name) {
		ExecutorDescriptor descriptor = endpoint.executor(name);
		assertThat(descriptor).isNotNull();
		return descriptor;
	}

	private static void assertInvalid(ThrowingCallable change, String message) {
		assertThatExceptionOfType(InvalidEndpointRequestException.class).isThrownBy(change)
			.withMessageContaining(message);
	}

	@Configuration(proxyBeanMethods = false)
	static class NamedExecutorConfiguration {

		@Bean(destroyMethod = "shutdownNow")
		NamedExecutor mail() {
			return NamedExecutor.builder("mail").coreSize(2).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyNamedExecutorConfiguration {

		@Bean(destroyMethod = "shutdownNow")
		@Lazy
		NamedExecutor mail() {
			return NamedExecutor.builder("mail").build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AsyncExecutorConfiguration {

		@Bean
		SimpleAsyncTaskExecutor limited() {
			SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor();
			executor.setConcurrencyLimit(7);
			return executor;
		}

		@Bean
		SimpleAsyncTaskExecutor unlimited() {
			return new SimpleAsyncTaskExecutor();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyExecutorConfiguration {

		@Bean
		@Lazy
		ThreadPoolExecutor rare() {
			return new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
		}

	}

	/**
	 * Looks before the lifecycle starts, which creates the application task executor.
	 **/
	static class EarlyLook implements SmartInitializingSingleton {

		private final ExecutorsEndpoint endpoint;

		private final ConfigurableListableBeanFactory beanFactory;

		private ExecutorDescriptor executor;

		private boolean created;

		EarlyLook(ExecutorsEndpoint endpoint, ConfigurableListableBeanFactory beanFactory) {
			this.endpoint = endpoint;
			this.beanFactory = beanFactory;
		}

		@Override
		public void afterSingletonsInstantiated() {
			this.executor = this.endpoint.executors().executors().get("applicationTaskExecutor");
			this.created = this.beanFactory.containsSingleton("applicationTaskExecutor");
		}

	}

	/** Keeps the context from creating the application task executor as its own. **/
	@Configuration(proxyBeanMethods = false)
	static class BootstrapExecutorConfiguration {

		@Bean
		SimpleAsyncTaskExecutor bootstrapExecutor() {
			return new SimpleAsyncTaskExecutor();
		}

	}

	@EnableScheduling
	@Configuration(proxyBeanMethods = false)
	static class SchedulingConfiguration {

	}

	@Configuration(proxyBeanMethods = false)
	static class PrototypeConfiguration {

		@Bean
		@Scope("prototype")
		SimpleAsyncTaskExecutor prototype() {
			throw new IllegalStateException("Should not be created");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AllKindsConfiguration {

		@Bean
		ThreadPoolExecutor plain() {
			return new ThreadPoolExecutor(1, 2, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(9));
		}

		@Bean
		ThreadPoolExecutor handoff() {
			return new ThreadPoolExecutor(1, 2, 5, TimeUnit.SECONDS, new SynchronousQueue<>());
		}

		@Bean
		ThreadPoolExecutor priority() {
			return new ThreadPoolExecutor(1, 2, 5, TimeUnit.SECONDS, new PriorityBlockingQueue<>());
		}

		@Bean
		ScheduledThreadPoolExecutor scheduled() {
			return new ScheduledThreadPoolExecutor(2);
		}

		@Bean
		ForkJoinPool forkJoin() {
			return new ForkJoinPool(3);
		}

		@Bean
		ExecutorService wrapped() {
			return Executors.unconfigurableExecutorService(Executors.newSingleThreadExecutor());
		}

		@Bean
		ConcurrentTaskExecutor adapter() {
			return new ConcurrentTaskExecutor(
					new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>()));
		}

		@Bean
		ThreadPoolExecutorFactoryBean factory() {
			ThreadPoolExecutorFactoryBean factory = new ThreadPoolExecutorFactoryBean();
			factory.setCorePoolSize(4);
			factory.setMaxPoolSize(4);
			return factory;
		}

	}

}
