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

package io.heddle.example;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proves the example of the README: its YAML, its bean and its endpoint.
 */
@SpringBootTest(classes = MailApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.config.name=mail")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class MailExampleTests {

	@Autowired
	private MailService service;

	@Autowired
	private CountDownLatch connected;

	private ActuatorClient actuator;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.actuator = new ActuatorClient(port);
	}

	@AfterEach
	void letTasksEnd() {
		this.connected.countDown();
	}

	@Test
	void shouldRunTheMethodOnTheNamedExecutor() throws Exception {
		CompletableFuture<String> receipt = this.service.sendReceipt("Ada");
		assertThat(this.service.waiting()).isZero();
		this.connected.countDown();
		assertThat(receipt.get()).isEqualTo("250 OK");
	}

	@Test
	void shouldShowTheRunningTaskAsInTheReadme() throws IOException {
		this.service.sendReceipt("Ada");
		Awaitility.await().until(() -> this.actuator.get("executors/mail").contains("CountDownLatch.await"));
		String body = this.actuator.get("executors/mail");
		DocumentedJson.of("mail.json", "startedAt", "runningFor", "waitedFor", "submittedBy", "stack")
			.assertSameShape(body);
		assertThat(JsonPath.<List<String>>read(body, "$.running[0].stack")).anySatisfy(
				(frame) -> assertThat(frame).startsWith("io.heddle.example.MailService.sendReceipt(MailService.java:"));
		this.connected.countDown();
	}

	@Test
	void shouldPauseAndResize() {
		String body = this.actuator.post("executors/mail",
				"{\"corePoolSize\": 4, \"maxPoolSize\": 4, \"paused\": true}");
		assertThat(JsonPath.<Integer>read(body, "$.maxPoolSize")).isEqualTo(4);
		assertThat(JsonPath.<Boolean>read(body, "$.paused")).isTrue();
	}

	@Test
	void shouldCancelATask() {
		CompletableFuture<String> receipt = this.service.sendReceipt("Ada");
		Awaitility.await().until(() -> this.actuator.get("executors/mail").contains("receipt for Ada"));
		int task = JsonPath.read(this.actuator.get("executors/mail"), "$.running[0].id");
		this.actuator.delete("executors/mail/" + task);
		assertThat(receipt).isCancelled();
	}

}
