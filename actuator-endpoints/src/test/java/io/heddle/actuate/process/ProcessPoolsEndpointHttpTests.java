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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.heddle.actuate.executor.ActuatorClient;
import io.heddle.actuate.executor.ActuatorClient.Response;
import io.heddle.process.ProcessPool;
import io.heddle.process.WorkerCrashedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ProcessPoolsEndpoint} over HTTP with unrestricted access, and for
 * health and meters, with real workers.
 */
@SpringBootTest(classes = ProcessPoolsEndpointHttpTests.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1",
				"management.endpoints.web.exposure.include=processpools,executors,health",
				"management.endpoint.processpools.access=unrestricted",
				"management.endpoint.health.show-details=always", "heddle.process-pools.imaging.size=2",
				"heddle.process-pools.imaging.max-tasks-per-worker=50",
				"heddle.process-pools.imaging.jvm.class-data-archive=false",
				"heddle.process-pools.imaging.serialization.allow=io.heddle.actuate.**",
				"heddle.executors.mail.core-size=1" })
class ProcessPoolsEndpointHttpTests {

	@Autowired
	@Qualifier("imaging")
	private ProcessPool imaging;

	@Autowired
	private MeterRegistry registry;

	private ActuatorClient actuator;

	@BeforeEach
	void setUp(@LocalServerPort int port) {
		this.actuator = new ActuatorClient(port);
	}

	@AfterEach
	void restore() {
		this.imaging.resume();
		this.imaging.resize(2);
		await().atMost(Duration.ofSeconds(30)).until(() -> this.imaging.snapshot().active() == 0);
	}

	@Test
	void shouldShowPoolsAndWorkers() throws Exception {
		long pid = this.imaging.submit(() -> ProcessHandle.current().pid()).get(60, TimeUnit.SECONDS);
		Response response = this.actuator.get("processpools");
		assertThat(response.status()).isEqualTo(200);
		Map<String, Object> pool = response.json("$.processpools.imaging");
		assertThat(pool).containsEntry("size", 2)
			.containsEntry("paused", false)
			.containsEntry("stuck", 0)
			.containsKeys("idle", "busy", "starting", "spares", "restarts", "recycled", "workers")
			.doesNotContainKeys("running", "queued", "broken", "initialized");
		assertThat(response.<Map<String, Object>>json("$.processpools.imaging.queue")).containsEntry("size", 0)
			.containsEntry("capacity", 1000);
		assertThat(response.<Map<String, Object>>json("$.processpools.imaging.tasks")).containsOnlyKeys("submitted",
				"completed", "failed", "cancelled", "rejected", "timedOut", "crashed", "retried");
		List<Map<String, Object>> workers = response.json("$.processpools.imaging.workers[?(@.pid == " + pid + ")]");
		assertThat(workers).singleElement().satisfies((worker) -> {
			assertThat(worker).containsEntry("state", "idle");
			assertThat(((Number) worker.get("tasksDone")).intValue()).isPositive();
			assertThat(Instant.parse((String) worker.get("startedAt"))).isBefore(Instant.now());
		});
	}

	@Test
	void shouldShowRunningTasks() throws Exception {
		CompletableFuture<Integer> task = this.imaging.submit(() -> {
			Thread.sleep(60_000);
			return 1;
		});
		await().atMost(Duration.ofSeconds(60)).until(() -> this.imaging.poolSnapshot().busy() == 1);
		Response response = this.actuator.get("processpools/imaging");
		assertThat(response.<List<Object>>json("$.running")).hasSize(1);
		assertThat(Duration.parse(response.<List<String>>json("$.workers[?(@.state == 'busy')].runningFor").get(0)))
			.isPositive();
		assertThat(response.<List<Object>>json("$.queued")).isEmpty();
		task.cancel(true);
	}

