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

import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import io.heddle.autoconfigure.named.FailureAnalyses;
import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.autoconfigure.named.InvalidPropertyException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the properties that stop the start.
 */
class InvalidExecutorPropertyTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			&mail         | heddle.executors[&mail]         | Remove the '&'
			a/b           | heddle.executors[a/b]           | Replace the '/'
			environment   | heddle.executors.environment    | for example 'environmentExecutor'
			messageSource | heddle.executors.messageSource  | for example 'messageSourceExecutor'
			""")
	void shouldRejectNamesThatCannotBe(String name, String key, String action) {
		expect((failure) -> {
			assertThat(failure.getDescription()).contains("Property: " + key + System.lineSeparator());
			assertThat(failure.getAction()).contains(action);
		}, key + ".core-size=1");
	}

	@Test
	void shouldShowTheValueAsItWasWrittenAndItsOrigin() {
		expect((failure) -> assertThat(failure.getDescription()).contains("Value: \"-1s\"").contains("Origin: "),
				"heddle.executors.mail.task-timeout=${SOME_TIME:-1s}");
	}

	@Test
	void shouldWriteKeysSoThatTheyCanBePastedBack() {
		expect((failure) -> assertThat(failure.getDescription()).contains("Property: heddle.executors[a b].core-size"),
				"heddle.executors[a b].core-size=0");
	}

	@Test
	void shouldListExactlyTheKeysThatThereAre() {
		expect((failure) -> assertThat(failure.getAction()).endsWith("are: core-size, daemon, initializer, keep-alive, "
				+ "max-size, priority, propagate-context, queue-timeout, queue.capacity, queue.type, rejection, "
				+ "rejection-timeout, scaling, shutdown.await-termination, shutdown.period, stuck-after, "
				+ "task-timeout, thread-name-prefix, threads, track-callers"), "heddle.executors.mail.colour=red",
				"heddle.executors.mail.queue.type=fifo");
	}

	@Test
	void shouldSuggestTheInitializerThatWasMeant() {
		expect((failure) -> assertThat(failure.getAction()).startsWith("Did you mean 'warmUp'?"),
				"heddle.executors.mail.initializer=warmup");
	}

	@Test
	void shouldRejectUnknownDefaultsAlsoWithoutEntries() {
		expect((failure) -> assertThat(failure.getAction())
			.contains("Did you mean 'heddle.defaults.executors.max-size'?"), "heddle.defaults.executors.maxx-size=4");
	}

	@Test
	void shouldRejectInvalidDefaultsAlsoWithoutEntries() {
		expect((failure) -> assertThat(failure.getDescription())
			.contains("Property: heddle.defaults.executors.core-size")
			.contains("every executor"), "heddle.defaults.executors.core-size=0");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			heddle.executor.mail.core-size     | heddle.executor   | Did you mean 'heddle.executors'?
			heddle.default.executors.core-size | heddle.default    | Did you mean 'heddle.defaults'?
			heddle.queue.orders.capacity       | heddle.queue      | Did you mean 'heddle.queues'?
			heddle.process-pool.img.size       | heddle.process-pool | Did you mean 'heddle.process-pools'?
			heddle.subprocess.ffmpeg.timeout   | heddle.subprocess | Did you mean 'heddle.subprocesses'?
			heddle.processpool.img.size        | heddle.processpool | Did you mean 'heddle.process-pools'?
			heddle.defaults.executor.core-size | heddle.defaults.executor | Did you mean 'heddle.defaults.executors'?
									""")
	void shouldRejectKindsThatThereAreNot(String key, String unknown, String action) {
		expect((failure) -> {
			assertThat(failure.getDescription()).contains("The configuration of Heddle is invalid")
				.contains("Property: " + key + System.lineSeparator())
				.contains("Value: \"1\"")
				.contains("nobody reads what is below '" + unknown + "'");
			assertThat(failure.getAction()).contains(action);
		}, key + "=1", "heddle.executors.mail.core-size=1");
	}

	@Test
	void shouldTakeEverySpellingOfAKind() {
		HeddleRunner
			.create("heddle.processPools.a.size=1", "heddle.process_pools.b.size=1",
					"heddle.defaults.processPools.size=2", "heddle.EXECUTORS.mail.core-size=1")
			.run((context) -> assertThat(context).hasNotFailed().hasBean("a").hasBean("b").hasBean("mail"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "heddle.shared-memory.a.size", "heddle.managers.a.port", "heddle.photo-lab.width",
			"heddle.enabled" })
	void shouldLeaveAloneWhatIsCloseToNoKind(String key) {
		HeddleRunner.create(key + "=1", "heddle.executors.mail.core-size=1")
			.run((context) -> assertThat(context).hasNotFailed().hasBean("mail"));
	}

	@Test
	void shouldNotJudgeWhatElseTheJvmAndTheMachineHave() {
		HeddleRunner.create()
			.withSystemProperties("heddle.chaos.tasks=1")
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", Map.of("HEDDLE_HOME", "/opt"))))
			.run((context) -> assertThat(context).hasNotFailed());
		HeddleRunner.create().withSystemProperties("heddle.executor.mail.core-size=1").run((context) -> {
			assertThat(context).hasFailed();
			assertThat(FailureAnalyses.of(context.getStartupFailure()).getAction())
				.contains("Did you mean 'heddle.executors'?");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			core-size                 | 0          | needs at least one thread     | 1 or more
			core-size                 | -1         | needs at least one thread     | 1 or more
			max-size                  | 0          | needs at least one thread     | 1 or more
			queue.capacity            | 0          | room for at least one task    | 'handoff'
			rejection-timeout         | 1s         | only the rejection policy 'block' waits | 'block'
			rejection-timeout         | 0s         | longer than zero              | positive duration
			keep-alive                | -1s        | must not be negative          | zero or more
			queue-timeout             | 0s         | longer than zero              | positive duration
			task-timeout              | -5s        | longer than zero              | positive duration
			stuck-after               | 0ms        | longer than zero              | positive duration
			priority                  | 0          | between 1 and 10              | from 1 to 10
			priority                  | 11         | between 1 and 10              | from 1 to 10
			initializer               | nowhere    | no bean named 'nowhere'       | type Runnable
			initializer               | noRunnable | is no Runnable but a java.lang.StringBuilder | type Runnable
			shutdown.period           | 0s         | longer than zero              | positive duration
			""")
	void shouldNameKeyValueReasonAndWayOut(String key, String value, String reason, String action) {
		expect((failure) -> {
			assertThat(failure.getDescription()).contains("heddle.executors.mail." + key).contains(reason);
			assertThat(failure.getAction()).contains(action);
		}, "heddle.executors.mail." + key + "=" + value);
	}

	@Test
	void shouldRejectMaxSizeBelowCoreSize() {
		expect((failure) -> {
			assertThat(failure.getDescription()).contains("Property: heddle.executors.mail.max-size")
				.contains("Value: \"2\"")
				.contains("less than core-size, which is 4");
			assertThat(failure.getAction()).contains("Set 'heddle.executors.mail.max-size' to 4 or more")
				.contains("lower 'heddle.executors.mail.core-size' to 2 or less");
		}, "heddle.executors.mail.core-size=4", "heddle.executors.mail.max-size=2");
	}

	@Test
	void shouldNameTheDefaultThatIsInvalid() {
		expect((failure) -> assertThat(failure.getDescription())
			.contains("Property: heddle.defaults.executors.core-size")
			.contains("executor 'mail'"), "heddle.defaults.executors.core-size=0", "heddle.executors.mail.max-size=2");
	}

	@Test
	void shouldRejectCapacityOfAHandoffQueue() {
		expect((failure) -> assertThat(failure.getDescription()).contains("heddle.executors.mail.queue.capacity")
			.contains("'handoff'"), "heddle.executors.mail.queue.type=handoff",
				"heddle.executors.mail.queue.capacity=5");
	}

	@Test
	void shouldRejectPeriodWithoutAwaitTermination() {
		expect((failure) -> assertThat(failure.getDescription()).contains("heddle.executors.mail.shutdown.period")
			.contains("cancelled at once"), "heddle.executors.mail.shutdown.await-termination=false",
				"heddle.executors.mail.shutdown.period=5s");
	}

	@Test
	void shouldSuggestTheKeyThatWasMeant() {
		expect((failure) -> {
			assertThat(failure.getDescription()).contains("heddle.executors.mail.core-sizze")
				.contains("there is no such property");
			assertThat(failure.getAction()).contains("Did you mean 'heddle.executors.mail.core-size'?")
				.contains("max-size");
		}, "heddle.executors.mail.core-sizze=4");
	}

	@Test
	void shouldSuggestNestedKey() {
		expect((failure) -> assertThat(failure.getAction())
			.contains("Did you mean 'heddle.executors.mail.queue.capacity'?"),
				"heddle.executors.mail.queue.capasity=4");
	}

	@Test
	void shouldSuggestKeyOfTheDefaults() {
		expect((failure) -> assertThat(failure.getAction())
			.contains("Did you mean 'heddle.defaults.executors.max-size'?"), "heddle.defaults.executors.maxx-size=4",
				"heddle.executors.mail.core-size=1");
	}

	@Test
	void shouldListKnownKeysIfNoneIsClose() {
		expect((failure) -> assertThat(failure.getAction()).contains("Remove it").contains("stuck-after, task-timeout"),
				"heddle.executors.mail.colour=red");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			rejection  | abbort | CALLER_RUNS
			threads    | green  | VIRTUAL
			scaling    | up     | THREADS_FIRST
			queue.type | stack  | HANDOFF
			""")
	void shouldListTheAllowedValuesOfAnEnum(String key, String value, String allowed) {
		HeddleRunner.create("heddle.executors.mail." + key + "=" + value).run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = FailureAnalyses.of(context.getStartupFailure());
			assertThat(analysis.getCause()).isInstanceOf(BindException.class);
			assertThat(analysis.getDescription()).contains("Property: heddle.executors.mail." + key)
				.contains("Value: \"" + value + "\"");
			assertThat(analysis.getAction()).contains("The following values are valid").contains(allowed);
		});
	}

	@Test
	void shouldRejectAValueInPlaceOfAnEntry() {
		HeddleRunner.create("heddle.executors.mail=5")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("ExecutorProperties"));
	}

	@Test
	void shouldRejectABlankName() {
		expect((failure) -> assertThat(failure.getDescription()).contains("must not be blank"),
				"heddle.executors[ ].core-size=1");
	}

	@Test
	@EnabledForJreRange(max = JRE.JAVA_20)
	void shouldRejectVirtualThreadsOnOldJava() {
		expect((failure) -> {
			assertThat(failure.getDescription()).contains("heddle.executors.mail.threads")
				.contains("need Java 21")
				.contains("this is Java 17");
			assertThat(failure.getAction()).contains("'platform'");
		}, "heddle.executors.mail.threads=virtual");
	}

	@ParameterizedTest
	@EnabledForJreRange(min = JRE.JAVA_21)
	@CsvSource(delimiter = '|', textBlock = """
			queue.type | lifo  | order of submission
			rejection  | block | never blocks the submitter
			core-size  | 4     | not pooled
			""")
	void shouldRejectWhatVirtualThreadsCannotDo(String key, String value, String reason) {
		expect((failure) -> assertThat(failure.getDescription()).contains("heddle.executors.mail." + key)
			.contains("Value: \"" + value + "\"")
			.contains(reason), "heddle.executors.mail.threads=virtual", "heddle.executors.mail." + key + "=" + value);
	}

	private void expect(Consumer<FailureAnalysis> expectation, String... properties) {
		HeddleRunner.create(properties).withUserConfiguration(Beans.class).run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = FailureAnalyses.of(context.getStartupFailure());
			assertThat(analysis.getCause()).isInstanceOf(InvalidPropertyException.class);
			expectation.accept(analysis);
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		Runnable warmUp() {
			return () -> {
			};
		}

		@Bean
		StringBuilder noRunnable() {
			return new StringBuilder();
		}

	}

}
