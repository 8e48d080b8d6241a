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

package io.heddle.housekeeping;

import java.time.Duration;

import com.jayway.jsonpath.JsonPath;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

import io.heddle.example.ActuatorClient;
import io.heddle.example.DocumentedJson;
import io.heddle.scheduling.ScheduledTaskHandle;
import io.heddle.scheduling.ScheduledTasks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proves the example of the page on schedulers: its YAML, its tasks and its endpoint. No
 * task is due while it runs: all runs are triggered.
 */
@SpringBootTest(classes = HousekeepingApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.config.name=housekeeping")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class HousekeepingExampleTests {

	private static final String REPORT = Chores.class.getName() + ".report";

	@Autowired
	private ChoreDesk desk;

	@Autowired
	private Archive archive;

	@Autowired
	private ScheduledTasks tasks;

	private ActuatorClient actuator;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.actuator = new ActuatorClient(port);
	}

	@Test
	void shouldShowATaskAsInTheDocumentation() throws Exception {
		this.desk.purgeNow();
		awaitRun("purge");
		DocumentedJson.of("scheduler.json", "next", "startedAt", "took")
			.assertSameShape(this.actuator.get("schedulers/housekeeping"));
		assertThat(this.archive.purges()).isOne();
	}

	@Test
	void shouldReadTheScheduleOfATaskFromTheYaml() {
		ScheduledTaskHandle report = this.tasks.get(REPORT);
		assertThat(report.scheduler()).isEqualTo("taskScheduler");
		assertThat(report.schedule()).hasToString("cron 0 0 6 * * MON-FRI");
		this.desk.reportEvery(Duration.ofHours(2));
		assertThat(report.schedule()).hasToString("fixed rate PT2H");
		assertThat(this.archive.reports()).isZero();
	}

	@Test
	void shouldTriggerAndRescheduleByTheEndpoint() {
		this.actuator.post("schedulers/taskScheduler", "{\"task\": \"" + REPORT + "\", \"action\": \"trigger\"}");
		awaitRun(REPORT);
		assertThat(this.archive.reports()).isOne();
		String changed = this.actuator.post("schedulers/housekeeping",
				"{\"task\": \"purge\", \"cron\": \"0 30 4 * * *\"}");
		assertThat(JsonPath.<String>read(changed, "$.tasks[0].trigger.expression")).isEqualTo("0 30 4 * * *");
		this.actuator.post("schedulers/housekeeping", "{\"task\": \"purge\", \"action\": \"pause\"}");
		assertThat(this.tasks.get("purge").isPaused()).isTrue();
	}

	private void awaitRun(String id) {
		Awaitility.await().until(() -> this.tasks.get(id).runs() == 1 && this.tasks.get(id).running().isEmpty());
	}

}
