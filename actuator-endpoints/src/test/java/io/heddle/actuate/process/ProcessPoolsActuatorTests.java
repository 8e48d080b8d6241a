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

package io.heddle.actuate.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.annotation.AnnotatedElementUtils;

import io.heddle.autoconfigure.executor.HeddleExecutorAutoConfiguration;
import io.heddle.autoconfigure.process.HeddleProcessPoolAutoConfiguration;
import io.heddle.executor.BrokenExecutorException;
import io.heddle.executor.ExecutorSnapshot;
import io.heddle.executor.QueueSnapshot;
import io.heddle.executor.QueueType;
import io.heddle.executor.TaskCounts;
import io.heddle.executor.ThreadKind;
import io.heddle.process.PoolWorker;
import io.heddle.process.ProcessPool;
import io.heddle.process.ProcessPoolSnapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for health, meters and endpoint of process pools in states that are hard to
 * reach.
 */
class ProcessPoolsActuatorTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ProcessPoolsHealthContributorAutoConfiguration.class,
				ProcessPoolMetricsAutoConfiguration.class, HealthContributorAutoConfiguration.class,
				HealthContributorRegistryAutoConfiguration.class));

	@Test
	void shouldBeUpWithoutPools() {
		this.contextRunner.run((context) -> assertThat(context.getBean(ProcessPoolsHealthIndicator.class).health())
			.satisfies((health) -> assertThat(health.getStatus()).isEqualTo(Status.UP)));
	}

	@Test
	void shouldBeDownWhileNoWorkerCanBeStarted() {
		this.contextRunner.withBean("imaging", ProcessPool.class, () -> pool("No Java in /nowhere")).run((context) -> {
			var health = context.getBean(ProcessPoolsHealthIndicator.class).health();
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails()).hasEntrySatisfying("imaging",
					(detail) -> assertThat(detail).hasFieldOrPropertyWithValue("reason", "No Java in /nowhere")
						.hasFieldOrPropertyWithValue("status", "DOWN")
						.hasFieldOrPropertyWithValue("crashed", 7L));
		});
	}

	@Test
	void shouldBeDownWithTheWordsOfTheJvmThatDoesNotStart() {
		this.contextRunner
			.withConfiguration(AutoConfigurations.of(HeddleExecutorAutoConfiguration.class,
					HeddleProcessPoolAutoConfiguration.class))
			.withPropertyValues("heddle.process-pools.imaging.size=1",
					"heddle.process-pools.imaging.jvm.options=-XX:+NoSuchOption",
					"heddle.process-pools.imaging.serialization.allow=io.heddle.actuate.**",
					"heddle.process-pools.imaging.restart.max=2", "heddle.process-pools.imaging.restart.backoff=10ms")
			.run((context) -> {
				ProcessPool pool = context.getBean("imaging", ProcessPool.class);
				ProcessPoolsHealthIndicator health = context.getBean(ProcessPoolsHealthIndicator.class);
				assertThat(health.health().getStatus()).as("before the first start").isEqualTo(Status.UP);
				assertThatExceptionOfType(ExecutionException.class)
					.isThrownBy(() -> pool.submit(() -> 1).get(60, TimeUnit.SECONDS))
					.withCauseInstanceOf(BrokenExecutorException.class)
					.withStackTraceContaining("NoSuchOption");
				assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
				assertThat(health.health().getDetails().get("imaging"))
					.asInstanceOf(InstanceOfAssertFactories.type(ProcessPoolHealth.class))
					.satisfies((detail) -> assertThat(detail.reason()).contains("NoSuchOption"));
			});
	}

	@Test
	void shouldBackOffIfDisabled() {
		this.contextRunner.withPropertyValues("management.health.process-pools.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ProcessPoolsHealthIndicator.class));
	}

	@Test
	void shouldPublishWhatTheSnapshotSays() {
		this.contextRunner.withBean("imaging", ProcessPool.class, () -> pool(null)).run((context) -> {
			SimpleMeterRegistry registry = new SimpleMeterRegistry();
			context.getBean(ProcessPoolMetrics.class).bindTo(registry);
			assertThat(registry.get("process.pool.size").gauge().value()).isEqualTo(4);
			assertThat(registry.get("process.pool.idle").gauge().value()).isEqualTo(1);
			assertThat(registry.get("process.pool.starting").gauge().value()).isEqualTo(2);
			assertThat(registry.get("process.pool.spares").gauge().value()).isEqualTo(3);
			assertThat(registry.get("process.pool.memory").gauge().value()).isEqualTo(1024);
			assertThat(registry.get("process.pool.crashed").functionCounter().count()).isEqualTo(7);
			assertThat(registry.get("process.pool.retried").functionCounter().count()).isEqualTo(8);
			assertThat(registry.get("process.pool.restarts").functionCounter().count()).isEqualTo(9);
			assertThat(registry.get("process.pool.recycled").tag("reason", "max-age").functionCounter().count())
				.isEqualTo(5);
			assertThat(registry.get("process.pool.recycled").tag("reason", "max-tasks").functionCounter().count())
				.isZero();
		});
	}

	@Test
	void shouldShowRecycleReason() {
		this.contextRunner.withBean("imaging", ProcessPool.class, () -> pool("broken")).run((context) -> {
			ProcessPoolsEndpoint endpoint = new ProcessPoolsEndpoint(
					new ProcessPoolBeans(context.getSourceApplicationContext().getBeanFactory()));
			ProcessPoolDescriptor pool = endpoint.processPools().processpools().get("imaging");
			assertThat(pool.broken()).isEqualTo("broken");
			assertThat(pool.workers()).singleElement().satisfies((worker) -> {
				assertThat(worker.recycleReason()).isEqualTo("max-age");
				assertThat(worker.state()).isEqualTo("retiring");
			});
			assertThat(pool.recycled()).containsEntry("max-age", 5L);
		});
	}

	@Test
	void shouldNotCreateLazyPools() {
		this.contextRunner
			.withBean("imaging", ProcessPool.class, () -> pool(null), (definition) -> definition.setLazyInit(true))
			.run((context) -> {
				ProcessPoolsEndpoint endpoint = new ProcessPoolsEndpoint(
						new ProcessPoolBeans(context.getSourceApplicationContext().getBeanFactory()));
				assertThat(endpoint.processPools().processpools().get("imaging").initialized()).isFalse();
				assertThat(endpoint.processPool("imaging").initialized()).isFalse();
				assertThat(endpoint.kill("imaging", 1)).isFalse();
				assertThat(context.getSourceApplicationContext().getBeanFactory().containsSingleton("imaging"))
					.isFalse();
			});
	}

	@Test
	void shouldReadOnlyByDefault() {
		assertThat(
				AnnotatedElementUtils.findMergedAnnotation(ProcessPoolsEndpoint.class, Endpoint.class).defaultAccess())
			.isEqualTo(Access.READ_ONLY);
	}

	private static ProcessPool pool(String brokenReason) {
		ExecutorSnapshot executor = new ExecutorSnapshot("imaging", ThreadKind.PLATFORM, 0, 4, 4, 4, Duration.ZERO,
				new QueueSnapshot(QueueType.FIFO, 0, 1000, null), new TaskCounts(0, 0, 0, 0, 0, 0), 0, 0, Duration.ZERO,
				Duration.ZERO, false, false);
		PoolWorker worker = new PoolWorker(1, PoolWorker.State.RETIRING, null, null, 10, 1024L, null, Instant.EPOCH,
				"max-age");
		ProcessPool pool = Mockito.mock(ProcessPool.class);
		BDDMockito.given(pool.name()).willReturn("imaging");
		BDDMockito.given(pool.poolSnapshot())
			.willReturn(new ProcessPoolSnapshot(executor, 4, 1, 0, 2, 3, 7, 8, 9, Map.of("max-age", 5L),
					List.of(worker), brokenReason));
		return pool;
	}

}
