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

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Delayed;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.executor.UncaughtTaskExceptionHandler;
import io.heddle.queue.NamedQueue;
import io.heddle.queue.QueueListener;
import io.heddle.sync.ThreadData;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the threads of listeners: what they survive, and when they end.
 */
class QueueListenerThreadTests {

	private final List<String> uncaught = new CopyOnWriteArrayList<>();

	@ParameterizedTest
	@ThreadKinds
	void shouldSurviveAnItemThatCannotBeTaken(String threads) {
		delayed(threads).run((context) -> {
			Recorder recorder = context.getBean(Recorder.class);
			NamedQueue<Object> orders = orders(context);
			Parcel broken = new Parcel("broken");
			broken.breakDown();
			orders.put(broken);
			await().until(() -> this.uncaught.size() >= 4);
			assertThat(this.uncaught)
				.allMatch((line) -> line.matches("orders-listener-\\d+ orders Recorder.handle broken"));
			broken.repair();
			orders.put(new Parcel("good"));
			assertThat(orders.join(Duration.ofSeconds(20))).isTrue();
			assertThat(recorder.handled).containsExactlyInAnyOrder("broken", "good");
			await().until(() -> orders.snapshot().blockedConsumers() == 2);
		});
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldNotSpinWhenAnItemCannotBeTaken(String threads) {
		delayed(threads).run((context) -> {
			Parcel broken = new Parcel("broken");
			broken.breakDown();
			orders(context).put(broken);
			await().until(() -> !this.uncaught.isEmpty());
			await().during(Duration.ofMillis(300)).until(() -> this.uncaught.size() < 50);
		});
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldStopBeforeItTriesAgain(String threads) {
		Recorder[] recorder = new Recorder[1];
		delayed(threads).run((context) -> {
			recorder[0] = context.getBean(Recorder.class);
			orders(context).put(new Parcel("good"));
			assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
			Parcel broken = new Parcel("broken");
			broken.breakDown();
			orders(context).put(broken);
			await().until(() -> !this.uncaught.isEmpty());
		});
		assertThat(recorder[0].threads).isNotEmpty();
		await().until(() -> recorder[0].threads.stream().noneMatch(Thread::isAlive));
		assertThat(recorder[0].handled).containsExactly("good");
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldEndWhenAnItemThatCannotBeTakenIsDropped(String threads) {
		delayed(threads).run((context) -> {
			Recorder recorder = context.getBean(Recorder.class);
			orders(context).put(new Parcel("good"));
			assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
			Parcel broken = new Parcel("broken");
			broken.breakDown();
			orders(context).put(broken);
			await().until(() -> !this.uncaught.isEmpty());
			orders(context).shutdown(true);
			await().until(() -> recorder.threads.stream().noneMatch(Thread::isAlive));
		});
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldSurviveAHandlerOfExceptionsThatFailsWithAnError(String threads) {
		HeddleRunner.create("heddle.queues.orders.capacity=10", threads)
			.withBean(Fragile.class)
			.withBean(UncaughtTaskExceptionHandler.class, () -> (thread, queue, listener, exception) -> {
				throw new AssertionError("expected by this test");
			})
			.run((context) -> {
				orders(context).put("bad");
				orders(context).put("good");
				assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
				assertThat(context.getBean(Fragile.class).handled).containsExactly("good");
			});
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldNotLeakThreadDataFromOneItemIntoTheNext(String threads) {
		HeddleRunner.create("heddle.queues.orders.capacity=10", threads).withBean(DataReader.class).run((context) -> {
			for (int i = 0; i < 3; i++) {
				orders(context).put(i);
			}
			assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
			DataReader reader = context.getBean(DataReader.class);
			assertThat(reader.seen).containsExactly(1, 2, 3);
			assertThat(reader.threads).hasSize(1);
		});
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldHandleNoMoreAtOnceThanToldAfterAStopThatDidNotEnd(String threads) {
		Waiting[] listener = new Waiting[1];
		waiting(threads).run((context) -> {
			listener[0] = context.getBean(Waiting.class);
			orders(context).put(1);
			await().until(() -> listener[0].present.get() == 1);
			source(context).stop();
			source(context).start();
			orders(context).put(2);
			orders(context).put(3);
			await().during(Duration.ofMillis(100)).until(() -> listener[0].most.get() == 1);
			listener[0].permits.release(2);
			await().until(() -> orders(context).isEmpty() && listener[0].present.get() == 1);
			assertThat(listener[0].most).hasValue(1);
			assertThat(containers(context).threads().get("orders")).hasSize(1);
		});
		await().until(() -> listener[0].threads.stream().noneMatch(Thread::isAlive));
		assertThat(listener[0].interrupted).as("the one in hand when the context was closed").hasValue(1);
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldStartThreadsForThoseThatHaveEnded(String threads) {
		waiting(threads).run((context) -> {
			Waiting listener = context.getBean(Waiting.class);
			orders(context).put(1);
			await().until(() -> listener.present.get() == 1);
			source(context).stop();
			listener.permits.release();
			await().until(() -> containers(context).threads().get("orders").isEmpty());
			source(context).start();
			listener.permits.release();
			orders(context).put(2);
			assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
			assertThat(containers(context).threads().get("orders")).hasSize(1);
		});
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldCloseItsContextWithoutWaitingForItself(String threads) {
		HeddleRunner
			.create("heddle.queues.orders.capacity=10", "spring.lifecycle.timeout-per-shutdown-phase=1m", threads)
			.withConfiguration(AutoConfigurations.of(LifecycleAutoConfiguration.class))
			.withBean(Closing.class)
			.run((context) -> {
				Closing listener = context.getBean(Closing.class);
				BooleanSupplier close = () -> {
					source(context).close();
					return Thread.currentThread().isInterrupted();
				};
				orders(context).put(close);
				await().atMost(Duration.ofSeconds(20))
					.until(() -> listener.thread != null && !listener.thread.isAlive());
				assertThat(listener.closed).isTrue();
				assertThat(listener.interrupted).isFalse();
			});
	}

	private ApplicationContextRunner delayed(String threads) {
		return HeddleRunner
			.create("heddle.queues.orders.type=delay", "spring.lifecycle.timeout-per-shutdown-phase=1m", threads)
			.withConfiguration(AutoConfigurations.of(LifecycleAutoConfiguration.class))
			.withBean(Recorder.class)
			.withBean(UncaughtTaskExceptionHandler.class, () -> (thread, queue, listener, exception) -> this.uncaught
				.add(thread.getName() + " " + queue + " " + listener + " " + exception.getMessage()));
	}

	private static ApplicationContextRunner waiting(String threads) {
		return HeddleRunner
			.create("heddle.queues.orders.capacity=10", "spring.lifecycle.timeout-per-shutdown-phase=50ms", threads)
			.withConfiguration(AutoConfigurations.of(LifecycleAutoConfiguration.class))
			.withBean(Waiting.class);
	}

	private static ConfigurableApplicationContext source(AssertableApplicationContext context) {
		return (ConfigurableApplicationContext) context.getSourceApplicationContext();
	}

	private static QueueListenerContainers containers(AssertableApplicationContext context) {
		return context.getBean(QueueListenerContainers.class);
	}

	private static <E> NamedQueue<E> orders(AssertableApplicationContext context) {
		return HeddleQueueAutoConfigurationTests.queue(context.getBean("orders"));
	}

	static class Recorder {

		final List<String> handled = new CopyOnWriteArrayList<>();

		final Set<Thread> threads = ConcurrentHashMap.newKeySet();

		@QueueListener(value = "orders", concurrency = "2")
		void handle(Parcel parcel) {
			this.threads.add(Thread.currentThread());
			this.handled.add(parcel.name);
		}

	}

	static class Fragile {

		final List<String> handled = new CopyOnWriteArrayList<>();

		@QueueListener("orders")
		void handle(String order) {
			if (order.equals("bad")) {
				throw new IllegalStateException("expected by this test");
			}
			this.handled.add(order);
		}

	}

	static class DataReader {

		final List<Integer> seen = new CopyOnWriteArrayList<>();

		final Set<Thread> threads = ConcurrentHashMap.newKeySet();

		private final AtomicInteger made = new AtomicInteger();

		private final ThreadData<Integer> data = ThreadData.of(this.made::incrementAndGet);

		@QueueListener("orders")
		void handle(Integer order) {
			this.seen.add(this.data.get());
			this.threads.add(Thread.currentThread());
		}

	}

	static class Waiting {

		final Semaphore permits = new Semaphore(0);

		final AtomicInteger present = new AtomicInteger();

		final AtomicInteger most = new AtomicInteger();

		final AtomicInteger interrupted = new AtomicInteger();

		final Set<Thread> threads = ConcurrentHashMap.newKeySet();

		@QueueListener("orders")
		void handle(Integer order) {
			this.threads.add(Thread.currentThread());
			this.most.accumulateAndGet(this.present.incrementAndGet(), Math::max);
			try {
				this.permits.acquire();
			}
			catch (InterruptedException ex) {
				this.interrupted.incrementAndGet();
			}
			this.present.decrementAndGet();
		}

	}

	static class Closing {

		volatile Thread thread;

		volatile boolean closed;

		volatile boolean interrupted;

		@QueueListener("orders")
		void handle(BooleanSupplier close) {
			this.interrupted = close.getAsBoolean();
			this.closed = true;
			this.thread = Thread.currentThread();
		}

	}

	/**
	 * An item that may be broken, so that nobody can tell its delay.
	 */
	static final class Parcel implements Delayed {

		private final String name;

		private final AtomicBoolean broken = new AtomicBoolean();

		Parcel(String name) {
			this.name = name;
		}

		void breakDown() {
			this.broken.set(true);
		}

		void repair() {
			this.broken.set(false);
		}

		@Override
		public long getDelay(TimeUnit unit) {
			if (this.broken.get()) {
				throw new IllegalStateException(this.name);
			}
			return 0;
		}

		@Override
		public int compareTo(Delayed other) {
			return 0;
		}

	}

}
