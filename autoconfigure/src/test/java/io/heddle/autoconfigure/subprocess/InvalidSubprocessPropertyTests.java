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

package io.heddle.autoconfigure.subprocess;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.support.GenericApplicationContext;

import io.heddle.autoconfigure.named.FailureAnalyses;
import io.heddle.autoconfigure.named.HeddleRunner;
import io.heddle.subprocess.Subprocess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the properties of subprocess policies that stop the start.
 */
class InvalidSubprocessPropertyTests {

	private static final String COMMAND = "heddle.subprocesses.shell.command=sh";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					command               | no-such-program | There is no executable file of that name in any absolute folder of PATH | absolute path
					command               | /no/such/program | There is no such file     | absolute path
					command               | /tmp          | It is a folder               | absolute path
					allow-arguments       | [a-           | not a regular expression: Illegal character range | single quotes
					allow-arguments[0]    | *.mp4         | Dangling meta character '*' near index 0 | Correct it
					redact                | (secret       | not a regular expression: Unclosed group | Correct it
					timeout               | 0s            | longer than zero             | positive duration
					timeout               | -2s           | longer than zero             | positive duration
					kill-grace            | -1s           | must not be negative         | zero or more
					max-concurrent        | 0             | no process could ever run    | 1 or more
					max-concurrent        | -3            | no process could ever run    | 1 or more
					max-output            | 0B            | more than zero               | '10MB'
					max-output            | -1MB          | more than zero               | '10MB'
					max-output            | 2GB           | 'max-output' must be between 1 and | Correct it
					success-exit-codes    | 256           | 'success-exit-codes' has 256 | from 0 to 255
					success-exit-codes    | -1            | 'success-exit-codes' has -1  | from 0 to 255
					working-directory     | /nowhere      | which is no folder           | Create it
					environment.allow     | LANG          | environment.inherit is 'none' | to 'allow-list' or remove
					""")
	void shouldNameKeyValueReasonAndWayOut(String key, String value, String reason, String action) {
		expect((failure) -> {
			assertThat(failure.getDescription()).contains("The configuration of a subprocess policy is invalid")
				.contains("Property: heddle.subprocesses.shell." + key.replace("[0]", ""))
				.contains("Value: \"" + value + "\"")
				.contains("subprocess policy 'shell': ")
				.contains(reason);
			assertThat(failure.getAction()).contains(action);
		}, COMMAND, "heddle.subprocesses.shell." + key + "=" + value);
	}

	@Test
	void shouldSayWhoseFileIsNotExecutable(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("notes.txt"), "Buy milk");
		expect((failure) -> assertThat(failure.getDescription()).contains("heddle.subprocesses.shell.command")
			.contains(file.toString())
			.contains("The file is not executable"), "heddle.subprocesses.shell.command=" + file);
	}

	@ParameterizedTest
	@ValueSource(strings = { "heddle.subprocesses.shell.timeout=1s", "heddle.subprocesses.shell.command=",
			"heddle.subprocesses.shell=" })
	void shouldAskForTheCommand(String property) {
		expect((failure) -> {
			assertThat(failure.getDescription()).contains("Property: heddle.subprocesses.shell.command")
				.contains("it is not set");
			assertThat(failure.getAction()).contains("'[ffmpeg, -nostdin]'");
		}, property);
	}

	@Test
	void shouldWantExitCodesOfSuccess() {
		expect((failure) -> assertThat(failure.getDescription()).contains("success-exit-codes")
			.contains("must not be empty"), COMMAND, "heddle.subprocesses.shell.success-exit-codes=");
	}

	@Test
	void shouldListTheValuesThatThereAre() {
		expect((failure) -> assertThat(failure.getAction()).contains("KILL", "TRUNCATE"), COMMAND,
				"heddle.subprocesses.shell.on-overflow=ignore");
		expect((failure) -> assertThat(failure.getAction()).contains("ALL", "ALLOW_LIST", "NONE"), COMMAND,
				"heddle.subprocesses.shell.environment.inherit=some");
	}

	@Test
	void shouldRefuseVariablesWithoutAName() {
		expect((failure) -> assertThat(failure.getDescription()).contains("heddle.subprocesses.shell.environment.allow")
			.contains("Value: \"A=B\"")
			.contains("not the name of an environment variable"), COMMAND,
				"heddle.subprocesses.shell.environment.inherit=allow-list",
				"heddle.subprocesses.shell.environment.allow=A=B");
	}

	@Test
	void shouldNotShowArgumentsOfProgramThatIsNotThere() {
		expect((failure) -> assertThat(failure.getDescription()).contains("Value: \"no-such-program\"")
			.contains("Property: heddle.subprocesses.shell.command")
			.doesNotContain("hunter2"), "heddle.subprocesses.shell.command=no-such-program,--password=hunter2",
				"heddle.subprocesses.shell.redact=--password=.*");
		expect((failure) -> assertThat(failure.getDescription()).contains("'command' has a part which is not possible")
			.doesNotContain("hunter2"), "heddle.subprocesses.shell.command=sh,--password=hunter2,a\0b");
	}

	@ParameterizedTest
	@CsvSource({ "heddle.subprocesses.shell, SECRET, .SECRET", "heddle.defaults.subprocesses, SECRET, .SECRET",
			"heddle.subprocesses.shell, MY_SECRET, [MY_SECRET]" })
	void shouldNotShowValueOfVariableThatIsNotPossible(String prefix, String name, String key) {
		expect((failure) -> {
			assertThat(failure.getDescription()).contains("Property: " + prefix + ".environment.set" + key)
				.contains("a NUL in it, which no program can get")
				.doesNotContain("hunter2");
			assertThat(failure.getAction()).isEqualTo("Correct or remove the value.");
		}, COMMAND, prefix + ".environment.set[" + name + "]=hunter2\0x");
	}

	@Test
	void shouldAllowEmptyWords() {
		HeddleRunner
			.create("heddle.subprocesses.shell.command[0]=printf", "heddle.subprocesses.shell.command[1]=[%s]",
					"heddle.subprocesses.shell.command[2]=", "heddle.subprocesses.shell.allow-arguments[0]=",
					"heddle.subprocesses.shell.allow-arguments[1]=a")
			.run((context) -> {
				Subprocess shell = context.getBean("shell", Subprocess.class);
				assertThat(shell.run("", "a").check().stdout()).isEqualTo("[][][a]");
			});
	}

	@Test
	void shouldRefuseEmptyRedaction() {
		expect((failure) -> assertThat(failure.getDescription()).contains("Property: heddle.subprocesses.shell.redact")
			.contains("found everywhere"), COMMAND, "heddle.subprocesses.shell.redact[0]=");
	}

	@Test
	void shouldSuggestTheKeyThatWasMeant() {
		expect((failure) -> assertThat(failure.getAction())
			.contains("Did you mean 'heddle.subprocesses.shell.allow-arguments'?"), COMMAND,
				"heddle.subprocesses.shell.allow-argument=a");
	}

	@Test
	void shouldBlameTheDefaultsForWhatIsInherited() {
		expect((failure) -> assertThat(failure.getDescription())
			.contains("Property: heddle.defaults.subprocesses.timeout"), COMMAND,
				"heddle.defaults.subprocesses.timeout=0s");
		expect((failure) -> assertThat(failure.getDescription()).contains("every subprocess policy"),
				"heddle.defaults.subprocesses.max-concurrent=0");
	}

	@Test
	void shouldRefuseANameThatIsTaken() {
		expect((failure) -> assertThat(failure.getDescription())
			.contains("The subprocess policy 'mail', configured by the property 'heddle.subprocesses.mail'")
			.contains("heddle.executors.mail"), "heddle.subprocesses.mail.command=sh",
				"heddle.executors.mail.core-size=1");
	}

	@Test
	void shouldNotLookForProgramsAndFoldersAheadOfTime() {
		System.setProperty(AbstractAotProcessor.AOT_PROCESSING, "true");
		try (GenericApplicationContext aot = new GenericApplicationContext()) {
			TestPropertyValues
				.of("heddle.subprocesses.shell.command=no-such-program",
						"heddle.subprocesses.shell.working-directory=/nowhere")
				.applyTo(aot);
			aot.registerBean(HeddleSubprocessAutoConfiguration.class);
			AnnotationConfigUtils.registerAnnotationConfigProcessors(aot);
			aot.refreshForAotProcessing(new RuntimeHints());
			assertThat(aot.containsBeanDefinition("heddleSubprocessLifecycle")).isTrue();
		}
		finally {
			System.clearProperty(AbstractAotProcessor.AOT_PROCESSING);
		}
	}

	private void expect(Consumer<FailureAnalysis> expectation, String... properties) {
		HeddleRunner.create(properties).run((context) -> {
			assertThat(context).hasFailed();
			expectation.accept(FailureAnalyses.of(context.getStartupFailure()));
		});
	}

}
