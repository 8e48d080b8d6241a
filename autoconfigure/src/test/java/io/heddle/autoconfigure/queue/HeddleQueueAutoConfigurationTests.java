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

package io.heddle.autoconfigure.queue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

import io.heddle.autoconfigure.named.FailureAnalyses;
import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.queue.NamedQueue;
import io.heddle.queue.NamedQueueListener;
import io.heddle.queue.NamedQueueSnapshot;
import io.heddle.queue.NamedQueueType;
import io.heddle.queue.ShutDownException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link HeddleQueueAutoConfiguration}: the beans and how they are made.
 */
@ExtendWith(OutputCaptureExtension.class)
class HeddleQueueAutoConfigurationTests {

	@Test
	void shouldMakeOneBeanForEachName() {
		HeddleRunner
			.create("heddle.queues.orders.type=priority", "heddle.queues.orders.capacity=1000",
					"heddle.queues.mails.capacity=0")
			.run((context) -> {
				assertThat(context.getBeansOfType(NamedQueue.class)).containsOnlyKeys("orders", "mails");
				NamedQueueSnapshot orders = context.getBean("orders", NamedQueue.class).snapshot();
				assertThat(orders.name()).isEqualTo("orders");
				assertThat(orders.type()).isEqualTo(NamedQueueType.PRIORITY);
				assertThat(orders.capacity()).isEqualTo(1000);
				NamedQueueSnapshot mails = context.getBean("mails", NamedQueue.class).snapshot();
				assertThat(mails.type()).isEqualTo(NamedQueueType.FIFO);
				assertThat(mails.capacity()).isNull();
			});
	}

	@Test
	void shouldInheritTheDefaults() {
		HeddleRunner
			.create("heddle.defaults.queues.capacity=7", "heddle.defaults.queues.type=lifo",
					"heddle.queues.orders.type=fifo", "heddle.queues.mails.capacity=")
			.run((context) -> {
				assertThat(context.getBean("orders", NamedQueue.class).snapshot().capacity()).isEqualTo(7);
				assertThat(context.getBean("orders", NamedQueue.class).snapshot().type())
					.isEqualTo(NamedQueueType.FIFO);
				assertThat(context.getBean("mails", NamedQueue.class).snapshot().capacity()).isNull();
				assertThat(context.getBean("mails", NamedQueue.class).snapshot().type())
					.isEqualTo(NamedQueueType.LIFO);
			});
	}

