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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.scheduling.annotation.Async;
import reactor.core.publisher.Mono;

import io.heddle.autoconfigure.named.FailureAnalyses;
import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.autoconfigure.named.InvalidRunOnException;
import io.heddle.executor.RunOn;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for each {@link RunOn} that stops the start.
 */
class RunOnStartupTests {

	private final ApplicationContextRunner runner = HeddleRunner.create("heddle.executors.mail.core-size=1",
			"heddle.executors.report.core-size=1");

	@ParameterizedTest
	@ValueSource(classes = { UnresolvableName.class, UnresolvableTimeout.class, UnresolvableLabel.class })
	void shouldExplainAPlaceholderThatCannotBeResolved(Class<?> type) {
		FailureAnalysis failure = failure(
				this.runner.withConfiguration(AutoConfigurations.of(PropertyPlaceholderAutoConfiguration.class))
					.withBean(type));
		assertThat(failure.getDescription()).contains(type.getSimpleName() + ".send").contains("${no.such}");
		assertThat(failure.getAction()).contains("${name:default}");
	}

	@Test
	void shouldRejectAnEmptyName() {
		FailureAnalysis failure = failure(this.runner.withBean(WithoutName.class));
		assertThat(failure.getDescription()).contains("WithoutName.send").contains("names no executor");
	}

	@Test
	void shouldNotAdviseToTakeTheNameOfSpringBootsExecutor() {
		FailureAnalysis failure = failure(this.runner.withBean(OnSpringBootsExecutor.class));
		assertThat(failure.getAction()).contains("@Async(\"applicationTaskExecutor\")")
			.doesNotContain("heddle.executors.applicationTaskExecutor");
	}

	@Test
	void shouldCheckTheProductsOfFactoryBeans() {
		FailureAnalysis failure = failure(this.runner.withBean(MisspeltFactory.class));
		assertThat(failure.getAction()).contains("Did you mean 'mail'?");
	}

	@ParameterizedTest
	@ValueSource(classes = { AlsoAsync.class, AsyncType.class })
	void shouldRejectAsyncOnTheSameMethod(Class<?> type) {
		FailureAnalysis failure = failure(this.runner.withBean(type));
		assertThat(failure.getDescription()).contains(type.getSimpleName() + ".send").contains("together with @Async");
	}

	@ParameterizedTest
	@ValueSource(classes = { OnPostConstruct.class, OnPreDestroy.class })
	void shouldRejectLifecycleMethods(Class<?> type) {
		FailureAnalysis failure = failure(this.runner.withBean(type));
		assertThat(failure.getDescription()).contains(type.getSimpleName() + ".send").contains("the container calls");
	}

