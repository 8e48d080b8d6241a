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
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.system.JavaVersion;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.executor.NamedExecutor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that named executors leave the executors of Spring Boot and of the user alone.
 */
class BesideSpringBootTests {

	private static final String[] THREE = { "heddle.executors.mail.core-size=1", "heddle.executors.report.core-size=1",
			"heddle.executors.image.core-size=1" };

	/**
	 * Virtual threads of Spring Boot exist from Java 21 on.
	 */
	static List<Boolean> virtualThreads() {
		return JavaVersion.getJavaVersion().isEqualOrNewerThan(JavaVersion.TWENTY_ONE) ? List.of(false, true)
				: List.of(false);
	}

	private ApplicationContextRunner runner(boolean virtual, String... properties) {
		return HeddleRunner.create(properties).withPropertyValues("spring.threads.virtual.enabled=" + virtual);
	}

	@ParameterizedTest
	@MethodSource("virtualThreads")
	void shouldKeepTheBeansOfSpringBootWithoutProperties(boolean virtual) {
		String[] properties = { "spring.threads.virtual.enabled=" + virtual };
		HeddleRunner.withoutHeddle().withPropertyValues(properties).withUserConfiguration(Async1.class).run((plain) -> {
			List<String> expected = executors(plain);
			HeddleRunner.create(properties).withUserConfiguration(Async1.class).run((context) -> {
				assertThat(executors(context)).isEqualTo(expected).isNotEmpty();
				assertThat(Stream.of(context.getBeanDefinitionNames()).filter((name) -> !isOurs(name)))
					.containsExactlyInAnyOrder(plain.getBeanDefinitionNames());
				assertThat(thread(context.getBean(AsyncService.class).plain()))
					.isEqualTo(thread(plain.getBean(AsyncService.class).plain()));
			});
		});
	}

	private boolean isOurs(String name) {
		return name.startsWith("heddle") || name.startsWith("io.heddle.autoconfigure.");
	}

	private List<String> executors(ConfigurableApplicationContext context) {
		return Arrays.stream(context.getBeanNamesForType(Executor.class))
			.map((name) -> name + " " + context.getBean(name).getClass().getName() + " "
					+ Arrays.toString(context.getAliases(name)))
			.sorted()
			.toList();
	}

	@ParameterizedTest
	@MethodSource("virtualThreads")
	void shouldKeepApplicationTaskExecutorAndTaskScheduler(boolean virtual) {
		runner(virtual, THREE).withUserConfiguration(Scheduling.class).run((context) -> {
			assertThat(context).hasBean("applicationTaskExecutor")
				.hasBean("taskScheduler")
				.hasBean("bootstrapExecutor");
			Class<?> type = virtual ? SimpleAsyncTaskExecutor.class : ThreadPoolTaskExecutor.class;
			assertThat(context.getBean("applicationTaskExecutor")).isExactlyInstanceOf(type);
			assertThat(context.getBeansOfType(TaskScheduler.class)).containsOnlyKeys("taskScheduler");
		});
	}

	@ParameterizedTest
	@MethodSource("virtualThreads")
	void shouldRunUnqualifiedAsyncOnApplicationTaskExecutor(boolean virtual) {
		runner(virtual, THREE).withUserConfiguration(Async1.class)
			.run((context) -> assertThat(thread(context.getBean(AsyncService.class).plain())).isEqualTo("task-"));
	}

	@ParameterizedTest
	@MethodSource("virtualThreads")
	void shouldRunQualifiedAsyncOnTheNamedExecutor(boolean virtual) {
		runner(virtual, THREE).withUserConfiguration(Async1.class).run((context) -> {
			assertThat(thread(context.getBean(AsyncService.class).mail())).isEqualTo("mail-");
			assertThat(context.getBean("mail", NamedExecutor.class).snapshot().tasks().submitted()).isEqualTo(1);
		});
	}

