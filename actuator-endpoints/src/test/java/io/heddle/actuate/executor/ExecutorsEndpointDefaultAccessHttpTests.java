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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

import io.heddle.actuate.executor.ActuatorClient.Response;
import io.heddle.executor.ExecutorSnapshot;
import io.heddle.executor.NamedExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ExecutorsEndpoint} over HTTP with default access.
 */
@ActiveProfiles("executors")
@SpringBootTest(classes = ExecutorsApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "management.endpoints.web.exposure.include=*",
				"management.endpoints.jackson.isolated-json-mapper=false",
				"spring.jackson.datatype.datetime.write-durations-as-timestamps=true",
				"spring.jackson.datatype.datetime.write-dates-as-timestamps=true" })
class ExecutorsEndpointDefaultAccessHttpTests {

	@Autowired
	@Qualifier("mail")
	private NamedExecutor mail;

	private ActuatorClient actuator;

	@AfterEach
	void awaitIdle() {
		await().until(() -> this.mail.snapshot().active() == 0);
	}

	@BeforeEach
	void setUp(@LocalServerPort int port) {
		this.actuator = new ActuatorClient(port);
	}

	@Test
	void shouldRead() {
		assertThat(this.actuator.get("executors").<Integer>json("$.executors.mail.corePoolSize")).isEqualTo(2);
		assertThat(this.actuator.get("executors/mail").<List<Object>>json("$.running")).isEmpty();
	}

	@Test
	void shouldWriteIsoTimesWhateverTheMapperOfTheApplication() {
		CountDownLatch release = new CountDownLatch(1);
		this.mail.execute(() -> awaitUninterrupted(release));
		await().until(() -> !this.mail.running().isEmpty());
		Response response = this.actuator.get("executors/mail");
		release.countDown();
		assertThat(response.<String>json("$.keepAlive")).isEqualTo("PT1M");
		assertThat(Instant.parse(response.json("$.running[0].startedAt"))).isNotNull();
		assertThat(Duration.parse(response.json("$.running[0].runningFor"))).isNotNull();
		assertThat(response.<Map<String, Object>>json("$.queue")).doesNotContainKey("oldestWait");
	}

	@Test
	void shouldNotChange() {
		ExecutorSnapshot before = this.mail.snapshot();
		Response response = this.actuator.post("executors/mail", "{\"corePoolSize\":3,\"paused\":true}");
		assertThat(response.status()).isIn(404, 405);
		assertThat(this.mail.snapshot()).isEqualTo(before);
	}

	@Test
	void shouldNotCancel() {
		CountDownLatch release = new CountDownLatch(1);
		CompletableFuture<?> future = this.mail.submit(() -> {
			release.await();
			return null;
		});
		await().until(() -> !this.mail.running().isEmpty());
		int id = this.actuator.get("executors/mail").json("$.running[0].id");
		assertThat(this.actuator.delete("executors/mail/" + id).status()).isIn(404, 405);
		assertThat(future).isNotDone();
		assertThat(this.mail.running()).hasSize(1);
		release.countDown();
		assertThat(future).succeedsWithin(Duration.ofSeconds(10));
	}

	private static void awaitUninterrupted(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
