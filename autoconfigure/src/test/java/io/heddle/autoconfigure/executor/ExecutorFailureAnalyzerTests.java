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

import java.util.concurrent.Executor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import io.heddle.autoconfigure.named.FailureAnalyses;
import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.autoconfigure.named.InvalidPropertyException;
import io.heddle.executor.NamedExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the failure analyzers of names and of injection.
 */
class ExecutorFailureAnalyzerTests {

	private final ApplicationContextRunner runner = HeddleRunner.create("heddle.executors.mail.core-size=1",
			"heddle.executors.report.core-size=1");

	@Test
	void shouldExplainANameThatIsAnAlias() {
		FailureAnalysis failure = failure(this.runner
			.withInitializer((context) -> ((GenericApplicationContext) context).registerAlias("x", "mail")));
		assertThat(failure.getDescription()).contains("'heddle.executors.mail'").contains("another bean");
	}

	@Test
	void shouldExplainANameThatASingletonHas() {
		FailureAnalysis failure = failure(this.runner
			.withInitializer((context) -> context.getBeanFactory().registerSingleton("mail", new Object())));
		assertThat(failure.getDescription()).contains("'heddle.executors.mail'").contains("another bean");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void shouldExplainANameThatABeanHasToo(boolean allowOverriding) {
		FailureAnalysis failure = failure(
				this.runner.withAllowBeanDefinitionOverriding(allowOverriding).withUserConfiguration(UserMail.class));
		assertThat(failure.getDescription()).contains("The executor 'mail'")
			.contains("'heddle.executors.mail'")
			.contains("UserMail");
		assertThat(failure.getAction()).contains("Rename the entry 'heddle.executors.mail'");
	}

	@Test
	void shouldExplainANameThatALaterBeanHasToo() {
		FailureAnalysis failure = failure(this.runner.withConfiguration(AutoConfigurations.of(LateMail.class)));
		assertThat(failure.getDescription()).contains("The executor 'mail'")
			.contains("'heddle.executors.mail'")
			.contains("LateMail");
	}

	@Test
	void shouldExplainTheNameOfSpringBootsExecutor() {
		FailureAnalysis failure = failure(HeddleRunner.create("heddle.executors.applicationTaskExecutor.core-size=1"));
		assertThat(failure.getDescription()).contains("heddle.executors.applicationTaskExecutor");
	}

	@Test
	void shouldNameTheQualifierOfAParameter() {
		FailureAnalysis failure = failure(this.runner.withBean(ByConstructor.class));
		assertThat(failure.getDescription()).contains("It has no qualifier");
		assertThat(failure.getAction()).contains("@Qualifier(\"mail\")").contains("mail, report");
	}

	@Test
	void shouldNameTheQualifierOfAField() {
		assertThat(failure(this.runner.withBean(ByField.class)).getAction()).contains("@Qualifier(\"report\")");
	}

	@Test
	void shouldNameTheOnlyExecutor() {
		FailureAnalysis failure = failure(
				HeddleRunner.create("heddle.executors.imaging.core-size=1").withBean(ByConstructor.class));
		assertThat(failure.getAction()).contains("Annotate it with @Qualifier(\"imaging\")");
	}

	@Test
	void shouldSuggestTheQualifierThatWasMeant() {
		FailureAnalysis failure = failure(this.runner.withBean(Misspelt.class));
		assertThat(failure.getDescription()).contains("no executor named 'reprot'");
		assertThat(failure.getAction()).contains("@Qualifier(\"report\")");
	}

	@Test
	void shouldNameTheQualifierWhereNoOtherExecutorExists() {
		FailureAnalysis failure = failure(new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(HeddleExecutorAutoConfiguration.class))
			.withPropertyValues("heddle.executors.mail.core-size=1")
			.withBean(PlainExecutor.class));
		assertThat(failure.getAction()).contains("@Qualifier(\"mail\")");
	}

	@Test
	void shouldLeaveOtherMissingBeansToSpringBoot() {
		FailureAnalysis failure = failure(this.runner.withBean(NeedsRunnable.class));
		assertThat(failure.getDescription()).contains("java.lang.Runnable' that could not be found");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void shouldExplainWhenARealApplicationFails(CapturedOutput output) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		assertThatExceptionOfType(InvalidPropertyException.class)
			.isThrownBy(() -> application.run("--heddle.executors.mail.core-sizze=4"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property: heddle.executors.mail.core-sizze")
			.contains("Did you mean 'heddle.executors.mail.core-size'?");
	}

	private FailureAnalysis failure(ApplicationContextRunner runner) {
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		GenericApplicationContext[] context = new GenericApplicationContext[1];
		runner.withInitializer((initialized) -> context[0] = (GenericApplicationContext) initialized).run((failed) -> {
			assertThat(failed).hasFailed();
			analysis[0] = FailureAnalyses.of(failed.getStartupFailure(), context[0].getDefaultListableBeanFactory());
		});
		return analysis[0];
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class UserMail {

		@Bean
		ThreadPoolTaskExecutor mail() {
			return new ThreadPoolTaskExecutor();
		}

	}

	@AutoConfiguration(after = HeddleExecutorAutoConfiguration.class)
	static class LateMail {

		@Bean
		ThreadPoolTaskExecutor mail() {
			return new ThreadPoolTaskExecutor();
		}

	}

	static class ByConstructor {

		ByConstructor(NamedExecutor mail) {
		}

	}

	static class ByField {

		@Autowired
		private NamedExecutor report;

	}

	static class Misspelt {

		Misspelt(@Qualifier("reprot") NamedExecutor executor) {
		}

	}

	static class PlainExecutor {

		PlainExecutor(Executor mail) {
		}

	}

	static class NeedsRunnable {

		NeedsRunnable(Runnable mail) {
		}

	}

}