	@ParameterizedTest
	@MethodSource("virtualThreads")
	void shouldInjectTheExecutorOfSpringBootByPlainType(boolean virtual) {
		runner(virtual, THREE).withUserConfiguration(PlainTypes.class).run((context) -> {
			Object application = context.getBean("applicationTaskExecutor");
			PlainTypes types = context.getBean(PlainTypes.class);
			assertThat(types.executor).isSameAs(application);
			assertThat(types.taskExecutor).isSameAs(application);
			assertThat(types.asyncTaskExecutor).isSameAs(application);
			assertThat(types.all).containsExactly((AsyncTaskExecutor) application);
			assertThat(context.getBean(TaskExecutor.class)).isSameAs(application);
		});
	}

	@ParameterizedTest
	@MethodSource("virtualThreads")
	void shouldRunAsyncRequestsOnApplicationTaskExecutor(boolean virtual) {
		new WebApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(TaskExecutionAutoConfiguration.class, HeddleExecutorAutoConfiguration.class,
							DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class))
			.withPropertyValues(THREE)
			.withPropertyValues("spring.threads.virtual.enabled=" + virtual)
			.withUserConfiguration(Web.class)
			.run((context) -> {
				MockMvcTester mvc = MockMvcTester.from((WebApplicationContext) context.getSourceApplicationContext());
				assertThat(mvc.get().uri("/thread").exchange()).bodyText().startsWith("task-");
			});
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void shouldKeepTheExecutorOfTheUser(boolean heddle) {
		runner(false, heddle ? THREE : new String[0]).withUserConfiguration(Async1.class, UserExecutor.class)
			.run((context) -> {
				assertThat(context).doesNotHaveBean("applicationTaskExecutor");
				assertThat(context.getBean(Executor.class)).isSameAs(context.getBean("mine"));
				assertThat(thread(context.getBean(AsyncService.class).plain())).isEqualTo("mine-");
				if (heddle) {
					assertThat(thread(context.getBean(AsyncService.class).mail())).isEqualTo("mail-");
				}
			});
	}

	@Test
	void shouldBeInvisibleToConditionsOnMissingBeans() {
		runner(false, "heddle.executors.mail.core-size=1")
			.withConfiguration(AutoConfigurations.of(LateAutoConfiguration.class))
			.run((context) -> assertThat(context).hasBean("late"));
	}

	@Test
	void shouldNotDependOnSpringBootsExecutor() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(HeddleExecutorAutoConfiguration.class))
			.withPropertyValues(THREE)
			.withUserConfiguration(Async1.class)
			.run((context) -> assertThat(thread(context.getBean(AsyncService.class).mail())).isEqualTo("mail-"));
	}

	private static String thread(CompletableFuture<String> future) throws Exception {
		return future.get(5, TimeUnit.SECONDS).replaceAll("\\d+$", "");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync
	static class Async1 {

		@Bean
		AsyncService asyncService() {
			return new AsyncService();
		}

	}

	static class AsyncService {

		@Async
		CompletableFuture<String> plain() {
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

		@Async("mail")
		CompletableFuture<String> mail() {
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Scheduling {

	}

	static class PlainTypes {

		private final Executor executor;

		private final TaskExecutor taskExecutor;

		private final AsyncTaskExecutor asyncTaskExecutor;

		private final List<AsyncTaskExecutor> all;

		PlainTypes(Executor executor, TaskExecutor taskExecutor, AsyncTaskExecutor asyncTaskExecutor,
				List<AsyncTaskExecutor> all) {
			this.executor = executor;
			this.taskExecutor = taskExecutor;
			this.asyncTaskExecutor = asyncTaskExecutor;
			this.all = all;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class UserExecutor {

		@Bean
		ThreadPoolTaskExecutor mine() {
			ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
			executor.setThreadNamePrefix("mine-");
			return executor;
		}

	}

	@AutoConfiguration(afterName = "org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration")
	static class LateAutoConfiguration {

		@Bean
		@ConditionalOnMissingBean(NamedExecutor.class)
		String late() {
			return "late";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Web {

		@Bean
		ThreadController threadController() {
			return new ThreadController();
		}

	}

	@RestController
	static class ThreadController {

		@GetMapping("/thread")
		Callable<String> thread() {
			return () -> Thread.currentThread().getName();
		}

	}

}
