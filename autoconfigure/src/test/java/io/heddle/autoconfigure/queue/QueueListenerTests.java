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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.micrometer.context.ContextRegistry;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.slf4j.MDC;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.test.util.AopTestUtils;

import io.heddle.autoconfigure.named.FailureAnalyses;
import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.context.ContextVar;
import io.heddle.context.Token;
import io.heddle.executor.RunOn;
import io.heddle.executor.UncaughtTaskExceptionHandler;
import io.heddle.queue.NamedQueue;
import io.heddle.queue.QueueListener;
import io.heddle.sync.Locked;
import io.heddle.sync.NamedLock;
import io.heddle.sync.NamedSemaphore;
import io.heddle.sync.Permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@code @QueueListener}.
 */
@ExtendWith(OutputCaptureExtension.class)
class QueueListenerTests {

	@Test
	void shouldHandleEachItemOnceAndBeDoneWithIt() {
		HeddleRunner.create("heddle.queues.orders.capacity=10").withBean(Recorder.class).run((context) -> {
			NamedQueue<Object> orders = orders(context);
			for (int i = 0; i < 1000; i++) {
				orders.put("order " + i);
			}
			assertThat(orders.join(Duration.ofSeconds(20))).isTrue();
			assertThat(context.getBean(Recorder.class).handled).hasSize(1000).doesNotHaveDuplicates();
			assertThat(context.getBean(Recorder.class).threads).extracting(Thread::getName)
				.containsExactly("orders-listener-1");
		});
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldHandleNoMoreAtOnceThanTold(String threads) {
		HeddleRunner.create("heddle.queues.orders.capacity=100", "listeners=3", threads)
			.withBean(Concurrent.class)
			.run((context) -> {
				Concurrent concurrent = context.getBean(Concurrent.class);
				NamedQueue<Object> orders = orders(context);
				for (int i = 0; i < 50; i++) {
					orders.put(i);
				}
				await().until(() -> concurrent.present.get() == 3);
				concurrent.permits.release(50);
				assertThat(orders.join(Duration.ofSeconds(20))).isTrue();
				assertThat(concurrent.most).hasValue(3);
			});
	}

	@Test
	void shouldHandItemsToAPrimitiveParameter() {
		HeddleRunner.create("heddle.queues.orders.capacity=10").withBean(Numbers.class).run((context) -> {
			NamedQueue<Object> orders = orders(context);
			orders.put(42);
			assertThat(orders.join(Duration.ofSeconds(20))).isTrue();
			assertThat(context.getBean(Numbers.class).handled).containsExactly(42);
		});
	}

	@Test
	void shouldRunAMethodOnItsThreadThatIsNotPublicInATypeWithRunOn() {
		HeddleRunner.create("heddle.queues.orders.capacity=10", "heddle.executors.mail.core-size=1")
			.withBean(RunsOnWhatIsPublic.class)
			.run((context) -> {
				NamedQueue<Object> orders = orders(context);
				orders.put("order");
				assertThat(orders.join(Duration.ofSeconds(20))).isTrue();
				assertThat(context.getBean(RunsOnWhatIsPublic.class).handled()).hasSize(1);
			});
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldBeDoneAndGoOnAfterAnException(String threads, CapturedOutput output) {
		HeddleRunner.create("heddle.queues.orders.capacity=10", threads).withBean(Failing.class).run((context) -> {
			NamedQueue<Object> orders = orders(context);
			MDC.put("request", "r1");
			try {
				orders.put("checked");
				orders.put("error");
				orders.put(42);
				orders.put("good");
			}
			finally {
				MDC.clear();
			}
			assertThat(orders.join(Duration.ofSeconds(20))).isTrue();
			assertThat(context.getBean(Failing.class).handled).containsExactly("good");
			assertThat(output)
				.contains("Listener 'Failing.handle' of queue 'orders' failed in thread 'orders-listener-1'")
				.contains("java.io.IOException: checked")
				.contains("java.lang.AssertionError: error")
				.contains("Queue 'orders' has an item of type java.lang.Integer but Failing.handle takes "
						+ "java.lang.String");
		});
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldHandExceptionsToTheHandlerBean(String threads) {
		List<String> handled = new CopyOnWriteArrayList<>();
		HeddleRunner.create("heddle.queues.orders.capacity=10", threads)
			.withBean(Failing.class)
			.withBean(UncaughtTaskExceptionHandler.class, () -> (thread, queue, listener, exception) -> {
				handled.add(thread.getName() + " " + queue + " " + listener + " " + exception.getMessage() + " "
						+ MDC.get("request"));
				throw new IllegalStateException("Expected");
			})
			.run((context) -> {
				MDC.put("request", "r1");
				orders(context).put("checked");
				MDC.clear();
				orders(context).put("error");
				assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
				assertThat(handled).containsExactly("orders-listener-1 orders Failing.handle checked r1",
						"orders-listener-1 orders Failing.handle error null");
			});
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldCarryTheContextOfThePutterIfPropagationIsOn(String threads) {
		shouldCarryTheContextOfThePutter(threads, true, "acme r1");
		shouldCarryTheContextOfThePutter(threads, false, "null null");
	}

	private void shouldCarryTheContextOfThePutter(String threads, boolean propagate, String expected) {
		ThreadLocal<String> tenant = new ThreadLocal<>();
		ContextRegistry.getInstance().registerThreadLocalAccessor("tenant", tenant);
		try {
			HeddleRunner
				.create("heddle.queues.orders.capacity=10", "heddle.queues.orders.propagate-context=" + propagate,
						threads)
				.withBean(ContextReader.class, () -> new ContextReader(tenant))
				.run((context) -> {
					tenant.set("acme");
					MDC.put("request", "r1");
					orders(context).put(1);
					tenant.remove();
					MDC.clear();
					orders(context).put(2);
					assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
					assertThat(context.getBean(ContextReader.class).seen).containsExactly(expected, "null null");
				});
		}
		finally {
			ContextRegistry.getInstance().removeThreadLocalAccessor("tenant");
			tenant.remove();
			MDC.clear();
		}
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldCarryContextVariablesAndKeepNothingThatAnItemSets(String threads) {
		HeddleRunner.create("heddle.queues.orders.capacity=10", threads)
			.withBean(VariableReader.class)
			.run((context) -> {
				try (Token<String> token = VariableReader.TENANT.set("acme")) {
					orders(context).put(1);
				}
				orders(context).put(2);
				try (Token<String> token = VariableReader.TENANT.set("other")) {
					orders(context).put(3);
				}
				assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
				VariableReader reader = context.getBean(VariableReader.class);
				assertThat(reader.seen).containsExactly("acme null", "none null", "other null");
				assertThat(reader.threads).hasSize(1);
			});
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldHoldTheLockOfALockedMethodForEachItem(String threads) {
		HeddleRunner.create("heddle.queues.orders.capacity=100", "heddle.locks.ledger.fair=false", threads)
			.withBean(LockedListener.class)
			.run((context) -> {
				LockedListener listener = AopTestUtils.getTargetObject(context.getBean(LockedListener.class));
				NamedLock ledger = context.getBean("ledger", NamedLock.class);
				for (int i = 0; i < 20; i++) {
					orders(context).put(i);
				}
				await().until(() -> ledger.snapshot().waiters().size() == 2);
				assertThat(listener.present).hasValue(1);
				listener.permits.release(20);
				assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
				assertThat(listener.most).hasValue(1);
				assertThat(ledger.tryLock()).isTrue();
				ledger.unlock();
			});
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldHoldThePermitsOfAMethodForEachItem(String threads) {
		HeddleRunner.create("heddle.queues.orders.capacity=100", "heddle.semaphores.smtp.permits=2", threads)
			.withBean(PermitListener.class)
			.run((context) -> {
				PermitListener listener = AopTestUtils.getTargetObject(context.getBean(PermitListener.class));
				NamedSemaphore smtp = context.getBean("smtp", NamedSemaphore.class);
				for (int i = 0; i < 20; i++) {
					orders(context).put(i);
				}
				await().until(() -> smtp.snapshot().waiters().size() == 1);
				await().until(() -> listener.present.get() == 2);
				listener.permits.release(20);
				assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
				assertThat(listener.most).hasValue(2);
				assertThat(smtp.available()).isEqualTo(2);
			});
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldStopWithTheContextAfterTheItemInHand(String threads) {
		Concurrent[] listener = new Concurrent[1];
		NamedQueue<?>[] queue = new NamedQueue<?>[1];
		HeddleRunner.create("heddle.queues.orders.capacity=10", "listeners=1", threads)
			.withBean(Concurrent.class)
			.run((context) -> {
				listener[0] = context.getBean(Concurrent.class);
				queue[0] = context.getBean("orders", NamedQueue.class);
				orders(context).put(1);
				orders(context).put(2);
				await().until(() -> listener[0].present.get() == 1);
				Thread closing = new Thread(
						((ConfigurableApplicationContext) context.getSourceApplicationContext())::close);
				closing.start();
				await().during(Duration.ofMillis(100)).until(closing::isAlive);
				listener[0].permits.release();
				closing.join(20_000);
				assertThat(closing.isAlive()).isFalse();
			});
		assertThat(listener[0].handled).hasValue(1);
		assertThat(listener[0].interrupted).hasValue(0);
		assertThat(queue[0].snapshot().unfinished()).isEqualTo(1);
		assertThat(queue[0].snapshot().size()).isEqualTo(1);
		await().until(() -> noneIsLeft(listener[0].threads));
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldInterruptAListenerThatDoesNotEndInTime(String threads) {
		Concurrent[] listener = new Concurrent[1];
		HeddleRunner
			.create("heddle.queues.orders.capacity=10", "listeners=1",
					"spring.lifecycle.timeout-per-shutdown-phase=50ms", threads)
			.withConfiguration(AutoConfigurations.of(LifecycleAutoConfiguration.class))
			.withBean(Concurrent.class)
			.run((context) -> {
				listener[0] = context.getBean(Concurrent.class);
				orders(context).put(1);
				await().until(() -> listener[0].present.get() == 1);
			});
		await().until(() -> listener[0].interrupted.get() == 1);
		await().until(() -> noneIsLeft(listener[0].threads));
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldStartAgainAfterAStop(String threads) {
		HeddleRunner.create("heddle.queues.orders.capacity=10", threads).withBean(Recorder.class).run((context) -> {
			ConfigurableApplicationContext source = (ConfigurableApplicationContext) context
				.getSourceApplicationContext();
			source.stop();
			await().until(() -> orders(context).snapshot().blockedConsumers() == 0);
			orders(context).put("order");
			assertThat(orders(context).join(Duration.ofMillis(50))).isFalse();
			source.start();
			assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
		});
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldEndWhenTheQueueIsShutDown(String threads) {
		HeddleRunner.create("heddle.queues.orders.capacity=10", threads).withBean(Recorder.class).run((context) -> {
			orders(context).put("order");
			orders(context).shutdown();
			assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
			await().until(() -> noneIsLeft(context.getBean(Recorder.class).threads));
		});
	}

	@ParameterizedTest
	@ThreadKinds
	void shouldSurviveStopsAtAnyMoment(String threads) {
		HeddleRunner.create("heddle.queues.orders.capacity=1000", threads).withBean(Recorder.class).run((context) -> {
			ConfigurableApplicationContext source = (ConfigurableApplicationContext) context
				.getSourceApplicationContext();
			NamedQueue<Object> orders = orders(context);
			for (int round = 0; round < 300; round++) {
				for (int i = 0; i < round % 5; i++) {
					orders.put("order " + round + " " + i);
				}
				source.stop();
				source.start();
			}
			assertThat(orders.join(Duration.ofSeconds(20))).isTrue();
			assertThat(context.getBean(Recorder.class).handled).hasSize(600).doesNotHaveDuplicates();
			assertThat(context.getBean(Recorder.class).interrupts).hasValue(0);
		});
	}

	@Test
	void shouldWaitForTheFutureThatAMethodReturns() {
		HeddleRunner.create("heddle.queues.orders.capacity=10", "heddle.executors.mail.core-size=4")
			.withBean(Asynchronous.class)
			.run((context) -> {
				Asynchronous listener = AopTestUtils.getTargetObject(context.getBean(Asynchronous.class));
				for (int i = 0; i < 10; i++) {
					orders(context).put(i);
				}
				assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
				assertThat(listener.handled.get()).isEqualTo(10);
				assertThat(listener.most.get()).isEqualTo(1);
				assertThat(listener.threads).allMatch((thread) -> thread.startsWith("mail-"));
			});
	}

	@Test
	void shouldCallTheBeanThroughItsProxy() {
		HeddleRunner.create("heddle.queues.orders.capacity=10").withUserConfiguration(Proxied.class).run((context) -> {
			orders(context).put("order");
			assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
			assertThat(context.getBean(AtomicInteger.class)).hasValue(1);
		});
	}

	@Test
	void shouldCallLazyBeans() {
		HeddleRunner.create("heddle.queues.orders.capacity=10")
			.withUserConfiguration(LazyListener.class)
			.run((context) -> {
				orders(context).put("order");
				assertThat(orders(context).join(Duration.ofSeconds(20))).isTrue();
				assertThat(context.getBean(Recorder.class).handled).containsExactly("order");
			});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldUseVirtualThreadsIfSpringBootDoes() {
		HeddleRunner.create("heddle.queues.orders.capacity=10", "spring.threads.virtual.enabled=true")
			.withBean(Recorder.class)
			.run((context) -> {
				orders(context).put("order");
				await().until(() -> orders(context).blockedConsumers().size() == 1);
				assertThat(orders(context).blockedConsumers()).singleElement()
					.satisfies((consumer) -> assertThat(consumer.virtual()).isTrue());
				assertThat(context.getBean(Recorder.class).threads)
					.allMatch((thread) -> thread.getName().startsWith("orders-listener-"));
			});
	}

	@Test
	void shouldSuggestTheQueueThatWasMeant() {
		fails(Recorder.class, (analysis) -> {
			assertThat(analysis.getDescription()).contains("@QueueListener(\"orders\") on " + Recorder.class.getName()
					+ ".handle names a queue that does not exist.");
			assertThat(analysis.getAction()).startsWith("Did you mean 'order'? The queues are: mails, order.")
				.contains("heddle.queues.orders");
		}, "heddle.queues.mails.capacity=1", "heddle.queues.order.capacity=1");
		fails(Recorder.class, (analysis) -> assertThat(analysis.getAction()).startsWith("There are no queues."));
		fails(Recorder.class,
				(analysis) -> assertThat(analysis.getDescription()).contains("names a bean that is no named queue"),
				"heddle.executors.orders.core-size=1");
	}

	@Test
	void shouldRefuseMethodsThatCannotWork() {
		expect(PrivateMethod.class, "is private", "Remove 'private'");
		expect(StaticMethod.class, "is static", "Remove 'static'");
		expect(NoParameter.class, "has 0 parameters", "just one: the item");
		expect(TwoParameters.class, "has 2 parameters", "just one: the item");
		expect(RunsOn.class, "returns before it has handled the item", "Remove @RunOn");
		expect(NoName.class, "names no queue", "@QueueListener(\"orders\")");
		expect(NoNumber.class, "has the concurrency 'many'", "concurrency = \"4\"");
		expect(Zero.class, "has the concurrency '0'", "concurrency = \"4\"");
	}

	@Test
	void shouldRefuseMethodsThatAProxyHides() {
		fails(Hidden.class, (analysis) -> {
			assertThat(analysis.getDescription()).contains("Hidden.handle").contains("proxy of its interfaces");
			assertThat(analysis.getAction()).contains("Declare the method in an interface");
		}, "heddle.queues.orders.capacity=1", "heddle.executors.mail.core-size=1",
				"spring.aop.proxy-target-class=false");
	}

	@Test
	void shouldRefuseAPlaceholderThatCannotBeResolved() {
		HeddleRunner.create()
			.withConfiguration(AutoConfigurations.of(PropertyPlaceholderAutoConfiguration.class))
			.withBean(Unresolved.class)
			.run((context) -> {
				assertThat(context).hasFailed();
				FailureAnalysis analysis = FailureAnalyses.of(context.getStartupFailure());
				assertThat(analysis.getDescription()).contains("has the value '${nowhere}', which cannot be resolved");
				assertThat(analysis.getAction()).contains("${name:default}");
			});
	}

	private void expect(Class<?> listener, String reason, String action) {
		fails(listener, (analysis) -> {
			assertThat(analysis.getDescription()).contains("@QueueListener on " + listener.getName()).contains(reason);
			assertThat(analysis.getAction()).contains(action);
		}, "heddle.queues.orders.capacity=1", "heddle.executors.mail.core-size=1");
	}

	private void fails(Class<?> listener, Consumer<FailureAnalysis> check, String... properties) {
		HeddleRunner.create(properties).withBean(listener).run((context) -> {
			assertThat(context).hasFailed();
			check.accept(FailureAnalyses.of(context.getStartupFailure()));
		});
	}

	private static boolean noneIsLeft(Set<Thread> threads) {
		return !threads.isEmpty() && threads.stream().noneMatch(Thread::isAlive);
	}

	private static NamedQueue<Object> orders(BeanFactory context) {
		return HeddleQueueAutoConfigurationTests.queue(context.getBean("orders"));
	}

	static class Recorder {

		final List<String> handled = new CopyOnWriteArrayList<>();

		final Set<Thread> threads = ConcurrentHashMap.newKeySet();

		final AtomicInteger interrupts = new AtomicInteger();

		@QueueListener("orders")
		void handle(String order) {
			this.threads.add(Thread.currentThread());
			this.handled.add(order);
			if (Thread.currentThread().isInterrupted()) {
				this.interrupts.incrementAndGet();
			}
		}

	}

	static class Concurrent {

		final Semaphore permits = new Semaphore(0);

		final AtomicInteger present = new AtomicInteger();

		final AtomicInteger most = new AtomicInteger();

		final AtomicInteger handled = new AtomicInteger();

		final AtomicInteger interrupted = new AtomicInteger();

		final Set<Thread> threads = ConcurrentHashMap.newKeySet();

		@QueueListener(value = "orders", concurrency = "${listeners}")
		void handle(Integer order) {
			this.threads.add(Thread.currentThread());
			this.most.accumulateAndGet(this.present.incrementAndGet(), Math::max);
			try {
				this.permits.acquire();
				this.handled.incrementAndGet();
			}
			catch (InterruptedException ex) {
				this.interrupted.incrementAndGet();
			}
			this.present.decrementAndGet();
		}

	}

	static class Numbers {

		final List<Integer> handled = new CopyOnWriteArrayList<>();

		@QueueListener("orders")
		void handle(int number) {
			this.handled.add(number);
		}

	}

	@RunOn("mail")
	static class RunsOnWhatIsPublic {

		private final List<String> handled = new CopyOnWriteArrayList<>();

		@QueueListener("orders")
		void handle(String order) {
			this.handled.add(order);
		}

		List<String> handled() {
			return this.handled;
		}

	}

	static class Failing {

		final List<String> handled = new CopyOnWriteArrayList<>();

		@QueueListener("orders")
		void handle(String order) throws Exception {
			switch (order) {
				case "checked" -> throw new IOException(order);
				case "error" -> throw new AssertionError(order);
				default -> this.handled.add(order);
			}
		}

	}

	static class ContextReader {

		final List<String> seen = new CopyOnWriteArrayList<>();

		private final ThreadLocal<String> tenant;

		ContextReader(ThreadLocal<String> tenant) {
			this.tenant = tenant;
		}

		@QueueListener("orders")
		void handle(Object order) {
			this.seen.add(this.tenant.get() + " " + MDC.get("request"));
		}

	}

	static class VariableReader {

		static final ContextVar<String> TENANT = ContextVar.of("tenant", "none");

		final List<String> seen = new CopyOnWriteArrayList<>();

		final Set<Thread> threads = ConcurrentHashMap.newKeySet();

		@QueueListener("orders")
		void handle(Object order) {
			this.threads.add(Thread.currentThread());
			this.seen.add(TENANT.get() + " " + MDC.get("request"));
			TENANT.set("leaked");
			MDC.put("request", "leaked");
		}

	}

	static class LockedListener extends Guarded {

		@QueueListener(value = "orders", concurrency = "3")
		@Locked("ledger")
		void handle(Integer order) throws InterruptedException {
			work();
		}

	}

	static class PermitListener extends Guarded {

		@QueueListener(value = "orders", concurrency = "3")
		@Permit("smtp")
		void handle(Integer order) throws InterruptedException {
			work();
		}

	}

	static class Guarded {

		final Semaphore permits = new Semaphore(0);

		final AtomicInteger present = new AtomicInteger();

		final AtomicInteger most = new AtomicInteger();

		void work() throws InterruptedException {
			this.most.accumulateAndGet(this.present.incrementAndGet(), Math::max);
			this.permits.acquire();
			this.present.decrementAndGet();
		}

	}

	static class Asynchronous {

		private final AtomicInteger handled = new AtomicInteger();

		private final AtomicInteger present = new AtomicInteger();

		private final AtomicInteger most = new AtomicInteger();

		private final List<String> threads = new CopyOnWriteArrayList<>();

		@QueueListener("orders")
		@RunOn("mail")
		Future<Void> handle(Integer order) {
			this.most.accumulateAndGet(this.present.incrementAndGet(), Math::max);
			this.threads.add(Thread.currentThread().getName());
			Thread.yield();
			this.present.decrementAndGet();
			this.handled.incrementAndGet();
			return CompletableFuture.completedFuture(null);
		}

	}

	interface Handler {

		void handle(String order);

	}

	static class HandlerBean implements Handler {

		@Override
		@QueueListener("orders")
		public void handle(String order) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Proxied {

		@Bean
		AtomicInteger calls() {
			return new AtomicInteger();
		}

		@Bean
		Handler handler(AtomicInteger calls) {
			ProxyFactory factory = new ProxyFactory(new HandlerBean());
			factory.addAdvice((MethodInterceptor) (invocation) -> {
				if (invocation.getMethod().getName().equals("handle")) {
					calls.incrementAndGet();
				}
				return invocation.proceed();
			});
			return (Handler) factory.getProxy();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyListener {

		@Bean
		@Lazy
		Recorder recorder() {
			return new Recorder();
		}

	}

	static class PrivateMethod {

		@QueueListener("orders")
		private void handle(String order) {
		}

	}

	static class StaticMethod {

		@QueueListener("orders")
		static void handle(String order) {
		}

	}

	static class NoParameter {

		@QueueListener("orders")
		void handle() {
		}

	}

	static class TwoParameters {

		@QueueListener("orders")
		void handle(String order, String other) {
		}

	}

	static class RunsOn {

		@QueueListener("orders")
		@RunOn("mail")
		void handle(String order) {
		}

	}

	static class NoName {

		@QueueListener(" ")
		void handle(String order) {
		}

	}

	static class NoNumber {

		@QueueListener(value = "orders", concurrency = "many")
		void handle(String order) {
		}

	}

	static class Zero {

		@QueueListener(value = "orders", concurrency = "0")
		void handle(String order) {
		}

	}

	interface Other {

		void other();

	}

	static class Hidden implements Other {

		@Override
		@RunOn("mail")
		public void other() {
		}

		@QueueListener("orders")
		void handle(String order) {
		}

	}

	static class Unresolved {

		@QueueListener("${nowhere}")
		void handle(String order) {
		}

	}

}
