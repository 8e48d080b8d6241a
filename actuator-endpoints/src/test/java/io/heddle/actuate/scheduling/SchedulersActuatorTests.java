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

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import io.heddle.scheduling.PastRuns;
import io.heddle.scheduling.ScheduleLimits;
import io.heddle.scheduling.ScheduledTaskHandle;
import io.heddle.scheduling.ScheduledTaskSnapshot;
import io.heddle.scheduling.ScheduledTasks;
import io.heddle.scheduling.TaskSchedule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for endpoint, health and meters of schedulers without a server.
 */
class SchedulersActuatorTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SchedulersHealthContributorAutoConfiguration.class,
				SchedulerMetricsAutoConfiguration.class, HealthContributorAutoConfiguration.class,
				HealthContributorRegistryAutoConfiguration.class));

	@Test
	void shouldBeUpWithoutSchedulers() {
		this.contextRunner.run((context) -> assertThat(context.getBean(SchedulersHealthIndicator.class).health())
			.satisfies((health) -> assertThat(health.getStatus()).isEqualTo(Status.UP)));
	}

	@Test
	void shouldBackOffIfDisabled() {
		this.contextRunner.withPropertyValues("management.health.schedulers.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(SchedulersHealthIndicator.class));
	}

	@Test
	void shouldBeDownForAnOverdueTask() {
		ScheduledTaskSnapshot overdue = new ScheduledTaskSnapshot("purge", "com.acme.Purge.run", "housekeeping",
				TaskSchedule.cron("0 0 3 * * *"), Instant.parse("2026-11-23T03:00:00Z"), null, 0, 0, 0, 0,
				Duration.ZERO, 0, 0, false, false, false, true);
		SchedulerHealth health = SchedulerHealth.of(List.of(overdue));
		assertThat(health.status()).isEqualTo("DOWN");
		assertThat(health.reason()).isEqualTo("Task 'purge' should have run at 2026-11-23T03:00:00Z");
		assertThat(health.overdue()).containsExactly("purge");
		assertThat(ScheduleLimits.NONE.failingAfter()).isZero();
	}

	@Test
	void shouldNotCreateLazySchedulers() {
		this.contextRunner
			.withBean("lazy", TaskScheduler.class, ThreadPoolTaskScheduler::new,
					(definition) -> definition.setLazyInit(true))
			.run((context) -> {
				var beanFactory = context.getSourceApplicationContext().getBeanFactory();
				SchedulersEndpoint endpoint = new SchedulersEndpoint(new SchedulerBeans(beanFactory));
				assertThat(endpoint.schedulers().schedulers().get("lazy").tasks()).isEmpty();
				assertThat(endpoint.scheduler("lazy").size()).isNull();
				assertThat(beanFactory.containsSingleton("lazy")).isFalse();
			});
	}

	@Test
	void shouldCountWhatTasksHaveDoneThatAreNoLongerListed() {
		this.contextRunner.withBean(ScheduledTasks.class, ForgottenTasks::new).run((context) -> {
			SchedulerBeans schedulers = new SchedulerBeans(context.getSourceApplicationContext().getBeanFactory());
			SchedulerTotals totals = schedulers.totals("housekeeping");
			assertThat(totals.count()).isZero();
			assertThat(totals.runs()).isEqualTo(7);
			assertThat(totals.failures()).isEqualTo(3);
			assertThat(totals.skipped()).isEqualTo(2);
			assertThat(totals.runTime()).isEqualTo(Duration.ofSeconds(5));
			assertThat(schedulers.totals("other").runs()).isZero();
		});
	}

	@Test
	void shouldReadOnlyByDefault() {
		assertThat(AnnotatedElementUtils.findMergedAnnotation(SchedulersEndpoint.class, Endpoint.class).defaultAccess())
			.isEqualTo(Access.READ_ONLY);
	}

	@Test
	void shouldBeThereOverJmxAndWebWhereItIsExposed() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SchedulersEndpointAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=schedulers",
					"management.endpoints.jmx.exposure.include=schedulers", "spring.jmx.enabled=true")
			.withBean("mine", ThreadPoolTaskScheduler.class)
			.run((context) -> {
				assertThat(context).hasSingleBean(SchedulersEndpointWebExtension.class);
				SchedulersEndpointJmxExtension jmx = context.getBean(SchedulersEndpointJmxExtension.class);
				assertThat(jmx.scheduler("mine").tasks()).isEmpty();
				assertThat(jmx.scheduler("nowhere")).isNull();
				assertThat(jmx.changeTask("nowhere", "purge", "pause", null, null, null)).isNull();
			});
	}

	static class ForgottenTasks implements ScheduledTasks {

		@Override
		public List<ScheduledTaskHandle> all() {
			return List.of();
		}

		@Override
		public ScheduledTaskHandle find(String id) {
			return null;
		}

		@Override
		public PastRuns past(String scheduler) {
			return scheduler.equals("housekeeping") ? new PastRuns(7, 3, 2, Duration.ofSeconds(5)) : PastRuns.NONE;
		}

	}

}
