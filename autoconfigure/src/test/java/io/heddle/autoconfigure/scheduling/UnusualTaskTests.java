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

package io.heddle.autoconfigure.scheduling;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.scheduling.ScheduledTaskHandle;
import io.heddle.scheduling.ScheduledTasks;
import io.heddle.scheduling.TaskId;
import io.heddle.scheduling.TaskSchedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for tasks and schedules that are seldom.
 */
class UnusualTaskTests {

	@Test
	void shouldRunOnceWhatIsRepeatedNeverAgain() {
		HeddleRunner.create().withUserConfiguration(NeverAgain.class).run((context) -> {
			ScheduledTaskHandle task = context.getBean(ScheduledTasks.class).get("once");
			await().until(() -> task.runs() == 1 && task.running().isEmpty());
			assertThat(task.next()).isAfter(Instant.parse("2300-01-01T00:00:00Z"));
			assertThat(task.snapshot().overdue()).isFalse();
			task.reschedule(TaskSchedule.cron("0 0 0 31 2 *"));
			assertThat(task.next()).as("31 February").isNull();
			task.reschedule(TaskSchedule.fixedRate(Duration.ofMillis(Long.MAX_VALUE)));
			assertThat(task.next()).isAfter(Instant.parse("2300-01-01T00:00:00Z"));
		});
	}

	@Test
	void shouldListATaskWithoutAName() {
		HeddleRunner.create().withUserConfiguration(Nameless.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(ScheduledTasks.class).all()).extracting(ScheduledTaskHandle::id)
				.containsExactly("unnamed");
		});
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class NeverAgain {

		@Scheduled(fixedDelay = Long.MAX_VALUE)
		@TaskId("once")
		void run() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Nameless {

		@Bean
		static SchedulingConfigurer configurer() {
			return (registrar) -> registrar.addCronTask(new Runnable() {

				@Override
				public void run() {
				}

				@Override
				public String toString() {
					return null;
				}

			}, "0 0 4 * * *");
		}

	}

}
