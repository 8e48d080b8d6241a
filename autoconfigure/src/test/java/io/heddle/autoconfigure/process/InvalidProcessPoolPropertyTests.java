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

import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import io.heddle.autoconfigure.named.FailureAnalyses;
import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.autoconfigure.named.InvalidPropertyException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the properties of process pools that stop the start.
 */
class InvalidProcessPoolPropertyTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			size                           | 0          | at least one worker           | 1 or more
			size                           | -1         | at least one worker           | 1 or more
			size                           | 1025       | a JVM of its own              | 1024 or less
			spares                         | -1         | must not be negative          | 0 or more
			max-tasks-per-worker           | 0          | at least one task             | 1 or more
			max-worker-age                 | 0s         | longer than zero              | positive duration
			max-worker-memory              | 0MB        | more than zero                | '512MB'
			queue-timeout                  | 0s         | longer than zero              | positive duration
			task-timeout                   | -1m        | longer than zero              | positive duration
			stuck-after                    | 0s         | longer than zero              | positive duration
			kill-grace                     | -1s        | must not be negative          | zero or more
			retries                        | -1         | must not be negative          | 0 or more
			queue-capacity                 | 0          | room for at least one task    | 1 or more
			max-depth                      | 0          | the pool itself counts        | 1 or more
			spin                           | 2ms        | longer than 1 ms              | '50us'
			spin                           | -1ms       | must not be negative          | zero or more
			restart.max                    | 0          | at least one worker           | 1 or more
			restart.within                 | 0s         | longer than zero              | '1m'
			restart.backoff                | -1s        | must not be negative          | zero or more
			jvm.java-home                  | /nowhere   | no 'bin/java'                 | Java 17 or later
			jvm.max-heap                   | much       | not a size                    | '256m'
			jvm.max-heap                   | 1k         | at least 2m                   | '256m'
			jvm.options                    | Xss1m      | begins with '-'               | element of its own
			jvm.options                    | -cp        | which classes a worker has    | class path of the application
			jvm.options                    | -Xmx1g -Xms1g | several options in one   | element of its own
			jvm.options                    | -Da=b --add-modules=x | several options  | element of its own
			environment.allow              | A=B        | not the name                  | Correct or remove
			working-directory              | /nowhere   | no such folder                | Create the folder
			sources                        | com.acme.X | no such class                 | full name of a class
			sources                        | java.lang.String | a class of the JDK     | @Configuration
			serialization.allow            | **         | neither the name of a class   | 'com.acme.**'
			serialization.allow            | com.*.acme | neither the name of a class   | 'com.acme.**'
			serialization.max-size         | 1KB        | does not lie between 1MB and 2047MB | in that range
			serialization.max-size         | 4GB        | does not lie between 1MB and 2047MB | in that range
			shutdown.period                | 0s         | longer than zero              | positive duration
			""")
	void shouldNameKeyValueReasonAndWayOut(String key, String value, String reason, String action) {
		expect((failure) -> {
			assertThat(failure.getDescription()).contains("The configuration of a process pool is invalid")
				.contains("Property: heddle.process-pools.imaging." + key)
				.contains("Value: \"" + value + "\"")
				.contains("process pool 'imaging': ")
				.contains(reason);
			assertThat(failure.getAction()).contains(action);
		}, "heddle.process-pools.imaging." + key + "=" + value);
	}

	@Test
	void shouldSayThatANativeImageHasNoWorkers() {
		// once without, for Spring remembers it
		HeddleRunner.create().run((context) -> assertThat(context).hasNotFailed());
		System.setProperty("org.graalvm.nativeimage.imagecode", "runtime");
		try {
			HeddleRunner.create().run((context) -> assertThat(context).hasNotFailed());
			HeddleRunner.create("heddle.process-pools.imaging.start-method=thread")
				.run((context) -> assertThat(context).hasNotFailed());
			expect((failure) -> {
				assertThat(failure.getDescription()).contains("start-method")
					.contains("process pool 'imaging'")
					.contains("a native image has no classes");
				assertThat(failure.getAction()).contains("'thread'");
			}, "heddle.process-pools.imaging.size=1");
		}
		finally {
			System.clearProperty("org.graalvm.nativeimage.imagecode");
		}
	}

	@Test
	void shouldTakeOptionsWithBlanksInTheirValue() {
		HeddleRunner.create("heddle.process-pools.imaging.jvm.options[0]=-XX:OnOutOfMemoryError=kill -9 %p")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(classes = { Meta.class, Methods.class, Imports.class })
	void shouldTakeWhateverSpringTakesBeansFrom(Class<?> source) {
		HeddleRunner.create("heddle.process-pools.imaging.sources=" + source.getName())
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void shouldNameTheVariableThatCannotBe() {
		expect((failure) -> assertThat(failure.getDescription())
			.contains("Property: heddle.process-pools.imaging.environment.set")
			.contains("not the name of an environment variable"), "heddle.process-pools.imaging.environment.set[ ]=c");
	}

	@Test
	void shouldRejectAnAllowListThatNothingReads() {
		expect((failure) -> {
			assertThat(failure.getDescription()).contains("heddle.process-pools.imaging.environment.allow")
				.contains("environment.inherit is 'none'");
			assertThat(failure.getAction()).contains("'allow-list'");
		}, "heddle.process-pools.imaging.environment.inherit=none",
				"heddle.process-pools.imaging.environment.allow=PATH");
	}

	@Test
	void shouldRejectPeriodWithoutAwaitTermination() {
		expect((failure) -> assertThat(failure.getDescription())
			.contains("heddle.process-pools.imaging.shutdown.period")
			.contains("cancelled at once"), "heddle.process-pools.imaging.shutdown.await-termination=false",
				"heddle.process-pools.imaging.shutdown.period=5s");
	}

	@Test
	void shouldNameTheDefaultThatIsInvalid() {
		expect((failure) -> assertThat(failure.getDescription())
			.contains("Property: heddle.defaults.process-pools.size")
			.contains("process pool 'imaging'"), "heddle.defaults.process-pools.size=0",
				"heddle.process-pools.imaging.retries=2");
	}

	@Test
	void shouldRejectInvalidDefaultsAlsoWithoutEntries() {
		expect((failure) -> assertThat(failure.getDescription())
			.contains("Property: heddle.defaults.process-pools.size")
			.contains("every process pool"), "heddle.defaults.process-pools.size=0");
	}

	@Test
	void shouldSuggestTheKeyThatWasMeant() {
		expect((failure) -> assertThat(failure.getAction())
			.contains("Did you mean 'heddle.process-pools.imaging.max-tasks-per-worker'?"),
				"heddle.process-pools.imaging.max-task-per-worker=4");
	}

	@Test
	void shouldListExactlyTheKeysThatThereAre() {
		expect((failure) -> assertThat(failure.getAction())
			.endsWith("are: environment.allow, environment.inherit, environment.set, jvm.class-data-archive, "
					+ "jvm.java-home, jvm.max-heap, jvm.options, kill-grace, log, max-depth, max-tasks-per-worker, "
					+ "max-worker-age, max-worker-memory, propagate-context, queue-capacity, queue-timeout, "
					+ "restart.backoff, restart.max, restart.within, retries, serialization.allow, "
					+ "serialization.max-size, shutdown.await-termination, shutdown.period, size, sources, spares, "
					+ "spin, start, start-method, stuck-after, task-timeout, track-callers, working-directory"),
				"heddle.process-pools.imaging.colour=red");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			environment | heddle.process-pools.environment | for example 'environmentProcessPool'
			a/b         | heddle.process-pools[a/b]        | Replace the '/'
			""")
	void shouldRejectNamesThatCannotBe(String name, String key, String action) {
		expect((failure) -> {
			assertThat(failure.getDescription()).contains("Property: " + key + System.lineSeparator());
			assertThat(failure.getAction()).contains(action);
		}, key + ".size=1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			start-method        | fork  | WARM
			start               | soon  | EAGER
			log                 | file  | FORWARD
			environment.inherit | some  | ALLOW_LIST
			""")
	void shouldListTheAllowedValuesOfAnEnum(String key, String value, String allowed) {
		HeddleRunner.create("heddle.process-pools.imaging." + key + "=" + value).run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = FailureAnalyses.of(context.getStartupFailure());
			assertThat(analysis.getCause()).isInstanceOf(BindException.class);
			assertThat(analysis.getDescription()).contains("Property: heddle.process-pools.imaging." + key)
				.contains("Value: \"" + value + "\"");
			assertThat(analysis.getAction()).contains("The following values are valid").contains(allowed);
		});
	}

	private void expect(Consumer<FailureAnalysis> expectation, String... properties) {
		HeddleRunner.create(properties).run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = FailureAnalyses.of(context.getStartupFailure());
			assertThat(analysis.getCause()).isInstanceOf(InvalidPropertyException.class);
			expectation.accept(analysis);
		});
	}

	@SpringBootConfiguration
	static class Meta {

	}

	static class Methods {

		@Bean
		String bean() {
			return "";
		}

	}

	@Import(Methods.class)
	static class Imports {

	}

}
