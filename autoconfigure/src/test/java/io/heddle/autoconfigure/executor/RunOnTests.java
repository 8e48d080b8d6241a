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

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.annotation.EnableAsync;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.RunOn;
import io.heddle.executor.RunningTask;
import io.heddle.executor.TaskOptions;
import io.heddle.executor.UncaughtTaskExceptionHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for calls of methods with {@link RunOn}.
 */
@Timeout(60)
class RunOnTests {

	private final ApplicationContextRunner runner = HeddleRunner
		.create("heddle.executors.mail.core-size=1", "heddle.executors.report.core-size=1", "pool=report",
				"limit=200ms", "tenant=acme")
		.withBean(Service.class);

	@Test
	void shouldRunVoidMethod() {
		run((context, service) -> {
			service.fire();
			assertThat(service.probe().threads.poll(5, TimeUnit.SECONDS)).startsWith("mail-");
		});
	}

	@Test
	void shouldReturnResultsByEveryKindOfFuture() {
		run((context, service) -> {
			assertThat(service.future().get(5, TimeUnit.SECONDS)).startsWith("mail-");
			assertThat(service.completableFuture()).succeedsWithin(5, TimeUnit.SECONDS).asString().startsWith("mail-");
			assertThat(service.stage().toCompletableFuture()).succeedsWithin(5, TimeUnit.SECONDS)
				.asString()
				.startsWith("mail-");
		});
	}

	@Test
	void shouldUnwrapAFutureThatCompletesLater() {
		run((context, service) -> assertThat(service.later()).succeedsWithin(5, TimeUnit.SECONDS).isEqualTo("later"));
	}

	@Test
	void shouldKeepTheExceptionOfTheMethod() {
		run((context, service) -> {
			assertThat(service.failing()).failsWithin(5, TimeUnit.SECONDS)
				.withThrowableThat()
				.havingCause()
				.isInstanceOf(IOException.class)
				.withMessage("disk full");
			assertThat(service.failedFuture()).failsWithin(5, TimeUnit.SECONDS)
				.withThrowableThat()
				.havingCause()
				.isInstanceOf(IOException.class)
				.withMessage("disk full");
			await().until(() -> context.getBean("mail", NamedExecutor.class).snapshot().tasks().failed() == 2);
		});
	}

	@Test
	void shouldHandTheExceptionOfAVoidMethodToTheHandler() {
		BlockingQueue<String> handled = new LinkedBlockingQueue<>();
		this.runner
			.withBean(UncaughtTaskExceptionHandler.class,
					() -> (thread, executor, task, exception) -> handled.add(executor + " " + task + " " + exception))
			.run((context) -> {
				context.getBean(Service.class).failingVoid();
				assertThat(handled.poll(5, TimeUnit.SECONDS))
					.isEqualTo("mail Service.failingVoid java.io.IOException: disk full");
			});
	}

	@Test
	void shouldInterruptTheMethodOnCancel() {
		run((context, service) -> {
			CompletableFuture<String> future = service.blocking();
			assertThat(service.probe().started.await(5, TimeUnit.SECONDS)).isTrue();
			assertThat(future.cancel(true)).isTrue();
			assertThat(service.probe().interrupted.await(5, TimeUnit.SECONDS)).isTrue();
			await().until(() -> context.getBean("mail", NamedExecutor.class).snapshot().tasks().cancelled() == 1);
		});
	}

	@Test
	void shouldTimeOut() {
		run((context, service) -> {
			assertThat(service.slow()).failsWithin(5, TimeUnit.SECONDS)
				.withThrowableThat()
				.havingCause()
				.isInstanceOf(TimeoutException.class);
			assertThat(service.probe().interrupted.await(5, TimeUnit.SECONDS)).isTrue();
			await().until(() -> context.getBean("report", NamedExecutor.class).snapshot().tasks().timedOut() == 1);
		});
	}

	@Test
	void shouldLabelTaskByClassAndMethod() {
		run((context, service) -> {
			CompletableFuture<String> future = service.blocking();
			assertThat(label(context, "mail")).isEqualTo("Service.blocking");
			future.cancel(true);
		});
	}

	@Test
	void shouldLabelTaskAsToldWithPlaceholdersAndArguments() {
		run((context, service) -> {
			CompletableFuture<String> future = service.labelled("ann", 7);
			assertThat(label(context, "report")).isEqualTo("acme to ann #7 {x}");
			future.cancel(true);
		});
	}

	@Test
	void shouldLeaveOutAnArgumentThatCannotBeShown() throws NoSuchMethodException {
		Method method = Service.class.getDeclaredMethod("labelled", String.class, int.class);
		RunOnTaskOptions options = new RunOnTaskOptions(TaskOptions.of(), "to {recipient} #{1}", method);
		Object unshowable = new Object() {

			@Override
			public String toString() {
				throw new IllegalStateException("bang");
			}

		};
		assertThat(options.get(new Object[] { unshowable, 7 }).label()).isEqualTo("to  #7");
	}

