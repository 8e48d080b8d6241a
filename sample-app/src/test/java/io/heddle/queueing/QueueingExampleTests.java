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

package io.heddle.queueing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;

import com.jayway.jsonpath.JsonPath;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

import io.heddle.example.ActuatorClient;
import io.heddle.example.DocumentedJson;
import io.heddle.queue.NamedQueue;
import io.heddle.queue.ShutDownException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Proves the example of the page on queues: its YAML, its beans and its endpoint.
 */
@SpringBootTest(classes = QueueingApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.name=queueing", "management.endpoint.health.show-details=always" })
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class QueueingExampleTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@Autowired
	private OrderService service;

	@Autowired
	private NamedQueue<Order> orders;

	@Autowired
	private NamedQueue<String> mails;

	@Autowired
	private Printer printer;

	@Autowired
	private CountDownLatch switchedOn;

	private ActuatorClient actuator;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.actuator = new ActuatorClient(port);
	}

	@AfterEach
	void letListenersEnd() {
		this.switchedOn.countDown();
	}

	@Test
	void shouldShowWhoWaitsAsInTheDocumentation() throws Exception {
		this.service.accept(new Order(1, TODAY));
		DocumentedJson shown = DocumentedJson.of("queue.json", "thread", "threadId", "since", "waitingFor");
		Awaitility.await().untilAsserted(() -> shown.assertSameShape(this.actuator.get("queues/orders")));
		assertThat(JsonPath.<String>read(this.actuator.get("queues/orders"), "$.consumers[0].thread"))
			.matches("orders-listener-[12]");
	}

	@Test
	void shouldPrintTheMostUrgentOrderFirst() throws Exception {
		keepListenersBusy();
		this.service.accept(new Order(3, TODAY.plusDays(2)));
		this.service.accept(new Order(4, TODAY.plusDays(1)));
		assertThat(this.orders).extracting(Order::number).containsExactly(4L, 3L);
		assertThat(this.orders.join(Duration.ZERO)).isFalse();
		this.switchedOn.countDown();
		assertThat(this.orders.join(Duration.ofMinutes(1))).isTrue();
		assertThat(this.printer.printed()).hasSize(4).contains("Order 3, due on 2026-11-24");
	}

	@Test
	void shouldClearAndShutDown() throws Exception {
		keepListenersBusy();
		this.service.accept(new Order(3, TODAY));
		String cleared = this.actuator.post("queues/orders", "{\"clear\": true}");
		assertThat(JsonPath.<Integer>read(cleared, "$.dropped")).isOne();
		String shutDown = this.actuator.post("queues/orders", "{\"shutdown\": \"drain\"}");
		assertThat(JsonPath.<Boolean>read(shutDown, "$.shutDown")).isTrue();
		assertThatExceptionOfType(ShutDownException.class).isThrownBy(() -> this.service.accept(new Order(4, TODAY)));
	}

	@Test
	void shouldShowHowFullTheQueueIsInTheHealth() {
		String health = this.actuator.get("health/queues");
		assertThat(JsonPath.<String>read(health, "$.status")).isEqualTo("UP");
		assertThat(JsonPath.<Double>read(health, "$.details.orders.usage")).isZero();
		assertThat(this.mails.remainingCapacity()).isEqualTo(Integer.MAX_VALUE);
	}

	private void keepListenersBusy() throws InterruptedException {
		this.service.accept(new Order(1, TODAY));
		this.service.accept(new Order(2, TODAY));
		Awaitility.await().until(this.orders::isEmpty);
	}

}
