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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import com.jayway.jsonpath.JsonPath;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proves the example of the README: its YAML, its bean and its endpoint.
 */
@SpringBootTest(classes = MailApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.config.name=mail")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class MailExampleTests {

	// What differs from run to run
	private static final Set<String> VOLATILE = Set.of("startedAt", "runningFor", "waitedFor", "submittedBy", "stack");

	@LocalServerPort
	private int port;

	@Autowired
	private MailService service;

	@Autowired
	private CountDownLatch connected;

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
		Awaitility.await().until(() -> get("/actuator/executors/mail").contains("CountDownLatch.await"));
		String body = get("/actuator/executors/mail");
		assertSameShape(JsonMapper.shared().readTree(Files.readString(Path.of("src/test/resources/mail.json"))),
				JsonMapper.shared().readTree(body), "");
		assertThat(JsonPath.<List<String>>read(body, "$.running[0].stack")).anySatisfy(
				(frame) -> assertThat(frame).startsWith("io.heddle.example.MailService.sendReceipt(MailService.java:"));
		this.connected.countDown();
	}

	@Test
	void shouldPauseAndResize() {
		this.client()
			.post()
			.uri("/actuator/executors/mail")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"corePoolSize\": 4, \"maxPoolSize\": 4, \"paused\": true}")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.maxPoolSize")
			.isEqualTo(4)
			.jsonPath("$.paused")
			.isEqualTo(true);
	}

	@Test
	void shouldCancelATask() {
		CompletableFuture<String> receipt = this.service.sendReceipt("Ada");
		Awaitility.await().until(() -> get("/actuator/executors/mail").contains("receipt for Ada"));
		int task = JsonPath.read(get("/actuator/executors/mail"), "$.running[0].id");
		this.client().delete().uri("/actuator/executors/mail/" + task).exchange().expectStatus().isNoContent();
		assertThat(receipt).isCancelled();
	}

	private void assertSameShape(JsonNode expected, JsonNode actual, String path) {
		assertThat(actual.propertyNames()).as(path).containsExactlyInAnyOrderElementsOf(expected.propertyNames());
		assertThat(actual.size()).as(path).isEqualTo(expected.size());
		if (expected.isArray()) {
			for (int index = 0; index < expected.size(); index++) {
				assertSameShape(expected.get(index), actual.get(index), path + "/" + index);
			}
		}
		else if (expected.isObject()) {
			for (String name : expected.propertyNames()) {
				if (!VOLATILE.contains(name)) {
					assertSameShape(expected.get(name), actual.get(name), path + "/" + name);
				}
			}
		}
		else {
			assertThat(actual).as(path).isEqualTo(expected);
		}
	}

	private String get(String path) {
		return client().get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
	}

	private RestTestClient client() {
		return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
	}

}
