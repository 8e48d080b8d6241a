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

package io.heddle.test.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.test.annotation.DirtiesContext;

import io.heddle.scheduling.ScheduledTaskHandle;
import io.heddle.scheduling.ScheduledTasks;
import io.heddle.scheduling.TaskId;
import io.heddle.scheduling.TaskRun;
import io.heddle.scheduling.TaskSchedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Virtual time, schedulers that are configured in YAML, and tasks that are steered.
 */
@SpringBootTest(classes = VirtualTimeSteeringTests.Application.class,
		properties = { "heddle.schedulers.housekeeping.size=2",
				"heddle.schedulers.taskScheduler.tasks[configured].fixed-rate=6h" })
@VirtualTime(start = "2026-03-02T00:00:00Z")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class VirtualTimeSteeringTests {

	private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

	@Autowired
	private VirtualClock clock;

	@Autowired
	private ScheduledTasks tasks;

	@Autowired
	private Jobs jobs;

	@Autowired
	@Qualifier("housekeeping")
	private ThreadPoolTaskScheduler housekeeping;

	@Test
	void shouldRunTheNightlyTaskOfANamedScheduler() {
		ScheduledTaskHandle nightly = this.tasks.get("nightly");
		assertThat(nightly.scheduler()).isEqualTo("housekeeping");
		assertThat(nightly.next()).isEqualTo(at(3));
		this.clock.advance(Duration.ofDays(1));
		assertThat(this.jobs.of("nightly")).containsExactly(at(3));
		assertThat(this.jobs.threads).containsOnly(Thread.currentThread());
		assertThat(nightly.history()).extracting(TaskRun::startedAt).containsExactly(at(3));
		assertThat(nightly.next()).isEqualTo(at(24 + 3));
		assertThat(this.housekeeping.getClock()).isSameAs(this.clock);
		assertThat(this.housekeeping.getPoolSize()).isZero();
	}

	@Test
	void shouldApplyThePropertiesOfATask() {
		this.clock.advance(Duration.ofDays(1));
		assertThat(this.jobs.of("configured")).containsExactly(at(6), at(12), at(18), at(24));
	}

	@Test
	void shouldTriggerATaskWithoutShiftingItsSchedule() {
		ScheduledTaskHandle nightly = this.tasks.get("nightly");
		this.clock.advance(Duration.ofHours(1));
		nightly.trigger();
		assertThat(this.jobs.of("nightly")).isEmpty();
		assertThatIllegalStateException().isThrownBy(nightly::trigger).withMessageContaining("triggered already");
		this.clock.advance(Duration.ZERO);
		assertThat(this.jobs.of("nightly")).containsExactly(at(1));
		assertThat(nightly.last().triggered()).isTrue();
		this.clock.advance(Duration.ofHours(23));
		assertThat(this.jobs.of("nightly")).containsExactly(at(1), at(3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "hourly", "cron" })
	void shouldSkipWhatBecomesDueWhileATriggeredRunHasTheOnlyThread(String task) {
		this.clock.advance(Duration.ofMinutes(55));
		this.tasks.get(task).trigger();
		this.jobs.busy = () -> this.clock.advance(Duration.ofMinutes(10));
		this.clock.advance(Duration.ZERO);
		assertThat(this.clock.instant()).isAfter(at(1));
		this.jobs.busy = () -> {
		};
		this.clock.advanceTo(at(3));
		assertThat(this.jobs.of(task)).containsExactly(at(0).plus(Duration.ofMinutes(55)), at(2), at(3));
		assertThat(this.tasks.get(task).snapshot().skipped()).isOne();
	}

	@Test
	void shouldSkipWhilePausedAndNotPileUp() {
		ScheduledTaskHandle hourly = this.tasks.get("hourly");
		this.clock.advance(Duration.ofHours(2));
		hourly.pause();
		this.clock.advance(Duration.ofHours(20));
		assertThat(this.jobs.of("hourly")).containsExactly(at(1), at(2));
		assertThat(hourly.snapshot().skipped()).isEqualTo(20);
		hourly.resume();
		this.clock.advance(Duration.ofHours(2));
		assertThat(this.jobs.of("hourly")).containsExactly(at(1), at(2), at(23), at(24));
	}

	@Test
	void shouldNeverRunWhatIsCancelled() {
		this.clock.advance(Duration.ofHours(1));
		this.tasks.get("hourly").cancel();
		this.tasks.get("nightly").cancel();
		this.clock.advance(Duration.ofDays(7));
		assertThat(this.jobs.of("hourly")).containsExactly(at(1));
		assertThat(this.jobs.of("nightly")).isEmpty();
		assertThat(this.tasks.get("nightly").isCancelled()).isTrue();
	}

	@Test
	void shouldRescheduleATask() {
		this.tasks.get("nightly").reschedule(TaskSchedule.cron("0 30 */12 * * *"));
		this.tasks.get("hourly").reschedule(TaskSchedule.fixedDelay(Duration.ofHours(8)));
		this.clock.advance(Duration.ofDays(1));
		assertThat(this.jobs.of("nightly")).containsExactly(at(0).plusSeconds(1800), at(12).plusSeconds(1800));
		assertThat(this.jobs.of("hourly")).containsExactly(at(8), at(16), at(24));
	}

	@Test
	void shouldNotBeStalledByAClockThatJumpsBack() {
		this.clock.advance(Duration.ofHours(12));
		this.jobs.runs.clear();
		this.clock.jumpTo(at(2));
		assertThat(this.tasks.get("hourly").next()).isEqualTo(at(3));
		this.clock.advance(Duration.ofHours(3));
		assertThat(this.jobs.of("hourly")).containsExactly(at(3), at(4), at(5));
		assertThat(this.jobs.of("cron")).as("of a named scheduler").containsExactly(at(3), at(4), at(5));
	}

	@Test
	void shouldNotRunEarlyWhenTheClockJumpsForward() {
		this.clock.jumpTo(at(48));
		this.clock.advance(Duration.ZERO);
		assertThat(this.jobs.runs).isEmpty();
		this.clock.advance(Duration.ofHours(2));
		assertThat(this.jobs.of("hourly")).containsExactly(at(49), at(50));
	}

	private static Instant at(int hour) {
		return START.plus(Duration.ofHours(hour));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableScheduling
	static class Application {

		@Bean
		Jobs jobs(Clock clock) {
			return new Jobs(clock);
		}

	}

	static class Jobs {

		private final List<Run> runs = new ArrayList<>();

		private final List<Thread> threads = new ArrayList<>();

		private final Clock clock;

		private Runnable busy = () -> {
		};

		Jobs(Clock clock) {
			this.clock = clock;
		}

		@Scheduled(cron = "0 0 3 * * *", scheduler = "housekeeping")
		@TaskId("nightly")
		void nightly() {
			ran("nightly");
		}

		@Scheduled(cron = "0 0 * * * *", scheduler = "housekeeping")
		@TaskId("cron")
		void cron() {
			ran("cron");
		}

		@Scheduled(fixedRateString = "1h", initialDelayString = "1h")
		@TaskId("hourly")
		void hourly() {
			ran("hourly");
		}

		@Scheduled(cron = "0 0 12 * * *")
		@TaskId("configured")
		void configured() {
			ran("configured");
		}

		private void ran(String task) {
			this.runs.add(new Run(task, this.clock.instant()));
			this.threads.add(Thread.currentThread());
			this.busy.run();
		}

		private List<Instant> of(String task) {
			return this.runs.stream().filter((run) -> run.task().equals(task)).map(Run::time).toList();
		}

	}

	private record Run(String task, Instant time) {

	}

}
