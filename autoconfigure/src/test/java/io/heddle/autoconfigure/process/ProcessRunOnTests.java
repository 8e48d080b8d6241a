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

package io.heddle.autoconfigure.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Async;
import reactor.core.publisher.Mono;

import io.heddle.autoconfigure.executor.HeddleExecutorAutoConfiguration;
import io.heddle.autoconfigure.named.FailureAnalyses;
import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.executor.RunOn;
import io.heddle.executor.UncaughtTaskExceptionHandler;
import io.heddle.process.ProcessPool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link RunOn} on a process pool, with and without a context in the worker.
 */
class ProcessRunOnTests {

	private static final String POOL = "heddle.process-pools.imaging.";

	@Test
	void shouldCallTheMethodInAWorker() {
		runner().withBean(Plain.class).run((context) -> {
			Plain plain = context.getBean(Plain.class);
			long pid = plain.pid().get(60, TimeUnit.SECONDS);
			assertThat(pid).isNotEqualTo(ProcessHandle.current().pid());
			assertThat(plain.count("a").get(60, TimeUnit.SECONDS)).isEqualTo("a1");
			assertThat(plain.count("b").get(60, TimeUnit.SECONDS)).as("the worker keeps the object").isEqualTo("b2");
			assertThat(context.getBean("imaging", ProcessPool.class).snapshot().tasks().completed()).isEqualTo(3);
		});
	}

	@Test
	void shouldDeliverTheExceptionWithItsType() {
		runner().withBean(Plain.class)
			.run((context) -> assertThatThrownBy(
					() -> context.getBean(Plain.class).fail("no picture").get(60, TimeUnit.SECONDS))
				.cause()
				.isInstanceOf(IllegalStateException.class)
				.hasMessage("no picture"));
	}

