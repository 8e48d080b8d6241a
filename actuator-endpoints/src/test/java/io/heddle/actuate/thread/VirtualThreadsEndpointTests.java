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

package io.heddle.actuate.thread;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.heddle.autoconfigure.executor.HeddleExecutorAutoConfiguration;
import io.heddle.autoconfigure.queue.HeddleQueueAutoConfiguration;
import io.heddle.autoconfigure.sync.HeddleSyncAutoConfiguration;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;
import io.heddle.queue.QueueListener;
import io.heddle.sync.NamedEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ThreadsEndpoint} with virtual threads.
 */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsEndpointTests {

	@Test
	void shouldShowTheVirtualThreadsOfExecutorsAndListeners() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class,
					TaskSchedulingAutoConfiguration.class, HeddleExecutorAutoConfiguration.class,
					HeddleQueueAutoConfiguration.class, HeddleSyncAutoConfiguration.class,
					ThreadsEndpointAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=*", "spring.threads.virtual.enabled=true",
					"heddle.executors.mail.threads=virtual", "heddle.events.ready.set=false",
					"heddle.queues.orders.capacity=10")
			.withBean(Orders.class)
			.run((context) -> {
				NamedEvent ready = context.getBean("ready", NamedEvent.class);
				context.getBean("mail", NamedExecutor.class).submit(() -> {
					ready.await();
					return null;
				}, TaskOptions.of().label("newsletter"));
				await().until(() -> ready.waiters().size() == 1);
				ThreadsEndpoint endpoint = context.getBean(ThreadsEndpoint.class);
				ThreadDescriptor mail = endpoint.threads().threads().get("executors").get("mail").get(0);
				assertThat(mail.virtual()).isTrue();
				assertThat(mail.task()).isEqualTo("newsletter");
				assertThat(mail.blockedOn().name()).isEqualTo("ready");
				assertThat(mail.cpu()).isNull();
				assertThat(endpoint.thread(mail.id()).stack())
					.anyMatch((frame) -> frame.contains("io.heddle.sync.NamedEvent.await"));
				await().untilAsserted(() -> assertThat(
						endpoint.threads().threads().getOrDefault("queues", Map.of()).get("orders"))
					.isNotNull()
					.extracting(ThreadDescriptor::virtual)
					.isEqualTo(List.of(true)));
				ready.set();
			});
	}

	static class Orders {

		@QueueListener("orders")
		void handle(String order) {
		}

	}

}