	private String label(ConfigurableApplicationContext context, String executor) {
		NamedExecutor bean = context.getBean(executor, NamedExecutor.class);
		await().until(() -> !bean.running().isEmpty());
		return bean.running().stream().map(RunningTask::task).findFirst().orElseThrow();
	}

	@Test
	void shouldThrowRejectionToTheCaller() {
		this.runner.withPropertyValues("heddle.executors.mail.queue.type=handoff").run((context) -> {
			Service service = context.getBean(Service.class);
			CompletableFuture<String> future = service.blocking();
			assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(service::blocking);
			assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(service::fire);
			future.cancel(true);
		});
	}

	@Test
	void shouldWorkOnInterfaceMethodsWithJdkProxies() {
		this.runner.withPropertyValues("spring.aop.proxy-target-class=false")
			.withBean(FinalGreeter.class)
			.run((context) -> {
				Greeter greeter = context.getBean(Greeter.class);
				assertThat(AopUtils.isJdkDynamicProxy(greeter)).isTrue();
				assertThat(greeter.greet()).succeedsWithin(5, TimeUnit.SECONDS).asString().startsWith("mail-");
			});
	}

	@Test
	void shouldWorkOnInterfaceMethodsWithClassProxies() {
		this.runner.withBean(OpenGreeter.class).run((context) -> {
			Greeter greeter = context.getBean(Greeter.class);
			assertThat(AopUtils.isCglibProxy(greeter)).isTrue();
			assertThat(greeter.greet()).succeedsWithin(5, TimeUnit.SECONDS).asString().startsWith("mail-");
		});
	}

	@Test
	void shouldWorkOnTypesForTheirPublicMethods() {
		this.runner.withBean(TypeLevel.class).run((context) -> {
			TypeLevel bean = context.getBean(TypeLevel.class);
			assertThat(bean.covered()).succeedsWithin(5, TimeUnit.SECONDS).asString().startsWith("mail-");
			assertThat(bean.own()).succeedsWithin(5, TimeUnit.SECONDS).asString().startsWith("report-");
			assertThat(bean.packagePrivate()).isEqualTo(Thread.currentThread().getName());
			assertThat(bean).hasToString("type level");
		});
	}

	@Test
	void shouldWorkWithComposedAnnotations() {
		this.runner.withBean(Composed.class)
			.run((context) -> assertThat(context.getBean(Composed.class).composed()).succeedsWithin(5, TimeUnit.SECONDS)
				.asString()
				.startsWith("mail-"));
	}