	@Test
	void shouldHandTheExceptionOfAVoidMethodToTheHandler() {
		List<String> handled = new CopyOnWriteArrayList<>();
		runner().withBean(Plain.class)
			.withBean(UncaughtTaskExceptionHandler.class,
					() -> (thread, executor, task, ex) -> handled.add(executor + "|" + task + "|" + ex.getMessage()))
			.run((context) -> {
				context.getBean(Plain.class).failQuietly();
				Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !handled.isEmpty());
				assertThat(handled).containsExactly("imaging|Plain.failQuietly|quiet");
			});
	}

	@Test
	void shouldCallTheBeanInThisContextWithThreads() {
		runner().withBean(Plain.class)
			.withPropertyValues(POOL + "start-method=thread")
			.run((context) -> assertThat(context.getBean(Plain.class).pid().get(60, TimeUnit.SECONDS))
				.isEqualTo(ProcessHandle.current().pid()));
	}

	@Test
	void shouldCallTheBeanOfTheWorkersOwnContext() {
		runner().withUserConfiguration(WorkerConfiguration.class)
			.withPropertyValues(POOL + "sources=" + WorkerConfiguration.class.getName(), "greeting=Hello ${subject}",
					"subject=${RANDOM_SUBJECT:world}", "spring.profiles.active=festive",
					"spring.main.web-application-type=servlet")
			.run((context) -> {
				Greeter one = context.getBean("one", Greeter.class);
				Greeter two = context.getBean("two", Greeter.class);
				assertThat(one.greet().get(60, TimeUnit.SECONDS)).startsWith("one: Hello world! ")
					.doesNotEndWith(" " + ProcessHandle.current().pid());
				assertThat(two.greet().get(60, TimeUnit.SECONDS)).startsWith("two: Hello world! ");
				assertThat(one.greetThroughTheOther().get(60, TimeUnit.SECONDS)).as("does not bounce")
					.startsWith("two: Hello world! ");
			});
	}

	@Test
	void shouldSayWhichBeanTheWorkerLacks() {
		runner().withUserConfiguration(WorkerConfiguration.class)
			.withBean("three", Greeter.class, () -> new Greeter("three", "", "", null))
			.withPropertyValues(POOL + "sources=" + WorkerConfiguration.class.getName())
			.run((context) -> assertThatThrownBy(
					() -> context.getBean("three", Greeter.class).greet().get(60, TimeUnit.SECONDS))
				.cause()
				.hasMessageContaining("has no such bean")
				.hasMessageContaining("heddle.process-pools.imaging.sources"));
	}

	@Test
	void shouldNotStartIfWorkersThatStartEarlyLackTheBean() {
		runner().withUserConfiguration(WorkerConfiguration.class)
			.withBean("three", Greeter.class, () -> new Greeter("three", "", "", null))
			.withPropertyValues(POOL + "sources=" + WorkerConfiguration.class.getName(), POOL + "start=eager")
			.run((context) -> {
				assertThat(context).hasFailed();
				FailureAnalysis failure = FailureAnalyses.of(context.getStartupFailure());
				assertThat(failure.getDescription()).contains("ProcessRunOnTests$Greeter.greet")
					.contains("the workers of process pool 'imaging' cannot find the bean 'three'")
					.contains("has no such bean");
				assertThat(failure.getAction()).contains("'heddle.process-pools.imaging.sources'");
			});
	}

	@Test
	void shouldStartIfWorkersThatStartEarlyHaveTheBeans() {
		runner().withUserConfiguration(WorkerConfiguration.class)
			.withPropertyValues(POOL + "sources=" + WorkerConfiguration.class.getName(), POOL + "start=eager")
			.run((context) -> assertThat(context.getBean("one", Greeter.class).greet().get(60, TimeUnit.SECONDS))
				.startsWith("one: "));
	}

	@Test
	void shouldStartThoughNoWorkerCanBeAsked() {
		runner().withUserConfiguration(WorkerConfiguration.class)
			.withPropertyValues(POOL + "sources=" + WorkerConfiguration.class.getName(), POOL + "start=eager",
					POOL + "jvm.options=-XX:+NoSuchOption", POOL + "restart.max=1")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void shouldRejectAReactiveResult() {
		expect(Reactive.class, "returns reactor.core.publisher.Mono", "CompletableFuture");
	}

	@Test
	void shouldRejectAParameterThatIsNotSerializable() {
		expect(NotSerializable.class, "a java.lang.Thread is not serializable", "java.io.Serializable");
	}

	@Test
	void shouldTakeAndReturnPaths(@TempDir Path folder) {
		runner().withBean(WithPath.class).run((context) -> {
			Path file = Files.writeString(folder.resolve("picture"), "content");
			List<Path> copies = context.getBean(WithPath.class).copy(file, List.of(folder)).get(60, TimeUnit.SECONDS);
			assertThat(copies).containsExactly(folder.resolve("copy"));
			assertThat(copies.get(0)).hasContent("content");
		});
	}

	@Test
	void shouldRejectAStream() {
		expect(WithStream.class, "a java.io.InputStream is not serializable", "a Path");
	}

	@Test
	void shouldRejectAResultThatIsNotSerializable() {
		expect(WithOptional.class, "a java.util.Optional is not serializable", "java.io.Serializable");
	}

	@Test
	void shouldRejectATypeThatIsNotAllowed() {
		runner().withBean(Plain.class)
			.withPropertyValues(POOL + "serialization.allow=com.acme.**")
			.withBean(WithRecord.class)
			.run((context) -> {
				assertThat(context).hasFailed();
				FailureAnalysis failure = FailureAnalyses.of(context.getStartupFailure());
				assertThat(failure.getDescription()).contains("ProcessRunOnTests$Order is not on the allow-list of")
					.contains("process pool 'imaging'");
				assertThat(failure.getAction()).contains("'heddle.process-pools.imaging.serialization.allow'");
			});
	}

	@Test
	void shouldRejectABeanThatTheWorkerCannotMake() {
		expect(NoConstructor.class, "has no constructor without arguments", "heddle.process-pools.imaging.sources");
	}

	@Test
	void shouldNotMindConstructorsIfTheWorkerHasAContext() {
		runner().withBean(NoConstructor.class, () -> new NoConstructor("text"))
			.withPropertyValues(POOL + "sources=" + WorkerConfiguration.class.getName())
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void shouldRejectAsyncOnAProcessPool() {
		expect(WithAsync.class, "cannot be serialized", "@RunOn(\"imaging\")");
	}

	@Test
	void shouldSuggestThePoolThatWasMeant() {
		runner().withBean(Misspelt.class).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(FailureAnalyses.of(context.getStartupFailure()).getAction()).contains("Did you mean 'imaging'?");
		});
	}

	private void expect(Class<?> bean, String description, String action) {
		runner().withUserConfiguration(bean).withBean(String.class, () -> "text").run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis failure = FailureAnalyses.of(context.getStartupFailure());
			assertThat(failure.getDescription()).contains(bean.getName()).contains(description);
			assertThat(failure.getAction()).contains(action);
		});
	}

	private ApplicationContextRunner runner() {
		return HeddleRunner.create(POOL + "size=1", POOL + "jvm.class-data-archive=false")
			.withUserConfiguration(Packages.class);
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = ProcessRunOnTests.class)
	static class Packages {

	}

	static class Plain {

		private int calls;

		@RunOn("imaging")
		CompletableFuture<Long> pid() {
			return CompletableFuture.completedFuture(ProcessHandle.current().pid());
		}

		@RunOn("imaging")
		Future<String> count(String text) {
			return CompletableFuture.completedFuture(text + ++this.calls);
		}

		@RunOn("imaging")
		CompletableFuture<String> fail(String message) {
			throw new IllegalStateException(message);
		}

		@RunOn("imaging")
		void failQuietly() {
			throw new IllegalStateException("quiet");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ HeddleExecutorAutoConfiguration.class, HeddleProcessPoolAutoConfiguration.class })
	static class WorkerConfiguration {

		@Bean
		Greeter one(@Value("${greeting:none}") String greeting, Mark mark, Greeter two) {
			return new Greeter("one", greeting, mark.text(), two);
		}

		@Bean
		Greeter two(@Value("${greeting:none}") String greeting, Mark mark) {
			return new Greeter("two", greeting, mark.text(), null);
		}

		@Bean
		@Profile("festive")
		Mark exclamation() {
			return new Mark("!");
		}

		@Bean
		@Profile("!festive")
		Mark stop() {
			return new Mark(".");
		}

	}

	record Mark(String text) {

	}

	static class Greeter {

		private final String name;

		private final String greeting;

		private final String mark;

		private final Greeter other;

		Greeter(String name, String greeting, String mark, Greeter other) {
			this.name = name;
			this.greeting = greeting;
			this.mark = mark;
			this.other = other;
		}

		@RunOn("imaging")
		CompletableFuture<String> greet() {
			return CompletableFuture
				.completedFuture(this.name + ": " + this.greeting + this.mark + " " + ProcessHandle.current().pid());
		}

		@RunOn("imaging")
		CompletableFuture<String> greetThroughTheOther() {
			return this.other.greet();
		}

	}

	static class Reactive {

		@RunOn("imaging")
		Mono<String> call() {
			return Mono.empty();
		}

	}

	static class NotSerializable {

		@RunOn("imaging")
		void call(Thread thread) {
		}

	}

	static class WithPath {

		@RunOn("imaging")
		CompletableFuture<List<Path>> copy(Path file, List<Path> folders) throws IOException {
			return CompletableFuture.completedFuture(List.of(Files.copy(file, folders.get(0).resolve("copy"))));
		}

	}

	static class WithStream {

		@RunOn("imaging")
		void call(InputStream stream) {
		}

	}

	static class WithOptional {

		@RunOn("imaging")
		CompletableFuture<List<Optional<String>>> call() {
			return CompletableFuture.completedFuture(List.of());
		}

	}

	record Order(int number) implements Serializable {

	}

	static class WithRecord {

		@RunOn("imaging")
		void call(List<Order[]> orders) {
		}

	}

	static class NoConstructor {

		NoConstructor(String text) {
		}

		@RunOn("imaging")
		void call() {
		}

	}

	static class WithAsync {

		@Async("imaging")
		void call() {
		}

	}

	static class Misspelt {

		@RunOn("imagine")
		void call() {
		}

	}

}
