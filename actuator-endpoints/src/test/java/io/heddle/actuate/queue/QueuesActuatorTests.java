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

package io.heddle.actuate.queue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.annotation.AnnotatedElementUtils;

import io.heddle.queue.NamedQueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for endpoint, health and meters of queues without a server.
 */
class QueuesActuatorTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(QueuesHealthContributorAutoConfiguration.class, QueueMetricsAutoConfiguration.class,
					HealthContributorAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class));

	@Test
	void shouldBeUpWithoutQueues() {
		this.contextRunner.run((context) -> assertThat(context.getBean(QueuesHealthIndicator.class).health())
			.satisfies((health) -> assertThat(health.getStatus()).isEqualTo(Status.UP)));
	}

	@Test
	void shouldBackOffIfDisabled() {
		this.contextRunner.withPropertyValues("management.health.queues.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(QueuesHealthIndicator.class));
	}

	@Test
	void shouldStayUpWhileAQueueIsFull() {
		this.contextRunner.withBean("orders", NamedQueue.class, QueuesActuatorTests::full).run((context) -> {
			var health = context.getBean(QueuesHealthIndicator.class).health();
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails().get("orders")).hasFieldOrPropertyWithValue("usage", 1.0);
		});
	}

	@Test
	void shouldNotCreateLazyQueues() {
		this.contextRunner
			.withBean("orders", NamedQueue.class, QueuesActuatorTests::full, (definition) -> definition.setLazyInit(true))
			.run((context) -> {
				var beanFactory = context.getSourceApplicationContext().getBeanFactory();
				QueuesEndpoint endpoint = new QueuesEndpoint(new QueueBeans(beanFactory));
				assertThat(endpoint.queues().queues().get("orders").initialized()).isFalse();
				assertThat(endpoint.queue("orders").initialized()).isFalse();
				assertThatExceptionOfType(InvalidEndpointRequestException.class)
					.isThrownBy(() -> endpoint.changeQueue("orders", null, "true"))
					.withMessageContaining("lazy");
				assertThat(beanFactory.containsSingleton("orders")).isFalse();
			});
	}

	@Test
	void shouldReadOnlyByDefault() {
		assertThat(AnnotatedElementUtils.findMergedAnnotation(QueuesEndpoint.class, Endpoint.class).defaultAccess())
			.isEqualTo(Access.READ_ONLY);
	}

	@Test
	void shouldBeThereOverJmxAndWebWhereItIsExposed() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(QueuesEndpointAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=queues",
					"management.endpoints.jmx.exposure.include=queues", "spring.jmx.enabled=true")
			.withBean("orders", NamedQueue.class, QueuesActuatorTests::full)
			.run((context) -> {
				assertThat(context).hasSingleBean(QueuesEndpointWebExtension.class);
				QueuesEndpointJmxExtension jmx = context.getBean(QueuesEndpointJmxExtension.class);
				assertThat(jmx.queue("orders").size()).isEqualTo(1);
				assertThat(jmx.queue("nowhere")).isNull();
				assertThat(jmx.changeQueue("orders", "drain", "true").size()).isZero();
			});
	}

	private static NamedQueue<Integer> full() {
		NamedQueue<Integer> queue = NamedQueue.builder("orders").capacity(1).build();
		queue.addAll(Arrays.asList(1));
		return queue;
	}

}
