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

package io.heddle.actuate.scheduling;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.test.annotation.DirtiesContext;

import io.heddle.actuate.executor.ActuatorClient;
import io.heddle.actuate.executor.ActuatorClient.Response;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SchedulersEndpoint} in an application that knows nothing of Heddle: it
 * has {@code @Scheduled} methods and no scheduler of its own. No task is due while they
 * run.
 */
@SpringBootTest(classes = PlainApplicationHttpTests.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "management.endpoints.web.exposure.include=schedulers",
				"management.endpoint.schedulers.access=unrestricted" })
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class PlainApplicationHttpTests {

	private static final String PREFIX = Application.class.getName() + ".";

	@Autowired
	private Application application;

	@Autowired
	private ThreadPoolTaskScheduler scheduler;

	private ActuatorClient actuator;

	@BeforeEach
	void setUp(@LocalServerPort int port) {
		this.actuator = new ActuatorClient(port);
	}

	@Test
	void shouldShowAllTasks() throws Exception {
		Response response = this.actuator.get("schedulers");
		assertThat(response.<Map<String, Object>>json("$.schedulers")).containsOnlyKeys("taskScheduler");
		assertThat(response.<List<String>>json("$.schedulers.taskScheduler.tasks[*].id")).containsExactlyInAnyOrder(
				PREFIX + "cron", PREFIX + "rate", PREFIX + "rate#2", PREFIX + "delay", PREFIX + "once",
				"configured by code");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cron", "rate", "rate#2", "delay", "once" })
	void shouldTriggerPauseResumeAndCancel(String method) throws Exception {
		String id = PREFIX + method;
		assertThat(post(id, "trigger").status()).isEqualTo(200);
		assertThat(this.application.ran.poll(10, TimeUnit.SECONDS)).isEqualTo(method.replace("#2", ""));
		assertThat(post(id, "pause").<List<Boolean>>json("$.tasks[?(@.id == '" + id + "')].paused"))
			.containsExactly(true);
		assertThat(post(id, "pause").status()).as("paused before").isEqualTo(200);
		assertThat(post(id, "resume").<List<Boolean>>json("$.tasks[?(@.id == '" + id + "')].paused"))
			.containsExactly(false);
		assertThat(post(id, "cancel").<List<Boolean>>json("$.tasks[?(@.cancelled == true)].cancelled")).hasSize(1);
		assertThat(post(id, "cancel").status()).as("cancelled before").isEqualTo(200);
		Response refused = post(id, "trigger");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.<String>json("$.message")).isEqualTo("Task '" + id + "' is cancelled and never runs again");
		assertThat(this.application.ran).isEmpty();
	}

	@Test
	void shouldSayThatTheSchedulerTakesNoTasks() throws Exception {
		this.scheduler.shutdown();
		Response refused = post(PREFIX + "cron", "trigger");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.<String>json("$.message")).isEqualTo("Scheduler 'taskScheduler' takes no tasks any more");
		assertThat(post(PREFIX + "cron", "pause").status()).isEqualTo(200);
	}

	private Response post(String task, String action) {
		return this.actuator.post("schedulers/taskScheduler",
				"{\"task\":\"" + task + "\",\"action\":\"" + action + "\"}");
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableScheduling
	static class Application {

		private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

		@Scheduled(cron = "0 0 3 1 1 *")
		void cron() {
			this.ran.add("cron");
		}

		@Scheduled(fixedRate = 100, initialDelay = 100, timeUnit = TimeUnit.DAYS)
		@Scheduled(fixedRate = 200, initialDelay = 200, timeUnit = TimeUnit.DAYS)
		void rate() {
			this.ran.add("rate");
		}

		@Scheduled(fixedDelay = 100, initialDelay = 100, timeUnit = TimeUnit.DAYS)
		void delay() {
			this.ran.add("delay");
		}

		@Scheduled(initialDelay = 100, timeUnit = TimeUnit.DAYS)
		void once() {
			this.ran.add("once");
		}

		@Bean
		static SchedulingConfigurer configurer() {
			return (registrar) -> registrar.addCronTask(new NamedTask(), "0 0 4 1 1 *");
		}

	}

	private static final class NamedTask implements Runnable {

		@Override
		public void run() {
			// never due
		}

		@Override
		public String toString() {
			return "configured by code";
		}

	}

}
