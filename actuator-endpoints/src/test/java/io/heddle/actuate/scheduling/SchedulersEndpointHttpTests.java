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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.test.annotation.DirtiesContext;

import io.heddle.actuate.executor.ActuatorClient;
import io.heddle.actuate.executor.ActuatorClient.Response;
import io.heddle.scheduling.ScheduledTaskHandle;
import io.heddle.scheduling.ScheduledTasks;
import io.heddle.scheduling.TaskId;
import io.heddle.scheduling.TaskSchedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link SchedulersEndpoint} over HTTP with unrestricted access, and for health
 * and meters. No task is due while they run: all runs are triggered.
 */
@SpringBootTest(classes = SchedulersEndpointHttpTests.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1",
				"management.endpoints.web.exposure.include=schedulers,scheduledtasks,executors,threads,health",
				"management.endpoint.schedulers.access=unrestricted", "management.endpoint.health.show-details=always",
				"heddle.schedulers.housekeeping.size=2", "heddle.defaults.schedulers.failing-after=2" })
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class SchedulersEndpointHttpTests {

	private static final String DAILY = Application.class.getName() + ".daily";

	@Autowired
	private ScheduledTasks tasks;

	@Autowired
	private Application application;

	@Autowired
	private MeterRegistry registry;

	private ActuatorClient actuator;

	@BeforeEach
	void setUp(@LocalServerPort int port) {
		this.actuator = new ActuatorClient(port);
	}

	@AfterEach
	void letRunsEnd() {
		this.application.goOn.countDown();
	}

	@Test
	void shouldShowAllTasksOfAllSchedulers() throws Exception {
		Response response = this.actuator.get("schedulers");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.<Map<String, Object>>json("$.schedulers")).containsOnlyKeys("taskScheduler",
				"housekeeping");
		Map<String, Object> purge = response.json("$.schedulers.housekeeping.tasks[0]");
		assertThat(purge).containsEntry("id", "purge")
			.containsEntry("task", Application.class.getName() + ".purge")
			.containsEntry("trigger", Map.of("type", "cron", "expression", "0 0 3 1 1 *", "zone", "Europe/Berlin"))
			.containsEntry("runs", 0)
			.containsEntry("failures", 0)
			.containsEntry("paused", false)
			.containsEntry("cancelled", false)
			.doesNotContainKeys("last", "running", "history");
		assertThat(Instant.parse((String) purge.get("next"))).isAfter(Instant.now());
		Map<String, Object> housekeeping = response.json("$.schedulers.housekeeping");
		assertThat(housekeeping).containsEntry("size", 2).containsEntry("active", 0).containsKey("poolSize");
		assertThat(response.<List<String>>json("$.schedulers.taskScheduler.tasks[*].id"))
			.containsExactlyInAnyOrder(DAILY, Application.class.getName() + ".failing");
	}

	@Test
	void shouldTriggerATaskOfPlainSpringAndShowItsRun() throws Exception {
		Response response = this.actuator.post("schedulers/taskScheduler",
				"{\"task\":\"" + DAILY + "\",\"action\":\"trigger\"}");
		assertThat(response.status()).isEqualTo(200);
		this.application.started.await();
		Response detail = this.actuator.get("schedulers/taskScheduler");
		Map<String, Object> running = detail.<List<Map<String, Object>>>json("$.tasks[?(@.active == 1)].running[0]")
			.get(0);
		assertThat(running).containsEntry("triggered", true).containsEntry("stuck", false);
		assertThat((String) running.get("thread")).startsWith("scheduling-");
		assertThat(Duration.parse((String) running.get("runningFor"))).isPositive();
		assertThat((List<?>) running.get("stack")).isNotEmpty();
		Response refused = this.actuator.post("schedulers/taskScheduler",
				"{\"task\":\"" + DAILY + "\",\"action\":\"trigger\"}");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.<String>json("$.message")).contains("has been running since");
		this.application.goOn.countDown();
		await().until(() -> this.tasks.get(DAILY).runs() == 1);
		Map<String, Object> run = this.actuator.get("schedulers/taskScheduler")
			.<List<Map<String, Object>>>json("$.tasks[?(@.runs == 1)].history[0]")
			.get(0);
		assertThat(run).containsEntry("outcome", "succeeded")
			.containsEntry("triggered", true)
			.doesNotContainKey("error");
		assertThat(Duration.parse((String) run.get("took"))).isPositive();
	}

	@Test
	void shouldPauseResumeCancelAndReschedule() throws Exception {
		ScheduledTaskHandle purge = this.tasks.get("purge");
		post("{\"task\":\"purge\",\"action\":\"pause\"}");
		assertThat(purge.isPaused()).isTrue();
		post("{\"task\":\"purge\",\"action\":\"resume\"}");
		assertThat(purge.isPaused()).isFalse();
		assertThat(post("{\"task\":\"purge\",\"cron\":\"0 0 4 * * *\"}").<String>json("$.tasks[0].trigger.expression"))
			.isEqualTo("0 0 4 * * *");
		assertThat(purge.schedule()).hasToString("cron 0 0 4 * * * in Europe/Berlin");
		post("{\"task\":\"purge\",\"fixedRate\":\"12h\"}");
		assertThat(purge.schedule()).hasToString("fixed rate PT12H");
		post("{\"task\":\"purge\",\"fixedDelay\":\"PT13H\"}");
		assertThat(purge.schedule()).hasToString("fixed delay PT13H");
		assertThat(post("{\"task\":\"purge\",\"action\":\"cancel\"}").<Boolean>json("$.tasks[0].cancelled")).isTrue();
		assertThat(purge.isCancelled()).isTrue();
		Response refused = this.actuator.post("schedulers/housekeeping", "{\"task\":\"purge\",\"action\":\"resume\"}");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.<String>json("$.message")).isEqualTo("Task 'purge' is cancelled and never runs again");
	}

	private Response post(String body) {
		Response response = this.actuator.post("schedulers/housekeeping", body);
		assertThat(response.status()).isEqualTo(200);
		return response;
	}

	@Test
	void shouldLeaveScheduledtasksRight() throws Exception {
		this.tasks.get("purge").reschedule(TaskSchedule.fixedRate(Duration.ofHours(1)));
		Response response = this.actuator.get("scheduledtasks");
		assertThat(response.<List<String>>json("$.cron[*].runnable.target"))
			.containsExactlyInAnyOrder(Application.class.getName() + ".purge", DAILY);
		String next = response.<List<String>>json("$.cron[?(@.expression == '0 0 3 1 1 *')].nextExecution.time").get(0);
		assertThat(Instant.parse(next)).isBefore(Instant.now().plus(Duration.ofHours(2)));
		assertThat(response.<List<Object>>json("$.fixedDelay")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{}                                          | 'task' is missing. Send the id of a task. Its tasks are: purge
					{"action":"trigger"}                        | 'task' is missing. Send the id of a task. Its tasks are: purge
					{"task":"purges","action":"pause"}          | Scheduler 'housekeeping' has no task 'purges'. Its tasks are: purge
					{"task":"purge"}                            | There is nothing to do. Send one of action, cron, fixedRate, fixedDelay beside the task
					{"task":"purge","action":"run"}             | 'action' must be trigger, pause, resume or cancel but is 'run'
					{"task":"purge","action":"pause","cron":"0 0 4 * * *"} | That is more than one thing to do. Send one of action, cron, fixedRate, fixedDelay beside the task
					{"task":"purge","cron":"daily"}             | 'cron' must be a cron expression with six fields, such as 0 0 3 * * * but is 'daily'
					{"task":"purge","fixedRate":"60"}           | 'fixedRate' must be a positive duration with its unit, such as 30s or PT30S but is '60'
					{"task":"purge","fixedDelay":"0s"}          | 'fixedDelay' must be a positive duration with its unit, such as 30s or PT30S but is '0s'
					{"task":"purge","period":"1m"}              | Unknown key 'period'. Send one or more of task, action, cron, fixedRate, fixedDelay
					""")
	void shouldAnswerBadInputWithAMessage(String body, String message) throws Exception {
		Response response = this.actuator.post("schedulers/housekeeping", body);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.<String>json("$.message")).isEqualTo(message);
		assertThat(this.tasks.get("purge").isPaused()).isFalse();
		assertThat(this.tasks.get("purge").schedule().expression()).isEqualTo("0 0 3 1 1 *");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "nojson", "{\"task\":{\"a\":1}}" })
	void shouldChangeNothingForABodyThatSpringCannotRead(String body) {
		assertThat(this.actuator.post("schedulers/housekeeping", body).status()).isEqualTo(400);
	}

	@Test
	void shouldNotFindWhatIsNotThere() {
		assertThat(this.actuator.get("schedulers/nowhere").status()).isEqualTo(404);
		assertThat(this.actuator.get("schedulers/housekeeping/purge").status()).isEqualTo(404);
		assertThat(this.actuator.post("schedulers/nowhere", "{}").status()).isEqualTo(404);
		assertThat(this.actuator.post("schedulers", "{}").status()).isEqualTo(404);
		assertThat(this.actuator.delete("schedulers/housekeeping").status()).isEqualTo(405);
	}

	@Test
	void shouldBeDownWhileATaskKeepsFailing() throws Exception {
		String id = Application.class.getName() + ".failing";
		fail(id, 1);
		assertThat(this.actuator.get("health/schedulers").<String>json("$.status")).isEqualTo("UP");
		fail(id, 2);
		Response health = this.actuator.get("health/schedulers");
		assertThat(health.status()).isEqualTo(503);
		assertThat(health.<String>json("$.status")).isEqualTo("DOWN");
		assertThat(health.<Map<String, Object>>json("$.details.taskScheduler")).containsEntry("status", "DOWN")
			.containsEntry("failing", List.of(id))
			.containsEntry("tasks", 2)
			.containsEntry("reason", "Task '" + id
					+ "' has failed 2 times in a row, at last with java.lang.IllegalStateException: Disk full");
		this.tasks.get(id).pause();
		Response paused = this.actuator.get("health/schedulers");
		assertThat(paused.<String>json("$.status")).isEqualTo("UP");
		assertThat(paused.<List<String>>json("$.details.taskScheduler.paused")).containsExactly(id);
	}

	private void fail(String id, int runs) {
		this.tasks.get(id).trigger();
		await().until(() -> this.tasks.get(id).runs() == runs && this.tasks.get(id).running().isEmpty());
	}

	@Test
	void shouldHaveMeters() throws Exception {
		fail(Application.class.getName() + ".failing", 1);
		this.tasks.get(DAILY).pause();
		await().until(() -> gauge("scheduler.tasks.paused") == 1);
		assertThat(gauge("scheduler.tasks")).isEqualTo(2);
		assertThat(gauge("scheduler.tasks.failing")).isZero();
		assertThat(gauge("scheduler.tasks.overdue")).isZero();
		assertThat(gauge("scheduler.tasks.stuck")).isZero();
		assertThat(this.registry.get("scheduler.runs").tag("name", "taskScheduler").functionTimer().count())
			.isEqualTo(1);
		assertThat(this.registry.get("scheduler.failures").tag("name", "taskScheduler").functionCounter().count())
			.isEqualTo(1);
		assertThat(this.registry.get("scheduler.skipped").tag("name", "taskScheduler").functionCounter().count())
			.isZero();
		assertThat(this.registry.find("executor.pool.core").tag("name", "housekeeping").gauges()).hasSize(1);
		assertThat(this.registry.find("executor.pool.core").tag("name", "taskScheduler").gauges()).hasSize(1);
	}

	private double gauge(String name) {
		return this.registry.get(name).tag("name", "taskScheduler").gauge().value();
	}

	@Test
	void shouldShowTheSchedulerAmongTheExecutorsAndItsThreads() throws Exception {
		fail(Application.class.getName() + ".failing", 1);
		assertThat(this.actuator.get("executors").<String>json("$.executors.housekeeping.origin")).isEqualTo("heddle");
		assertThat(this.actuator.get("executors").<String>json("$.executors.taskScheduler.origin"))
			.isEqualTo("spring-boot");
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableScheduling
	static class Application {

		private final CountDownLatch started = new CountDownLatch(1);

		private final CountDownLatch goOn = new CountDownLatch(1);

		@Scheduled(cron = "0 0 3 1 1 *", zone = "Europe/Berlin", scheduler = "housekeeping")
		@TaskId("purge")
		void purge() {
		}

		@Scheduled(cron = "0 0 5 1 1 *")
		void daily() throws InterruptedException {
			this.started.countDown();
			this.goOn.await();
		}

		@Scheduled(fixedDelay = 100, initialDelay = 100, timeUnit = TimeUnit.DAYS)
		void failing() {
			throw new IllegalStateException("Disk full");
		}

	}

}
