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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

import io.heddle.autoconfigure.executor.HeddleExecutorAutoConfiguration;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskLimits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ExecutorsHealthContributorAutoConfiguration}.
 */
class ExecutorsHealthContributorAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ExecutorsHealthContributorAutoConfiguration.class,
				HealthContributorAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class));

	@Test
	void shouldBeNamedExecutors() {
		this.contextRunner.withUserConfiguration(ExecutorsConfiguration.class)
			.run((context) -> assertThat(context.getBean(HealthContributorRegistry.class).getContributor("executors"))
				.isInstanceOf(ExecutorsHealthIndicator.class));
	}

	@Test
	void shouldBeUpWithoutDetailsIfThereIsNoNamedExecutor() {
		this.contextRunner.run((context) -> assertThat(health(context)).isEqualTo(Health.up().build()));
	}

	@Test
	void shouldCoverExecutorsThatExistOnlyWhenAotContextRuns() {
		try (GenericApplicationContext aot = new GenericApplicationContext()) {
			aot.registerBean(ExecutorsHealthContributorAutoConfiguration.class);
			AnnotationConfigUtils.registerAnnotationConfigProcessors(aot);
			aot.refreshForAotProcessing(new RuntimeHints());
			assertThat(aot.getBeanFactory().containsBeanDefinition("executorsHealthIndicator")).isTrue();
		}
	}

	@Test
	void shouldCoverConfiguredExecutors() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(HeddleExecutorAutoConfiguration.class))
			.withPropertyValues("heddle.executors.orders.core-size=1")
			.run((context) -> assertThat(health(context).getDetails()).containsOnlyKeys("orders"));
	}

	@Test
	void shouldBackOffIfDisabled() {
		this.contextRunner.withUserConfiguration(ExecutorsConfiguration.class)
			.withPropertyValues("management.health.executors.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ExecutorsHealthIndicator.class));
	}

	@Test
	void shouldBackOffWithoutHealth() {
		new ApplicationContextRunner()
			.withUserConfiguration(AutoConfiguredApplication.class, ExecutorsConfiguration.class)
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("executorsHealthIndicator"));
	}

	@Test
	void shouldBeUpAndShowSaturationAndStuckTasks() {
		this.contextRunner.withUserConfiguration(ExecutorsConfiguration.class).run((context) -> {
			NamedExecutor mail = context.getBean("mail", NamedExecutor.class);
			CountDownLatch release = new CountDownLatch(1);
			for (int i = 0; i < 3; i++) {
				mail.submit(() -> {
					release.await();
					return null;
				});
			}
			await().until(() -> mail.snapshot().stuck() == 2);
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(health(context).getDetails()).containsOnlyKeys("mail", "licensed")
				.containsEntry("mail", new ExecutorHealth("UP", null, 2, 2, 1.0, 1, 4, 0.25, 2, false));
			release.countDown();
		});
	}

	@Test
	void shouldBeUpWhilePaused() {
		this.contextRunner.withUserConfiguration(ExecutorsConfiguration.class).run((context) -> {
			context.getBean("mail", NamedExecutor.class).pause();
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(health(context).getDetails().get("mail")).extracting("paused").isEqualTo(true);
		});
	}

	@Test
	void shouldBeDownWithReasonIfInitializerFailed() {
		this.contextRunner.withUserConfiguration(ExecutorsConfiguration.class).run((context) -> {
			CompletableFuture<?> future = context.getBean("licensed", NamedExecutor.class).submit(() -> {
			});
			assertThat(future).failsWithin(Duration.ofSeconds(10));
			Health health = health(context);
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails().get("licensed")).extracting("status", "reason")
				.containsExactly("DOWN", "java.lang.IllegalStateException: no licence");
			assertThat(health.getDetails().get("mail")).extracting("status").isEqualTo("UP");
		});
	}

	private static Health health(ApplicationContext context) {
		Health health = context.getBean(ExecutorsHealthIndicator.class).health();
		assertThat(health).isNotNull();
		return health;
	}

	@Configuration(proxyBeanMethods = false)
	static class ExecutorsConfiguration {

		@Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
		NamedExecutor mail() {
			return NamedExecutor.builder("mail")
				.coreSize(2)
				.queueCapacity(4)
				.limits(new TaskLimits(null, null, Duration.ofMillis(1)))
				.build();
		}

		@Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
		NamedExecutor licensed() {
			return NamedExecutor.builder("licensed").initializer(() -> {
				throw new IllegalStateException("no licence");
			}).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(ExecutorsHealthContributorAutoConfiguration.class)
	static class AutoConfiguredApplication {

	}

}
