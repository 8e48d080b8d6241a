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

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.test.util.AopTestUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.executor.RunOn;
import io.heddle.executor.UncaughtTaskExceptionHandler;
import io.heddle.queue.NamedQueue;
import io.heddle.queue.QueueListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for listeners that return what has not ended yet.
 */
class QueueListenerResultTests {

	@Test
	void shouldSubscribeToAMonoAndWaitForIt() {
		runner().withBean(MonoListener.class).run((context) -> {
			MonoListener listener = context.getBean(MonoListener.class);
			orders(context).put(1);
			orders(context).put(2);
			await().until(() -> listener.first.currentSubscriberCount() == 1);
			assertThat(orders(context).snapshot().gets()).isEqualTo(1);
			assertThat(orders(context).snapshot().unfinished()).isEqualTo(2);
			listener.first.tryEmitEmpty();
			assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
			assertThat(listener.subscriptions).hasValue(2);
		});
	}

	@Test
	void shouldSubscribeToAMonoOfAMethodThatDoesNotTell() {
		runner().withBean(ObjectListener.class).run((context) -> {
			orders(context).put(1);
			assertThat(orders(context).join(Duration.ofSeconds(10))).isTrue();
			assertThat(context.getBean(ObjectListener.class).subscriptions).hasValue(1);
		});
	}

	@Test
	void shouldSubscribeToAFluxUntilItsEnd() {
		runner().withBean(FluxListener.class).run((context) -> {
			orders(context).put(1000);
			assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
			assertThat(context.getBean(FluxListener.class).seen).hasValue(1000);
		});
	}

	@Test
	void shouldSubscribeToTheMonoOfAMethodThatRunsOnAnExecutor() {
		runner("heddle.executors.mail.core-size=1").withBean(RunsOnListener.class).run((context) -> {
			RunsOnListener listener = AopTestUtils.getTargetObject(context.getBean(RunsOnListener.class));
			orders(context).put(1);
			assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
			assertThat(listener.threads).singleElement().asString().startsWith("mail-");
		});
	}

	@Test
	void shouldHandTheErrorOfAMonoToTheHandler() {
		List<String> uncaught = new CopyOnWriteArrayList<>();
		runner().withBean(FailingListener.class)
			.withBean(UncaughtTaskExceptionHandler.class,
					() -> (thread, queue, listener, exception) -> uncaught.add(listener + " " + exception))
			.run((context) -> {
				orders(context).put(1);
				orders(context).put(2);
				assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
				assertThat(uncaught).containsExactly("FailingListener.handle java.io.IOException: 1",
						"FailingListener.handle java.io.IOException: 2");
			});
	}

	@Test
	void shouldCancelTheMonoOfAListenerThatIsInterrupted() {
		AtomicBoolean cancelled = new AtomicBoolean();
		runner("spring.lifecycle.timeout-per-shutdown-phase=50ms")
			.withBean(EndlessListener.class, () -> new EndlessListener(cancelled))
			.run((context) -> {
				orders(context).put(1);
				await().until(() -> context.getBean(EndlessListener.class).subscribed.get());
			});
		await().untilTrue(cancelled);
	}

	@Test
	void shouldCancelTheFutureOfAListenerThatIsInterrupted() {
		CompletableFuture<Void> future = new CompletableFuture<>();
		runner("spring.lifecycle.timeout-per-shutdown-phase=50ms")
			.withBean(FutureListener.class, () -> new FutureListener(future))
			.run((context) -> {
				orders(context).put(1);
				await().until(() -> orders(context).snapshot().gets() == 1);
			});
		await().until(future::isCancelled);
	}

	private static ApplicationContextRunner runner(String... properties) {
		return HeddleRunner.create(properties)
			.withPropertyValues("heddle.queues.orders.capacity=10")
			.withConfiguration(AutoConfigurations.of(LifecycleAutoConfiguration.class));
	}

	private static NamedQueue<Object> orders(AssertableApplicationContext context) {
		return HeddleQueueAutoConfigurationTests.queue(context.getBean("orders"));
	}

	static class MonoListener {

		final Sinks.Empty<Void> first = Sinks.empty();

		final AtomicInteger subscriptions = new AtomicInteger();

		@QueueListener("orders")
		Mono<Void> handle(Integer order) {
			Mono<Void> handled = (order == 1) ? this.first.asMono() : Mono.empty();
			return handled.doOnSubscribe((subscription) -> this.subscriptions.incrementAndGet());
		}

	}

	static class ObjectListener {

		final AtomicInteger subscriptions = new AtomicInteger();

		@QueueListener("orders")
		Object handle(Integer order) {
			return Mono.empty().doOnSubscribe((subscription) -> this.subscriptions.incrementAndGet());
		}

	}

	static class FluxListener {

		final AtomicInteger seen = new AtomicInteger();

		@QueueListener("orders")
		Flux<Integer> handle(Integer order) {
			return Flux.range(0, order).doOnNext((number) -> this.seen.incrementAndGet());
		}

	}

	static class RunsOnListener {

		private final List<String> threads = new CopyOnWriteArrayList<>();

		@QueueListener("orders")
		@RunOn("mail")
		Mono<Void> handle(Integer order) {
			return Mono.fromRunnable(() -> this.threads.add(Thread.currentThread().getName()));
		}

	}

	static class FailingListener {

		@QueueListener("orders")
		Mono<String> handle(Integer order) {
			return Mono.error(new IOException(order.toString()));
		}

	}

	static class EndlessListener {

		final AtomicBoolean subscribed = new AtomicBoolean();

		private final AtomicBoolean cancelled;

		EndlessListener(AtomicBoolean cancelled) {
			this.cancelled = cancelled;
		}

		@QueueListener("orders")
		Mono<Void> handle(Integer order) {
			return Mono.<Void>never()
				.doOnSubscribe((subscription) -> this.subscribed.set(true))
				.doOnCancel(() -> this.cancelled.set(true));
		}

	}

	static class FutureListener {

		private final CompletableFuture<Void> future;

		FutureListener(CompletableFuture<Void> future) {
			this.future = future;
		}

		@QueueListener("orders")
		Future<Void> handle(Integer order) {
			return this.future;
		}

	}

}
