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
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.ExitCodeEvent;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.executor.NamedExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ExecutorEnvironmentChangeListener}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ExecutorEnvironmentChangeListenerTests {

	@Test
	void shouldNotFailFurtherInAContextThatHasFailed(CapturedOutput output) {
		SpringApplication application = new SpringApplication(Failing.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		List<Integer> exitCodes = new ArrayList<>();
		application.addListeners((ApplicationListener<ExitCodeEvent>) (event) -> exitCodes.add(event.getExitCode()));
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> application.run("--heddle.executors.mail.core-size=1"));
		assertThat(exitCodes).containsExactly(42);
		assertThat(output).doesNotContain("Unable to close ApplicationContext");
	}

	@Test
	void shouldApplyWhatCanChangeWhileRunning(CapturedOutput output) {
		run((context) -> {
			change(context, "heddle.executors.mail.core-size=3", "heddle.executors.mail.max-size=6",
					"heddle.executors.mail.keep-alive=5s", "heddle.executors.mail.queue.capacity=11",
					"heddle.executors.mail.task-timeout=9s");
			NamedExecutor mail = context.getBean("mail", NamedExecutor.class);
			assertThat(mail.snapshot().corePoolSize()).isEqualTo(3);
			assertThat(mail.snapshot().maxPoolSize()).isEqualTo(6);
			assertThat(mail.snapshot().keepAlive()).hasSeconds(5);
			assertThat(mail.snapshot().queue().capacity()).isEqualTo(11);
			assertThat(mail.limits().taskTimeout()).hasSeconds(9);
			assertThat(output).doesNotContain("needs a restart");
		});
	}

	@Test
	void shouldApplyChangedDefaults() {
		run((context) -> {
			change(context, "heddle.defaults.executors.stuck-after=7s");
			assertThat(context.getBean("mail", NamedExecutor.class).limits().stuckAfter()).hasSeconds(7);
		});
	}

	@Test
	void shouldLeaveAloneWhatDidNotChange() {
		run((context) -> {
			NamedExecutor mail = context.getBean("mail", NamedExecutor.class);
			mail.resize(5, 7);
			change(context, "heddle.executors.mail.queue.capacity=11");
			assertThat(mail.snapshot().corePoolSize()).isEqualTo(5);
			assertThat(mail.snapshot().maxPoolSize()).isEqualTo(7);
			assertThat(mail.snapshot().queue().capacity()).isEqualTo(11);
		});
	}

	@Test
	void shouldWarnOfWhatNeedsARestart(CapturedOutput output) {
		run((context) -> {
			change(context, "heddle.executors.mail.rejection=discard", "heddle.executors.mail.priority=3",
					"heddle.executors.mail.core-size=2");
			assertThat(output)
				.contains("heddle.executors.mail.rejection, heddle.executors.mail.priority needs a restart");
			assertThat(context.getBean("mail", NamedExecutor.class).snapshot().corePoolSize()).isEqualTo(2);
		});
	}

	@Test
	void shouldWarnOfNewExecutors(CapturedOutput output) {
		run((context) -> {
			change(context, "heddle.executors.report.core-size=1");
			assertThat(output).contains("'report' was added");
			assertThat(context).doesNotHaveBean("report");
		});
	}

	@Test
	void shouldChangeNothingIfAValueIsInvalid(CapturedOutput output) {
		run((context) -> {
			change(context, "heddle.executors.mail.core-size=0", "heddle.executors.mail.task-timeout=9s");
			assertThat(output).contains("ERROR").contains("heddle.executors.mail.core-size").contains("1 or more");
			unchanged(context);
		});
	}

	@Test
	void shouldChangeNothingIfAValueCannotBeConverted(CapturedOutput output) {
		run((context) -> {
			change(context, "heddle.executors.mail.core-size=many", "heddle.executors.mail.task-timeout=9s");
			assertThat(output).contains("ERROR").contains("heddle.executors.mail.core-size");
			unchanged(context);
		});
	}

	@Test
	void shouldChangeNothingIfAKeyIsUnknown(CapturedOutput output) {
		run((context) -> {
			change(context, "heddle.executors.mail.core-sizze=4", "heddle.executors.mail.task-timeout=9s");
			assertThat(output).contains("Did you mean 'heddle.executors.mail.core-size'?");
			unchanged(context);
		});
	}

	private void unchanged(AssertableApplicationContext context) {
		NamedExecutor mail = context.getBean("mail", NamedExecutor.class);
		assertThat(mail.snapshot().corePoolSize()).isEqualTo(1);
		assertThat(mail.limits().taskTimeout()).isEqualTo(Duration.ofSeconds(60));
	}

	private void change(AssertableApplicationContext context, String... properties) {
		TestPropertyValues.of(properties).applyTo(context.getSourceApplicationContext());
		context.publishEvent(new EnvironmentChangeEvent(context, Set.of()));
	}

	private void run(Consumer<AssertableApplicationContext> consumer) {
		HeddleRunner
			.create("heddle.executors.mail.core-size=1", "heddle.executors.mail.max-size=4",
					"heddle.executors.mail.task-timeout=60s")
			.run(consumer::accept);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ TaskExecutionAutoConfiguration.class, HeddleExecutorAutoConfiguration.class })
	static class Failing {

		@Bean
		Object broken() {
			throw new WithExitCode();
		}

	}

	@SuppressWarnings("serial")
	static class WithExitCode extends RuntimeException implements ExitCodeGenerator {

		@Override
		public int getExitCode() {
			return 42;
		}

	}

}
