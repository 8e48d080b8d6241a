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

package io.heddle.autoconfigure.executor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.executor.ExecutorListener;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.TaskOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ExecutorEvent} and for {@link ExecutorListener} beans.
 */
@Timeout(60)
class ExecutorEventTests {

	private final CountDownLatch release = new CountDownLatch(1);

	@AfterEach
	void releaseTasks() {
		this.release.countDown();
	}

	@Test
	void shouldPublishSaturationOnceAndEachRejection() {
		HeddleRunner.create("heddle.executors.mail.core-size=1", "heddle.executors.mail.queue.capacity=1")
			.withUserConfiguration(Events.class)
			.run((context) -> {
				NamedExecutor mail = context.getBean("mail", NamedExecutor.class);
				block(mail);
				await().until(() -> mail.snapshot().active() == 1);
				mail.submit(() -> 1);
				for (int i = 0; i < 2; i++) {
					assertThatExceptionOfType(RejectedExecutionException.class)
						.isThrownBy(() -> mail.submit(() -> 2, TaskOptions.of().label("late")));
				}
				Events events = context.getBean(Events.class);
				assertThat(events.of(ExecutorSaturatedEvent.class)).singleElement().satisfies((event) -> {
					assertThat(event.getExecutorName()).isEqualTo("mail");
					assertThat(event.getExecutor()).isSameAs(mail);
				});
				assertThat(events.of(TaskRejectedEvent.class)).extracting(TaskRejectedEvent::getTask)
					.containsExactly("late", "late");
				this.release.countDown();
			});
	}

	@Test
	void shouldPublishStuckTaskWithItsStack() {
		HeddleRunner.create("heddle.executors.mail.core-size=1", "heddle.executors.mail.stuck-after=50ms")
			.withUserConfiguration(Events.class)
			.run((context) -> {
				block(context.getBean("mail", NamedExecutor.class));
				Events events = context.getBean(Events.class);
				await().untilAsserted(() -> assertThat(events.of(TaskStuckEvent.class)).hasSize(1));
				TaskStuckEvent event = events.of(TaskStuckEvent.class).get(0);
				assertThat(event.getExecutorName()).isEqualTo("mail");
				assertThat(event.getTask().task()).isEqualTo("blocking");
				assertThat(event.getTask().stack()).extracting(StackTraceElement::getMethodName).contains("await");
				this.release.countDown();
			});
	}

	@Test
	void shouldPublishTimeoutsOfRunningAndOfWaitingTasks() {
		HeddleRunner
			.create("heddle.executors.mail.core-size=1", "heddle.executors.mail.task-timeout=2s",
					"heddle.executors.mail.queue-timeout=50ms")
			.withUserConfiguration(Events.class)
			.run((context) -> {
				NamedExecutor mail = context.getBean("mail", NamedExecutor.class);
				block(mail);
				await().until(() -> mail.snapshot().active() == 1);
				mail.submit(() -> 1, TaskOptions.of().label("waiting"));
				Events events = context.getBean(Events.class);
				await().untilAsserted(() -> assertThat(events.of(TaskTimedOutEvent.class)).hasSize(2));
				List<TaskTimedOutEvent> timedOut = events.of(TaskTimedOutEvent.class);
				assertThat(timedOut.get(0).getTask()).isEqualTo("waiting");
				assertThat(timedOut.get(0).isRunning()).isFalse();
				assertThat(timedOut.get(0).getLimit()).isEqualTo(Duration.ofMillis(50));
				assertThat(timedOut.get(1).getTask()).isEqualTo("blocking");
				assertThat(timedOut.get(1).isRunning()).isTrue();
				assertThat(timedOut.get(1).getTaskId()).isNotEqualTo(timedOut.get(0).getTaskId());
			});
	}

	@Test
	void shouldCallListenerBeansInSpiteOfTheFailuresOfOthers() {
		List<String> told = new ArrayList<>();
		HeddleRunner.create("heddle.executors.mail.core-size=1", "heddle.executors.mail.queue.type=handoff")
			.withUserConfiguration(Events.class)
			.withBean("failing", ExecutorListener.class, () -> new ExecutorListener() {
				@Override
				public void onRejected(NamedExecutor executor, String task) {
					throw new IllegalStateException("bad listener");
				}
			})
			.withBean("good", ExecutorListener.class, () -> new ExecutorListener() {
				@Override
				public void onRejected(NamedExecutor executor, String task) {
					told.add(executor.name() + " " + task);
				}
			})
			.run((context) -> {
				NamedExecutor mail = context.getBean("mail", NamedExecutor.class);
				block(mail);
				assertThatExceptionOfType(RejectedExecutionException.class)
					.isThrownBy(() -> mail.submit(() -> 2, TaskOptions.of().label("late")));
				assertThat(told).containsExactly("mail late");
				assertThat(context.getBean(Events.class).of(TaskRejectedEvent.class)).hasSize(1);
				this.release.countDown();
			});
	}

	@Test
	void shouldAllowAListenerThatNeedsAnExecutor() {
		HeddleRunner.create("heddle.executors.mail.core-size=1", "heddle.executors.alerts.core-size=1")
			.withUserConfiguration(ListenerWithExecutor.class)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private CompletableFuture<?> block(NamedExecutor executor) {
		return executor.submit(() -> {
			this.release.await();
			return null;
		}, TaskOptions.of().label("blocking"));
	}

	static class Events {

		private final List<ExecutorEvent> events = new CopyOnWriteArrayList<>();

		@EventListener
		void on(ExecutorEvent event) {
			this.events.add(event);
		}

		<E> List<E> of(Class<E> type) {
			return this.events.stream()
				.flatMap((event) -> Stream.of(event).filter(type::isInstance).map(type::cast))
				.toList();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ListenerWithExecutor {

		@Bean
		ExecutorListener alerting(@Qualifier("alerts") NamedExecutor alerts) {
			return new ExecutorListener() {
				@Override
				public void onRejected(NamedExecutor executor, String task) {
					alerts.execute(() -> {
					});
				}
			};
		}

	}

}