	@Test
	void shouldAllowLifecycleMethodsInATypeWithRunOn() {
		this.runner.withBean(TypeWithPostConstruct.class).run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void shouldSuggestTheNameThatWasMeant() {
		FailureAnalysis failure = failure(this.runner.withBean(Misspelt.class));
		assertThat(failure.getDescription()).contains("@RunOn(\"mial\")").contains("Misspelt.send");
		assertThat(failure.getAction()).contains("Did you mean 'mail'?").contains("mail, report");
	}

	@Test
	void shouldListTheNamesIfNoneIsClose() {
		FailureAnalysis failure = failure(this.runner.withBean(FarOff.class));
		assertThat(failure.getAction()).doesNotContain("Did you mean")
			.contains("The executors are: mail, report")
			.contains("heddle.executors.thumbnails");
	}

	@Test
	void shouldSayThatNoExecutorsAreConfigured() {
		FailureAnalysis failure = failure(HeddleRunner.create().withBean(Misspelt.class));
		assertThat(failure.getDescription()).contains("no executors are configured");
		assertThat(failure.getAction()).isEqualTo("Define one below 'heddle.executors.mial'.");
	}

	@Test
	void shouldRejectAnExecutorThatIsNotOurs() {
		FailureAnalysis failure = failure(
				this.runner.withBean("mial", Executor.class, SyncTaskExecutor::new).withBean(Misspelt.class));
		assertThat(failure.getDescription()).contains("an executor but not one of Heddle's");
		assertThat(failure.getAction()).contains("executor of another name").contains("@Async(\"mial\")");
	}

	@Test
	void shouldTakeABeanThatIsNoExecutorForNone() {
		FailureAnalysis failure = failure(
				this.runner.withBean("mial", String.class, () -> "x").withBean(Misspelt.class));
		assertThat(failure.getAction()).contains("Did you mean 'mail'?");
	}

	@Test
	void shouldRejectPrivateMethod() {
		expect(PrivateMethod.class, "PrivateMethod.send", "the method is private", "Remove 'private'");
	}

	@Test
	void shouldRejectFinalMethod() {
		expect(FinalMethod.class, "FinalMethod.send", "the method is final", "Remove 'final'");
	}

	@Test
	void shouldRejectStaticMethod() {
		expect(StaticMethod.class, "StaticMethod.send", "the method is static", "Remove 'static'");
	}

	@Test
	void shouldRejectFinalClass() {
		expect(FinalClass.class, "FinalClass.send", "FinalClass is final", "Remove 'final' from the class");
	}

	@Test
	void shouldRejectFinalMethodOfAnnotatedType() {
		expect(FinalMethodOfType.class, "FinalMethodOfType.send", "the method is final", "Remove 'final'");
	}

	@Test
	void shouldRejectInheritedFinalMethod() {
		expect(InheritedFinalMethod.class, "FinalMethod.send", "the method is final", "Remove 'final'");
	}

	@ParameterizedTest
	@ValueSource(classes = { ReturnsString.class, ReturnsObject.class, ReturnsFutureTask.class })
	void shouldRejectUnsupportedReturnType(Class<?> type) {
		expect(type, type.getSimpleName() + ".send", "the method returns ", "CompletableFuture");
	}

	@ParameterizedTest
	@ValueSource(classes = { MalformedTimeout.class, ZeroTimeout.class })
	void shouldRejectMalformedTimeout(Class<?> type) {
		expect(type, type.getSimpleName() + ".send", "not a positive duration", "'30s'");
	}

	@Test
	void shouldAcceptWhatIsRight() {
		this.runner.withBean(Right.class).run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void shouldNotMindFinalClassesWithoutAnnotation() {
		this.runner.withBean("record", Plain.class, () -> new Plain("x"))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(classes = { LazyBean.class, PrototypeBean.class })
	void shouldFindBeansThatDoNotExistYet(Class<?> configuration) {
		FailureAnalysis failure = failure(this.runner.withUserConfiguration(configuration));
		assertThat(failure.getAction()).contains("Did you mean 'mail'?");
	}

	@Test
	void shouldFindBeansUnderLazyInitialization() {
		FailureAnalysis failure = failure(this.runner.withUserConfiguration(Eager.class)
			.withInitializer((context) -> context
				.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor())));
		assertThat(failure.getAction()).contains("Did you mean 'mail'?");
	}

	private void expect(Class<?> type, String place, String reason, String action) {
		FailureAnalysis failure = failure(this.runner.withBean(type));
		assertThat(failure.getDescription()).contains(place).contains(reason);
		assertThat(failure.getAction()).contains(action);
	}

	private FailureAnalysis failure(ApplicationContextRunner runner) {
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		runner.run((context) -> {
			assertThat(context).hasFailed();
			analysis[0] = FailureAnalyses.of(context.getStartupFailure());
			assertThat(analysis[0].getCause()).isInstanceOf(InvalidRunOnException.class);
		});
		return analysis[0];
	}

	static class Misspelt {

		@RunOn("mial")
		void send() {
		}

	}

	static class FarOff {

		@RunOn("thumbnails")
		void send() {
		}

	}

	static class PrivateMethod {

		@RunOn("mail")
		private void send() {
		}

	}

	static class FinalMethod {

		@RunOn("mail")
		final void send() {
		}

	}

	static class InheritedFinalMethod extends FinalMethod {

	}

	static class StaticMethod {

		@RunOn("mail")
		static void send() {
		}

	}

	static final class FinalClass {

		@RunOn("mail")
		void send() {
		}

	}

	@RunOn("mail")
	public static class FinalMethodOfType {

		public final void send() {
		}

	}

	static class ReturnsString {

		@RunOn("mail")
		String send() {
			return "";
		}

	}

	static class ReturnsObject {

		@RunOn("mail")
		Object send() {
			return "";
		}

	}

	static class ReturnsFutureTask {

		@RunOn("mail")
		FutureTask<String> send() {
			return new FutureTask<>(() -> "");
		}

	}

	static class MalformedTimeout {

		@RunOn(value = "mail", timeout = "soon")
		void send() {
		}

	}

	static class ZeroTimeout {

		@RunOn(value = "mail", timeout = "0s")
		void send() {
		}

	}

	static class Right {

		@RunOn(value = "mail", timeout = "PT30S", label = "right")
		CompletableFuture<String> send() {
			return CompletableFuture.completedFuture("");
		}

		@RunOn("report")
		Mono<String> mono() {
			return Mono.empty();
		}

	}

	record Plain(String text) {

	}

	@Configuration(proxyBeanMethods = false)
	static class Eager {

		@Bean
		Misspelt misspelt() {
			return new Misspelt();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyBean {

		@Bean
		@Lazy
		Misspelt misspelt() {
			return new Misspelt();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrototypeBean {

		@Bean
		@Scope(BeanDefinition.SCOPE_PROTOTYPE)
		Misspelt misspelt() {
			return new Misspelt();
		}

	}

	static class UnresolvableName {

		@RunOn("${no.such}")
		void send() {
		}

	}

	static class UnresolvableTimeout {

		@RunOn(value = "mail", timeout = "${no.such}")
		void send() {
		}

	}

	static class UnresolvableLabel {

		@RunOn(value = "mail", label = "${no.such}")
		void send() {
		}

	}

	static class WithoutName {

		@RunOn("")
		void send() {
		}

	}

	static class OnSpringBootsExecutor {

		@RunOn("applicationTaskExecutor")
		void send() {
		}

	}

	static class MisspeltFactory implements FactoryBean<Misspelt> {

		@Override
		public Misspelt getObject() {
			return new Misspelt();
		}

		@Override
		public Class<?> getObjectType() {
			return Misspelt.class;
		}

	}

	static class AlsoAsync {

		@Async
		@RunOn("mail")
		void send() {
		}

	}

	@Async
	static class AsyncType {

		@RunOn("mail")
		void send() {
		}

	}

	static class OnPostConstruct {

		@PostConstruct
		@RunOn("mail")
		void send() {
		}

	}

	static class OnPreDestroy {

		@PreDestroy
		@RunOn("mail")
		void send() {
		}

	}

	@RunOn("mail")
	public static class TypeWithPostConstruct {

		@PostConstruct
		public void init() {
		}

		public void send() {
		}

	}

}
