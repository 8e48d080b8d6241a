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

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import io.heddle.actuate.executor.ActuatorClient;
import io.heddle.actuate.executor.ActuatorClient.Response;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;
import io.heddle.queue.QueueListener;
import io.heddle.sync.NamedEvent;
import io.heddle.sync.NamedLock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ThreadsEndpoint} over HTTP.
 */
@SpringBootTest(classes = ThreadsEndpointHttpTests.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "management.endpoints.web.exposure.include=threads",
				"heddle.locks.ledger.fair=true", "heddle.events.ready.set=false", "heddle.executors.mail.core-size=2",
				"heddle.queues.orders.capacity=10" })
class ThreadsEndpointHttpTests {

	@Autowired
	private NamedLock ledger;

	@Autowired
	private NamedEvent ready;

	@Autowired
	@Qualifier("mail")
	private NamedExecutor mail;

	@Autowired
	@Qualifier("legacy")
	private ThreadPoolTaskExecutor legacy;

	private ActuatorClient actuator;

	@BeforeEach
	void setUp(@LocalServerPort int port) {
		this.actuator = new ActuatorClient(port);
	}

	@AfterEach
	void restore() {
		this.ready.set();
		await().until(() -> this.mail.snapshot().active() == 0);
		this.ready.clear();
	}

	@Test
	void shouldShowThreadsByOwner() {
		this.mail.execute(this::awaitReady, TaskOptions.of().label("newsletter"));
		this.legacy.execute(this::awaitReady);
		await().until(() -> this.ready.waiters().size() == 2);
		Response response = this.actuator.get("threads");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.<List<Object>>json("$.deadlocks")).isEmpty();
		assertThat(response.<List<Map<String, Object>>>json("$.threads.executors.mail")).anySatisfy((thread) -> {
			assertThat(thread.get("name")).asString().startsWith("mail-");
			assertThat(thread).containsEntry("task", "newsletter")
				.containsEntry("state", "WAITING")
				.containsEntry("virtual", false)
				.doesNotContainKeys("stack", "owner");
			assertThat(Duration.parse((String) thread.get("runningFor"))).isPositive();
			assertThat(Duration.parse((String) thread.get("cpu"))).isGreaterThanOrEqualTo(Duration.ZERO);
		});
		assertThat(response.<List<String>>json("$.threads.executors.mail[*].blockedOn.name")).containsExactly("ready");
		assertThat(response.<List<String>>json("$.threads.executors.legacy[*].blockedOn.kind"))
			.containsExactly("event");
		assertThat(response.<List<String>>json("$.threads.queues.orders[*].name"))
			.containsExactlyInAnyOrder("orders-listener-1", "orders-listener-2");
		assertThat(response.<List<String>>json("$.threads.queues.orders[*].blockedOn.kind")).containsOnly("queue");
		assertThat(response.<List<String>>json("$.threads.schedulers.taskScheduler[*].name")).isNotEmpty()
			.allMatch((name) -> name.startsWith("scheduling-"));
		assertThat(response.<List<String>>json("$.threads.other.heddle[*].name")).contains("heddle-deadlock-detector");
		assertThat(response.<List<String>>json("$.threads.other.main[*].name")).isNotEmpty();
	}

	@Test
	void shouldShowWhatAThreadHoldsAndWaitsForAndWhoHoldsThat() {
		this.ledger.lock();
		try {
			this.mail.execute(() -> {
				this.ledger.lock();
				this.ledger.unlock();
			});
			await().until(() -> this.ledger.waiters().size() == 1);
			Response response = this.actuator.get("threads");
			String path = "$.threads.executors.mail[?(@.blockedOn)].blockedOn";
			assertThat(response.<List<String>>json(path + ".kind")).containsExactly("lock");
			assertThat(response.<List<String>>json(path + ".name")).containsExactly("ledger");
			assertThat(response.<List<String>>json(path + ".heldBy[*].thread"))
				.containsExactly(Thread.currentThread().getName());
			Response mine = this.actuator.get("threads/" + Thread.currentThread().getId());
			assertThat(mine.<List<String>>json("$.holds")).containsExactly("lock ledger");
		}
		finally {
			this.ledger.unlock();
		}
	}

	@Test
	void shouldShowMonitorsOfTheJdkWithTheirOwner() throws Exception {
		Object monitor = new Object();
		Thread thread = new Thread(() -> {
			synchronized (monitor) {
				assertThat(monitor).isNotNull();
			}
		});
		synchronized (monitor) {
			thread.start();
			await().until(() -> thread.getState() == Thread.State.BLOCKED);
			Response response = this.actuator.get("threads/" + thread.getId());
			assertThat(response.<String>json("$.state")).isEqualTo("BLOCKED");
			assertThat(response.<String>json("$.blockedOn.kind")).isEqualTo("monitor");
			assertThat(response.<String>json("$.blockedOn.heldBy[0].thread"))
				.isEqualTo(Thread.currentThread().getName());
		}
		thread.join();
	}

	@Test
	void shouldShowTheStackOfOneThread() {
		Response response = this.actuator.get("threads/" + Thread.currentThread().getId());
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.<String>json("$.name")).isEqualTo(Thread.currentThread().getName());
		assertThat(response.<String>json("$.owner")).isEqualTo("other.main");
		assertThat(response.<List<String>>json("$.stack"))
			.anyMatch((frame) -> frame.startsWith(getClass().getName() + ".shouldShowTheStackOfOneThread("));
	}

	@Test
	void shouldAnswerNotFoundAndBadRequest() {
		assertThat(this.actuator.get("threads/987654321").status()).isEqualTo(404);
		assertThat(this.actuator.get("threads/1/2").status()).isEqualTo(404);
		Response invalid = this.actuator.get("threads/main");
		assertThat(invalid.status()).isEqualTo(400);
		assertThat(invalid.<String>json("$.message")).contains("'main' is not a number");
		assertThat(this.actuator.post("threads/1", "{}").status()).isIn(404, 405);
		assertThat(this.actuator.delete("threads/1").status()).isIn(404, 405);
	}

	private void awaitReady() {
		try {
			this.ready.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableScheduling
	static class Application {

		@Bean(defaultCandidate = false)
		ThreadPoolTaskExecutor legacy() {
			return new ThreadPoolTaskExecutor();
		}

		@Bean
		Orders orders0() {
			return new Orders();
		}

	}

	static class Orders {

		@QueueListener(value = "orders", concurrency = "2")
		void handle(String order) {
		}

		@Scheduled(fixedDelayString = "1h")
		void clean() {
		}

	}

}
