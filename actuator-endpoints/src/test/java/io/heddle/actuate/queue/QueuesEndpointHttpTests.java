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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

import io.heddle.actuate.executor.ActuatorClient;
import io.heddle.actuate.executor.ActuatorClient.Response;
import io.heddle.queue.NamedQueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link QueuesEndpoint} over HTTP with unrestricted access, and for health and
 * meters.
 */
@SpringBootTest(classes = QueuesEndpointHttpTests.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "management.endpoints.web.exposure.include=queues,executors,health",
				"management.endpoint.queues.access=unrestricted", "management.endpoint.health.show-details=always",
				"heddle.queues.orders.type=priority", "heddle.queues.orders.capacity=4",
				"heddle.queues.mails.capacity=0", "heddle.executors.mail.core-size=1" })
class QueuesEndpointHttpTests {

	@Autowired
	private NamedQueue<Integer> orders;

	@Autowired
	private MeterRegistry registry;

	private ActuatorClient actuator;

	@BeforeEach
	void setUp(@LocalServerPort int port) {
		this.actuator = new ActuatorClient(port);
	}

	@AfterEach
	void clear() {
		this.orders.clear();
	}

	@Test
	void shouldShowQueues() throws Exception {
		this.orders.put(1);
		this.orders.put(2);
		Response response = this.actuator.get("queues");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.<Map<String, Object>>json("$.queues")).containsOnlyKeys("orders", "mails");
		Map<String, Object> queue = response.json("$.queues.orders");
		assertThat(queue).containsEntry("type", "priority")
			.containsEntry("size", 2)
			.containsEntry("capacity", 4)
			.containsEntry("blockedProducers", 0)
			.containsEntry("blockedConsumers", 0)
			.containsEntry("shutDown", false)
			.containsOnlyKeys("type", "size", "capacity", "oldest", "unfinished", "puts", "gets", "dropped",
					"blockedProducers", "blockedConsumers", "shutDown");
		assertThat(Duration.parse((String) queue.get("oldest"))).isPositive();
		assertThat(response.<Map<String, Object>>json("$.queues.mails")).containsEntry("type", "fifo")
			.doesNotContainKeys("capacity", "oldest");
	}

	@Test
	void shouldShowWhoWaits() throws Exception {
		Thread consumer = new Thread(() -> {
			try {
				this.orders.take();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, "hungry");
		consumer.start();
		await().until(() -> this.orders.snapshot().blockedConsumers() == 1);
		Response response = this.actuator.get("queues/orders");
		assertThat(response.<Integer>json("$.blockedConsumers")).isEqualTo(1);
		assertThat(response.<List<Object>>json("$.producers")).isEmpty();
		Map<String, Object> thread = response.json("$.consumers[0]");
		assertThat(thread).containsEntry("thread", "hungry").containsEntry("virtual", false).containsKey("threadId");
		assertThat(Instant.parse((String) thread.get("since"))).isBefore(Instant.now());
		assertThat(Duration.parse((String) thread.get("waitingFor"))).isPositive();
		consumer.interrupt();
		consumer.join(10_000);
	}

	@Test
	void shouldClear() throws Exception {
		this.orders.put(1);
		Response response = this.actuator.post("queues/orders", "{\"clear\":true}");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.<Integer>json("$.size")).isZero();
		assertThat(response.<Boolean>json("$.shutDown")).isFalse();
		assertThat(this.orders).isEmpty();
	}

	@Test
	@DirtiesContext
	void shouldShutDown() throws Exception {
		this.orders.put(1);
		assertThat(this.actuator.post("queues/orders", "{\"shutdown\":\"drain\"}").<Integer>json("$.size")).isEqualTo(1);
		assertThat(this.orders.isShutdown()).isTrue();
		Response health = this.actuator.get("health/queues");
		assertThat(health.status()).isEqualTo(503);
		assertThat(health.<String>json("$.status")).isEqualTo("OUT_OF_SERVICE");
		assertThat(health.<Map<String, Object>>json("$.details.orders")).containsEntry("status", "OUT_OF_SERVICE")
			.containsEntry("reason", "It is shut down and takes no more items");
		Response response = this.actuator.post("queues/orders", "{\"shutdown\":\"immediate\",\"clear\":\"true\"}");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.<Integer>json("$.size")).isZero();
		assertThat(response.<Boolean>json("$.shutDown")).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                       | There is nothing to change. Send one or more of shutdown, clear
			{"clear":null}           | There is nothing to change. Send one or more of shutdown, clear
			{"clear":false}          | 'clear' must be true but is 'false'. Leave it out to keep the items
			{"clear":"maybe"}        | 'clear' must be true or false but is 'maybe'
			{"shutdown":true}        | 'shutdown' must be drain or immediate but is 'true'
			{"shutdown":"now","clear":true} | 'shutdown' must be drain or immediate but is 'now'
			{"size":1}               | Unknown key 'size'. Send one or more of shutdown, clear
			""")
	void shouldAnswerBadInputWithAMessage(String body, String message) throws Exception {
		this.orders.put(1);
		Response response = this.actuator.post("queues/orders", body);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.<String>json("$.message")).isEqualTo(message);
		assertThat(this.orders).hasSize(1);
		assertThat(this.orders.isShutdown()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "nojson", "{\"clear\":{\"a\":1}}", "{\"clear\":true,\"shutdown\":[1]}" })
	void shouldChangeNothingForABodyThatSpringCannotRead(String body) throws Exception {
		this.orders.put(1);
		assertThat(this.actuator.post("queues/orders", body).status()).isEqualTo(400);
		assertThat(this.orders).hasSize(1);
		assertThat(this.orders.isShutdown()).isFalse();
	}

	@Test
	void shouldNotFindWhatIsNotThere() {
		assertThat(this.actuator.get("queues/nowhere").status()).isEqualTo(404);
		assertThat(this.actuator.get("queues/mail").status()).isEqualTo(404);
		assertThat(this.actuator.get("queues/orders/1").status()).isEqualTo(404);
		assertThat(this.actuator.post("queues/nowhere", "{\"clear\":true}").status()).isEqualTo(404);
		assertThat(this.actuator.post("queues/nowhere", "{}").status()).isEqualTo(404);
		assertThat(this.actuator.delete("queues/orders").status()).isEqualTo(405);
		assertThat(this.actuator.post("queues", "{\"clear\":true}").status()).isEqualTo(404);
	}

	@Test
	void shouldShowHealth() throws Exception {
		this.orders.put(1);
		Response health = this.actuator.get("health");
		assertThat(health.<String>json("$.components.queues.status")).isEqualTo("UP");
		assertThat(health.<Map<String, Object>>json("$.components.queues.details.orders"))
			.containsEntry("status", "UP")
			.containsEntry("size", 1)
			.containsEntry("capacity", 4)
			.containsEntry("usage", 0.25)
			.containsEntry("blockedProducers", 0)
			.containsKeys("oldest", "unfinished")
			.doesNotContainKey("reason");
		assertThat(health.<Map<String, Object>>json("$.components.queues.details.mails")).doesNotContainKeys("usage",
				"capacity");
	}

	@Test
	void shouldHaveMeters() throws Exception {
		this.orders.put(1);
		this.orders.put(2);
		this.orders.take();
		await().until(() -> this.registry.get("queue.size").tag("name", "orders").gauge().value() == 1);
		assertThat(this.registry.get("queue.remaining").tag("name", "orders").gauge().value()).isEqualTo(3);
		assertThat(this.registry.get("queue.remaining").tag("name", "mails").gauge().value())
			.isEqualTo(Integer.MAX_VALUE);
		assertThat(this.registry.get("queue.unfinished").tag("name", "orders").gauge().value()).isPositive();
		assertThat(this.registry.get("queue.oldest").tag("name", "orders").timeGauge().value()).isPositive();
		assertThat(this.registry.get("queue.oldest").tag("name", "mails").timeGauge().value()).isZero();
		assertThat(this.registry.get("queue.wait").tag("name", "orders").functionTimer().count()).isPositive();
		assertThat(this.registry.get("queue.puts").tag("name", "orders").functionCounter().count()).isPositive();
		assertThat(this.registry.get("queue.gets").tag("name", "orders").functionCounter().count()).isPositive();
		assertThat(this.registry.get("queue.dropped").tag("name", "orders").functionCounter()).isNotNull();
		assertThat(this.registry.get("queue.producers.blocked").tag("name", "orders").gauge().value()).isZero();
		assertThat(this.registry.get("queue.consumers.blocked").tag("name", "orders").gauge().value()).isZero();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