	@Test
	void shouldInjectByNameAndByQualifier() {
		HeddleRunner.create("heddle.queues.orders.capacity=1", "heddle.queues.jobs.capacity=1")
			.withBean("one", Runnable.class, () -> () -> {
			})
			.withBean("injected", Injected.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				Injected injected = context.getBean(Injected.class);
				assertThat(injected.orders).isSameAs(context.getBean("orders"));
				assertThat(injected.jobs).isSameAs(context.getBean("jobs"));
				assertThat(injected.qualified).isSameAs(context.getBean("jobs"));
				assertThat(injected.blocking).isSameAs(context.getBean("orders"));
				assertThat(injected.all).containsOnlyKeys("orders", "jobs");
			});
	}

	@Test
	void shouldInjectTheOnlyOneByItsType() {
		HeddleRunner.create("heddle.queues.orders.capacity=1")
			.withBean("injected", InjectedByType.class)
			.withBean("number", Integer.class, () -> 1)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(NamedQueue.class)).isSameAs(context.getBean("orders"));
				assertThat(context.getBean(InjectedByType.class).anything).isSameAs(context.getBean("orders"));
			});
	}

	@Test
	void shouldUseTheQueuesOfTheParentInAChild() {
		HeddleRunner.create("heddle.queues.orders.capacity=1")
			.run((parent) -> HeddleRunner.create("heddle.queues.orders.capacity=1", "heddle.queues.mails.capacity=1")
				.withParent(parent)
				.run((child) -> {
					assertThat(child.getBean("orders")).isSameAs(parent.getBean("orders"));
					assertThat(child.containsLocalBean("orders")).isFalse();
					assertThat(child.containsLocalBean("mails")).isTrue();
				}));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			heddle.queues.orders.capacity=-1      | less than no item           | Set it to 1 or more
			heddle.queues.orders.capasity=1       | there is no such property   | Did you mean 'heddle.queues.orders.capacity'?
			heddle.queues.a/b.capacity=1          | characters other than       | Write it in brackets
			heddle.queues.environment.capacity=1  | Spring reserves this name   | for example 'environmentQueue'
			heddle.defaults.queues.capacity=-2    | less than no item           | Set it to 1 or more
			heddle.defaults.queue.capacity=2      | nobody reads                | Did you mean 'heddle.defaults.queues'?
			""")
	void shouldSayWhatIsWrongAndTheWayOut(String property, String reason, String action) {
		HeddleRunner.create(property).run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = FailureAnalyses.of(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains(property.substring(0, property.lastIndexOf('.')))
				.contains(reason);
			assertThat(analysis.getAction()).contains(action);
		});
	}

	@Test
	void shouldListTheTypesThatThereAre() {
		HeddleRunner.create("heddle.queues.orders.type=stack").run((context) -> {
			assertThat(context).hasFailed();
			assertThat(FailureAnalyses.of(context.getStartupFailure()).getAction()).contains("DELAY", "FIFO", "LIFO",
					"PRIORITY");
		});
	}

	@Test
	void shouldRefuseANameThatIsTaken() {
		HeddleRunner.create("heddle.queues.mail.capacity=1", "heddle.executors.mail.core-size=1").run((context) -> {
			assertThat(context).hasFailed();
			assertThat(FailureAnalyses.of(context.getStartupFailure()).getDescription())
				.contains("The queue 'mail', configured by the property 'heddle.queues.mail'")
				.contains("heddle.executors.mail");
		});
		HeddleRunner.create("heddle.queues.mail.capacity=1")
			.withBean("mail", String.class, () -> "")
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void shouldShutDownWithTheContext() {
		FutureTask<Object> consumer = new FutureTask<>(() -> {
			throw new AssertionError();
		});
		NamedQueue<?>[] queue = new NamedQueue<?>[1];
		List<Object> events = new CopyOnWriteArrayList<>();
		FutureTask<?>[] task = { consumer };
		HeddleRunner.create("heddle.queues.orders.capacity=1")
			.withBean("listener", ApplicationListener.class, () -> (ApplicationListener<QueueEvent>) events::add)
			.run((context) -> {
				queue[0] = context.getBean("orders", NamedQueue.class);
				task[0] = new FutureTask<>(queue[0]::take);
				new Thread(task[0]).start();
				await().until(() -> queue[0].snapshot().blockedConsumers() == 1);
			});
		assertThat(queue[0].isShutdown()).isTrue();
		assertThatThrownBy(() -> task[0].get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(ShutDownException.class);
		assertThat(events).isEmpty();
	}

	@Test
	void shouldPublishEventsAndTellListenerBeans() {
		List<QueueEvent> events = new CopyOnWriteArrayList<>();
		List<String> told = new CopyOnWriteArrayList<>();
		HeddleRunner.create("heddle.queues.orders.capacity=1")
			.withBean("events", ApplicationListener.class, () -> (ApplicationListener<QueueEvent>) events::add)
			.withBean("failing", NamedQueueListener.class, () -> new NamedQueueListener() {

				@Override
				public void onSaturated(NamedQueue<?> queue) {
					told.add(queue.name());
					throw new IllegalStateException("Expected");
				}

			})
			.run((context) -> {
				NamedQueue<Object> orders = queue(context.getBean("orders"));
				orders.put(1);
				assertThat(orders.offer(2)).isFalse();
				assertThat(told).containsExactly("orders");
				assertThat(events).singleElement()
					.isInstanceOfSatisfying(QueueSaturatedEvent.class,
							(event) -> assertThat(event.getQueueName()).isEqualTo("orders"));
				orders.shutdown(true);
				assertThat(events).hasSize(2)
					.last()
					.isInstanceOfSatisfying(QueueShutDownEvent.class, (event) -> {
						assertThat(event.getDropped()).isEqualTo(1);
						assertThat(event.getQueue()).isSameAs(orders);
					});
			});
	}

	@Test
	void shouldSayWhichChangesNeedARestart(CapturedOutput output) {
		HeddleRunner.create("heddle.queues.orders.capacity=1").run((context) -> {
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("changed",
						Map.of("heddle.queues.orders.capacity", "2", "heddle.queues.mails.capacity", "2")));
			context.publishEvent(new EnvironmentChangeEvent(context, java.util.Set.of("heddle.queues.orders.capacity")));
			assertThat(output).contains("The change of heddle.queues.orders.capacity needs a restart")
				.contains("The queue 'mails' was added below 'heddle.queues', which needs a restart");
		});
	}

	@Test
	void shouldNotRegisterQueuesAheadOfTime() {
		try (GenericApplicationContext aot = new GenericApplicationContext()) {
			aot.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("test", Map.of("heddle.queues.orders.capacity", "2")));
			aot.registerBean(HeddleQueueAutoConfiguration.class);
			org.springframework.context.annotation.AnnotationConfigUtils.registerAnnotationConfigProcessors(aot);
			aot.refreshForAotProcessing(new RuntimeHints());
			assertThat(aot.getBeanFactory().containsBeanDefinition("heddleQueueListenerContainers")).isTrue();
			assertThat(aot.getBeanFactory().containsSingleton("orders")).isFalse();
		}
	}

	@SuppressWarnings("unchecked")
	static <E> NamedQueue<E> queue(Object bean) {
		return (NamedQueue<E>) bean;
	}

	static class Injected {

		private final NamedQueue<String> orders;

		private final NamedQueue<Runnable> jobs;

		private final NamedQueue<Runnable> qualified;

		private final BlockingQueue<String> blocking;

		private final Map<String, NamedQueue<?>> all;

		Injected(NamedQueue<String> orders, NamedQueue<Runnable> jobs, @Qualifier("jobs") NamedQueue<Runnable> qualified,
				@Qualifier("orders") BlockingQueue<String> blocking, Map<String, NamedQueue<?>> all) {
			this.orders = orders;
			this.jobs = jobs;
			this.qualified = qualified;
			this.blocking = blocking;
			this.all = all;
		}

	}

	static class InjectedByType {

		private final NamedQueue<Integer> anything;

		InjectedByType(NamedQueue<Integer> anything) {
			this.anything = anything;
		}

	}

}
