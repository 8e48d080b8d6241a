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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.scheduling.ScheduledTaskHandle;
import io.heddle.scheduling.ScheduledTasks;
import io.heddle.scheduling.TaskId;
import io.heddle.scheduling.TaskSchedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the steering of tasks that run on a scheduler of Heddle.
 */
class NamedSchedulerSteeringTests {

	@Test
	void shouldApplyTheFixedRateOfATaskOfANamedSchedulerLive() {
		HeddleRunner.create("heddle.schedulers.housekeeping.size=1")
			.withUserConfiguration(Nightly.class)
			.run((context) -> {
				ScheduledTaskHandle nightly = context.getBean(ScheduledTasks.class).get("nightly");
				String key = "heddle.schedulers.housekeeping.tasks[" + nightly.id() + "].";
				SteeringTests.change(context, key + "fixed-rate", "2h");
				assertThat(nightly.schedule()).hasToString("fixed rate PT2H");
				assertThat(nightly.next()).isBetween(Instant.now().plusSeconds(7_000),
						Instant.now().plusSeconds(7_300));
				SteeringTests.change(context, key + "fixed-delay", "3h", key + "paused", "true");
				assertThat(nightly.schedule()).hasToString("fixed delay PT3H");
				assertThat(nightly.isPaused()).isTrue();
				SteeringTests.change(context, key + "fixed-rate", "0s");
				assertThat(nightly.schedule()).hasToString("fixed delay PT3H");
				SteeringTests.change(context, "other", "1");
				assertThat(nightly.schedule()).hasToString("cron 0 0 3 * * *");
				assertThat(nightly.isPaused()).isFalse();
			});
	}

	@Test
	void shouldNeverOverlapRunsAtAFixedRate() {
		HeddleRunner.create("heddle.schedulers.housekeeping.size=4")
			.withUserConfiguration(Hasty.class)
			.run((context) -> {
				Hasty hasty = context.getBean(Hasty.class);
				assertThat(hasty.ran.await(60, TimeUnit.SECONDS)).isTrue();
				context.getBean(ScheduledTasks.class).get("hasty").cancel();
				assertThat(hasty.overlaps).hasValue(0);
			});
	}

	@Test
	void shouldCloseUnderLoad() throws InterruptedException {
		ScheduledTaskHandle[] task = new ScheduledTaskHandle[1];
		FutureTask<Void> triggers = new FutureTask<>(() -> triggerUntilRefused(task[0]), null);
		HeddleRunner.create("heddle.schedulers.housekeeping.size=4")
			.withUserConfiguration(Hasty.class)
			.run((context) -> {
				task[0] = context.getBean(ScheduledTasks.class).get("hasty");
				new Thread(triggers).start();
				assertThat(context.getBean(Hasty.class).ran.await(60, TimeUnit.SECONDS)).isTrue();
			});
		assertThat(triggers).succeedsWithin(Duration.ofSeconds(60));
		assertThat(task[0].isCancelled()).isTrue();
		await().until(() -> task[0].running().isEmpty());
		assertThat(task[0].failures()).isZero();
	}

	/**
	 * That it runs is no refusal: it may do so for the next trigger no more.
	 */
	private static void triggerUntilRefused(ScheduledTaskHandle task) {
		while (!task.isCancelled()) {
			try {
				task.trigger();
			}
			catch (IllegalStateException | RejectedExecutionException ex) {
				Thread.yield();
			}
		}
	}

	@Test
	void shouldKeepTheContextOfTheRegistrationWhenSomebodyElseReschedules() {
		HeddleRunner.create("heddle.schedulers.housekeeping.size=1")
			.withUserConfiguration(Contextual.class)
			.run((context) -> {
				ScheduledTaskHandle task = context.getBean(ScheduledTasks.class).get("contextual");
				BlockingQueue<String> users = context.getBean(Contextual.class).users;
				MDC.put("user", "ada");
				try {
					task.trigger();
					assertThat(users.poll(10, TimeUnit.SECONDS)).isEqualTo("ada");
					await().until(() -> task.running().isEmpty());
					task.reschedule(TaskSchedule.fixedDelay(Duration.ofNanos(1)));
				}
				finally {
					MDC.remove("user");
				}
				assertThat(users.poll(10, TimeUnit.SECONDS)).isEqualTo("null");
			});
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Nightly {

		@Scheduled(cron = "0 0 3 * * *", scheduler = "housekeeping")
		@TaskId("nightly")
		void run() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Hasty {

		private static final int RUNS = 10_000;

		private final CountDownLatch ran = new CountDownLatch(RUNS);

		private final AtomicInteger active = new AtomicInteger();

		private final AtomicInteger overlaps = new AtomicInteger();

		@Scheduled(fixedRate = 1, timeUnit = TimeUnit.NANOSECONDS, scheduler = "housekeeping")
		@TaskId("hasty")
		void run() {
			if (this.active.incrementAndGet() > 1) {
				this.overlaps.incrementAndGet();
			}
			this.ran.countDown();
			this.active.decrementAndGet();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Contextual {

		private final BlockingQueue<String> users = new LinkedBlockingQueue<>();

		@Scheduled(cron = "0 0 3 1 1 *", scheduler = "housekeeping")
		@TaskId("contextual")
		void run() {
			this.users.add(String.valueOf(MDC.get("user")));
		}

	}

}
