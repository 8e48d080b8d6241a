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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.executor.NamedExecutor;
import io.heddle.process.ProcessPool;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnqualifiedExecutorCheck}.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnqualifiedExecutorCheckTests {

	@ParameterizedTest
	@ValueSource(classes = { ByConstructor.class, ByField.class, ByMethod.class, ByBeanMethod.class })
	void shouldWarnOfTheTrap(Class<?> type, CapturedOutput output) {
		HeddleRunner.create("heddle.executors.mail.core-size=1").withUserConfiguration(type).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).containsOnlyOnce("no qualifier")
				.contains("WARN")
				.contains("'mail' in " + type.getName())
				.contains("'heddle.executors.mail'")
				.contains("@Qualifier(\"mail\")");
		});
	}

	@Test
	void shouldNotWarnOfQualifiedOrOtherNames(CapturedOutput output) {
		HeddleRunner.create("heddle.executors.mail.core-size=1")
			.withUserConfiguration(Qualified.class)
			.run((context) -> assertThat(output).doesNotContain("no qualifier"));
	}

	@ParameterizedTest
	@ValueSource(classes = { InAMap.class, InAList.class, InAnArray.class, ByAProvider.class, InAnOptional.class,
			NotRequired.class, NotRequiredMethod.class, NullableParameter.class })
	void shouldWarnOfWhatStaysEmpty(Class<?> type, CapturedOutput output) {
		HeddleRunner.create("heddle.executors.mail.core-size=1").withUserConfiguration(type).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).containsOnlyOnce("no qualifier")
				.contains("WARN")
				.contains("'mail' in " + type.getName())
				.contains("getBeansOfType(NamedExecutor.class)");
		});
	}

	@Test
	void shouldNotWarnOfOwnTypesOfWhichNoneIsConfigured(CapturedOutput output) {
		HeddleRunner.create("heddle.executors.mail.core-size=1")
			.withUserConfiguration(PoolsInAList.class)
			.run((context) -> assertThat(output).doesNotContain("no qualifier"));
	}

	@Test
	void shouldNotWarnWithoutExecutors(CapturedOutput output) {
		HeddleRunner.create()
			.withUserConfiguration(ByConstructor.class)
			.run((context) -> assertThat(output).doesNotContain("no qualifier"));
	}

	@Configuration(proxyBeanMethods = false)
	static class ByConstructor {

		ByConstructor(ThreadPoolTaskExecutor mail) {
		}

	}

	static class ByField {

		@Autowired
		private Executor mail;

	}

	static class ByMethod {

		@Autowired
		void setExecutor(AsyncTaskExecutor mail) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByBeanMethod {

		@Bean
		String text(Executor mail) {
			return "";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Qualified {

		@Qualifier("mail")
		@Autowired
		private Executor mail;

		Qualified(@Qualifier("mail") Executor mail, Executor other) {
		}

		@Bean
		String text(@Qualifier("mail") Executor mail, String mailAddress) {
			return "";
		}

		@Bean
		String mailAddress() {
			return "";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InAMap {

		InAMap(Map<String, NamedExecutor> mail) {
		}

	}

	static class InAList {

		@Autowired(required = false)
		private List<NamedExecutor> mail;

	}

	@Configuration(proxyBeanMethods = false)
	static class InAnArray {

		InAnArray(NamedExecutor[] mail) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByAProvider {

		@Bean
		String text(ObjectProvider<NamedExecutor> mail) {
			return "";
		}

	}

	static class InAnOptional {

		@Autowired
		private Optional<NamedExecutor> mail;

	}

	static class NotRequired {

		@Autowired(required = false)
		private NamedExecutor mail;

	}

	static class NotRequiredMethod {

		@Autowired(required = false)
		void setExecutor(NamedExecutor mail) {
		}

	}

	static class NullableParameter {

		@Autowired
		void setExecutor(@Nullable NamedExecutor mail) {
		}

	}

	static class PoolsInAList {

		@Autowired(required = false)
		private List<ProcessPool> pools;

	}

}