	@Test
	void shouldWorkBesideEnableAsync() {
		this.runner.withUserConfiguration(AsyncConfiguration.class)
			.run((context) -> assertThat(context.getBean(Service.class).completableFuture())
				.succeedsWithin(5, TimeUnit.SECONDS)
				.asString()
				.startsWith("mail-"));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void shouldRunOnVirtualThreads() {
		HeddleRunner
			.create("heddle.executors.mail.threads=virtual", "heddle.executors.report.threads=virtual", "pool=report",
					"limit=200ms", "tenant=acme")
			.withBean(Service.class)
			.run((context) -> {
				Service service = context.getBean(Service.class);
				assertThat(service.completableFuture()).succeedsWithin(5, TimeUnit.SECONDS)
					.asString()
					.startsWith("mail-");
				CompletableFuture<String> future = service.blocking();
				assertThat(service.probe().started.await(5, TimeUnit.SECONDS)).isTrue();
				future.cancel(true);
				assertThat(service.probe().interrupted.await(5, TimeUnit.SECONDS)).isTrue();
			});
	}

	@Test
	void shouldRunReactiveMethodAtEachSubscription() {
		run((context, service) -> {
			Mono<String> mono = service.mono();
			assertThat(service.probe().calls).hasValue(0);
			assertThat(mono.block()).startsWith("mail-");
			assertThat(mono.block()).startsWith("mail-");
			assertThat(service.probe().calls).hasValue(2);
			await().untilAsserted(
					() -> assertThat(context.getBean("mail", NamedExecutor.class).snapshot().tasks().completed())
						.isEqualTo(2));
		});
	}

	@Test
	void shouldStreamReactiveResults() {
		run((context, service) -> {
			List<String> items = service.flux().collectList().block();
			assertThat(items).hasSize(1000).allMatch((item) -> item.startsWith("mail-"));
			assertThat(service.flux().take(3).collectList().block()).hasSize(3);
		});
	}

	@Test
	void shouldPassOnReactiveErrors() {
		run((context, service) -> {
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> service.failingMono().block())
				.withCauseInstanceOf(IOException.class);
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> service.throwingMono().block())
				.withCauseInstanceOf(IOException.class);
		});
	}

	@Test
	void shouldCancelTheTaskWithTheSubscription() {
		run((context, service) -> {
			Disposable subscription = service.blockingMono().subscribe();
			assertThat(service.probe().started.await(5, TimeUnit.SECONDS)).isTrue();
			subscription.dispose();
			assertThat(service.probe().interrupted.await(5, TimeUnit.SECONDS)).isTrue();
			await().until(() -> context.getBean("mail", NamedExecutor.class).snapshot().tasks().cancelled() == 1);
		});
	}

	@Test
	void shouldSignalRejectionToTheSubscriber() {
		this.runner.withPropertyValues("heddle.executors.mail.queue.type=handoff").run((context) -> {
			Service service = context.getBean(Service.class);
			Disposable subscription = service.blockingMono().subscribe();
			assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> service.mono().block());
			subscription.dispose();
		});
	}

	private void run(ServiceConsumer consumer) {
		this.runner
			.run((context) -> consumer.accept(context.getSourceApplicationContext(), context.getBean(Service.class)));
	}

	interface ServiceConsumer {

		void accept(ConfigurableApplicationContext context, Service service) throws Exception;

	}

	static class Probe {

		final BlockingQueue<String> threads = new LinkedBlockingQueue<>();

		final CountDownLatch started = new CountDownLatch(1);

		final CountDownLatch interrupted = new CountDownLatch(1);

		final AtomicInteger calls = new AtomicInteger();

	}

	static class Service {

		private final Probe probe = new Probe();

		Probe probe() {
			return this.probe;
		}

		@RunOn("mail")
		void fire() {
			this.probe.threads.add(Thread.currentThread().getName());
		}

		@RunOn("mail")
		Future<String> future() {
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

		@RunOn("mail")
		CompletableFuture<String> completableFuture() {
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

		@RunOn("mail")
		protected CompletionStage<String> stage() {
			return CompletableFuture.completedStage(Thread.currentThread().getName());
		}

		@RunOn("mail")
		CompletableFuture<String> later() {
			return CompletableFuture.supplyAsync(() -> "later",
					CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
		}

		@RunOn("mail")
		CompletableFuture<String> failing() throws IOException {
			throw new IOException("disk full");
		}

		@RunOn("mail")
		CompletableFuture<String> failedFuture() {
			return CompletableFuture.failedFuture(new IOException("disk full"));
		}

		@RunOn("mail")
		void failingVoid() throws IOException {
			throw new IOException("disk full");
		}

		@RunOn("mail")
		CompletableFuture<String> blocking() {
			block();
			return CompletableFuture.completedFuture("done");
		}

		@RunOn(value = "${pool}", timeout = "${limit}")
		CompletableFuture<String> slow() {
			block();
			return CompletableFuture.completedFuture("done");
		}

		@RunOn(value = "report", label = "${tenant} to {recipient} #{1} {x}")
		CompletableFuture<String> labelled(String recipient, int number) {
			block();
			return CompletableFuture.completedFuture("done");
		}

		@RunOn("mail")
		Mono<String> mono() {
			this.probe.calls.incrementAndGet();
			return Mono.fromSupplier(() -> Thread.currentThread().getName());
		}

		@RunOn("mail")
		Flux<String> flux() {
			return Flux.range(0, 1000).map((number) -> Thread.currentThread().getName());
		}

		@RunOn("mail")
		Mono<String> failingMono() {
			return Mono.error(new IOException("disk full"));
		}

		@RunOn("mail")
		Mono<String> throwingMono() throws IOException {
			throw new IOException("disk full");
		}

		@RunOn("mail")
		Mono<String> blockingMono() {
			return Mono.fromRunnable(this::block);
		}

		private void block() {
			this.probe.started.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				this.probe.interrupted.countDown();
			}
		}

	}

	interface Greeter {

		@RunOn("mail")
		CompletableFuture<String> greet();

	}

	static final class FinalGreeter implements Greeter {

		@Override
		public CompletableFuture<String> greet() {
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

	}

	static class OpenGreeter implements Greeter {

		@Override
		public CompletableFuture<String> greet() {
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

	}

	@RunOn("mail")
	public static class TypeLevel {

		public CompletableFuture<String> covered() {
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

		@RunOn("report")
		public CompletableFuture<String> own() {
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

		String packagePrivate() {
			return Thread.currentThread().getName();
		}

		@Override
		public String toString() {
			return "type level";
		}

	}

	@RunOn("mail")
	@Target(ElementType.METHOD)
	@Retention(RetentionPolicy.RUNTIME)
	@interface OnMail {

	}

	static class Composed {

		@OnMail
		CompletableFuture<String> composed() {
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

	}

	@EnableAsync
	static class AsyncConfiguration {

	}

}