	@Test
	void shouldResizeAndPause() {
		Response response = this.actuator.post("processpools/imaging", "{\"size\":3,\"paused\":true}");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.<Integer>json("$.size")).isEqualTo(3);
		assertThat(response.<Boolean>json("$.paused")).isTrue();
		assertThat(this.imaging.poolSnapshot().size()).isEqualTo(3);
		assertThat(this.actuator.post("processpools/imaging", "{\"paused\":false}").<Boolean>json("$.paused"))
			.isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                       | There is nothing to change. Send one or more of size, paused
			{"size":0}               | 'size' must be at least 1 but is 0
			{"size":1025}            | 'size' must be at most 1024 but is 1025
			{"size":2147483647}      | 'size' must be at most 1024 but is 2147483647
			{"size":null}            | There is nothing to change. Send one or more of size, paused
			{"size":"many"}          | 'size' must be a whole number of at most 2147483647 but is 'many'
			{"paused":"maybe"}       | 'paused' must be true or false but is 'maybe'
			{"size":0,"paused":true} | 'size' must be at least 1 but is 0
			{"corePoolSize":1}       | Unknown key 'corePoolSize'. Send one or more of size, paused
			""")
	void shouldAnswerBadInputWithAMessage(String body, String message) {
		Response response = this.actuator.post("processpools/imaging", body);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.<String>json("$.message")).isEqualTo(message);
		assertThat(this.imaging.isPaused()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "nojson", "{\"size\":{\"a\":1}}", "{\"paused\":true,\"size\":[1]}", "{\"size\":1" })
	void shouldChangeNothingForABodyThatSpringCannotRead(String body) {
		Response response = this.actuator.post("processpools/imaging", body);
		assertThat(response.status()).isEqualTo(400);
		assertThat(this.imaging.poolSnapshot().size()).isEqualTo(2);
		assertThat(this.imaging.isPaused()).isFalse();
	}

	@Test
	void shouldKillAWorkerThatIsReplaced() throws Exception {
		CompletableFuture<Integer> task = this.imaging.submit(() -> {
			Thread.sleep(60_000);
			return 1;
		});
		await().atMost(Duration.ofSeconds(60)).until(() -> this.imaging.poolSnapshot().busy() == 1);
		int pid = this.actuator.get("processpools/imaging")
			.<List<Integer>>json("$.workers[?(@.state == 'busy')].pid")
			.get(0);
		assertThat(this.actuator.delete("processpools/imaging/" + pid).status()).isEqualTo(204);
		assertThatThrownBy(() -> task.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(WorkerCrashedException.class);
		assertThat(this.imaging.submit(() -> "healed").get(60, TimeUnit.SECONDS)).isEqualTo("healed");
		assertThat(this.actuator.get("processpools").<Integer>json("$.processpools.imaging.tasks.crashed"))
			.isPositive();
		assertThat(this.registry.get("process.pool.crashed").tag("name", "imaging").functionCounter().count())
			.isPositive();
	}

	@Test
	void shouldNotFindWhatIsNotThere() {
		assertThat(this.actuator.get("processpools/nowhere").status()).isEqualTo(404);
		assertThat(this.actuator.get("processpools/mail").status()).isEqualTo(404);
		assertThat(this.actuator.post("processpools/nowhere", "{\"size\":1}").status()).isEqualTo(404);
		assertThat(this.actuator.delete("processpools/imaging/1").status()).isEqualTo(404);
		assertThat(this.actuator.delete("processpools/imaging/one").status()).isEqualTo(400);
	}

	@Test
	void shouldStayOutOfTheExecutors() {
		assertThat(this.actuator.get("executors").<Map<String, Object>>json("$.executors")).containsKey("mail")
			.doesNotContainKey("imaging");
		assertThat(this.actuator.get("executors/imaging").status()).isEqualTo(404);
		Response health = this.actuator.get("health");
		assertThat(health.<Map<String, Object>>json("$.components.executors.details")).containsOnlyKeys("mail");
	}

	@Test
	void shouldShowHealth() {
		Response health = this.actuator.get("health");
		assertThat(health.<String>json("$.components.processPools.status")).isEqualTo("UP");
		assertThat(health.<Map<String, Object>>json("$.components.processPools.details.imaging"))
			.containsEntry("status", "UP")
			.containsEntry("size", 2)
			.containsEntry("queueCapacity", 1000)
			.doesNotContainKey("reason");
	}

	@Test
	void shouldHaveMeters() {
		for (String gauge : List.of("process.pool.size", "process.pool.idle", "process.pool.starting",
				"process.pool.spares", "process.pool.memory", "executor.active", "executor.queued",
				"executor.queue.remaining", "executor.stuck")) {
			assertThat(this.registry.get(gauge).tag("name", "imaging").gauge().value()).as(gauge).isNotNegative();
		}
		for (String counter : List.of("process.pool.crashed", "process.pool.retried", "process.pool.restarts",
				"executor.completed", "executor.failed", "executor.timed.out")) {
			assertThat(this.registry.get(counter).tag("name", "imaging").functionCounter()).as(counter).isNotNull();
		}
		for (String reason : List.of("max-tasks", "max-age", "max-memory")) {
			assertThat(this.registry.get("process.pool.recycled")
				.tags("name", "imaging", "reason", reason)
				.functionCounter()).isNotNull();
		}
		assertThat(this.registry.get("process.pool.size").tag("name", "imaging").gauge().value()).isEqualTo(2);
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
