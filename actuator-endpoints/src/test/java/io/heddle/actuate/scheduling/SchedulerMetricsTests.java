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

package io.heddle.actuate.scheduling;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SchedulerMetrics} of schedulers that are no {@code TaskScheduler}
 * beans.
 */
class SchedulerMetricsTests {

	@Test
	void shouldCountTheTasksOfASchedulerThatIsNoBean() {
		assertThat(tasksOf("local", Local.class)).isEqualTo(1);
	}

	@Test
	void shouldCountTheTasksOfAnExecutor() {
		assertThat(tasksOf("pool", Executor.class)).isEqualTo(1);
	}

	private double tasksOf(String name, Class<?> configuration) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(configuration)
			.web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off")
			.run()) {
			return context.getBean(MeterRegistry.class).get("scheduler.tasks").tag("name", name).gauge().value();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableScheduling
	static class Local {

		@Scheduled(cron = "0 0 3 1 1 *")
		void run() {
		}

		@Bean
		MeterRegistry registry() {
			return new SimpleMeterRegistry();
		}

		@Bean(destroyMethod = "shutdownNow")
		static Closeable executor() {
			return new Closeable(Executors.newSingleThreadScheduledExecutor());
		}

		@Bean
		static SchedulingConfigurer configurer(Closeable executor) {
			return (registrar) -> registrar.setScheduler(executor.executor());
		}

	}

	record Closeable(ScheduledExecutorService executor) {

		void shutdownNow() {
			this.executor.shutdownNow();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableScheduling
	static class Executor {

		@Scheduled(cron = "0 0 3 1 1 *")
		void run() {
		}

		@Bean
		MeterRegistry registry() {
			return new SimpleMeterRegistry();
		}

		@Bean(destroyMethod = "shutdownNow")
		ScheduledExecutorService pool() {
			return Executors.newSingleThreadScheduledExecutor();
		}

	}

}
