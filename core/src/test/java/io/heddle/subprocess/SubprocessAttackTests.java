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

package io.heddle.subprocess;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what somebody could try who chooses the arguments, or the program's output.
 */
class SubprocessAttackTests extends AbstractSubprocessTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "a.txt; touch pwned", "a.txt\ntouch pwned", "a.txt|touch pwned", "a.txt&touch pwned",
			"$(touch pwned)", "`touch pwned`", "a.txt>pwned", "${IFS}", "*.txt", "~/a.txt", "'a.txt'", "-opwned.txt",
			"--output=pwned.txt", "--output", "-o", "-", "../a.txt", "a/../../a.txt", "/etc/../etc/passwd.txt",
			"a.txt\0", "" })
	void shouldStartNothingForArgumentThatIsNotAllowed(String argument) throws Exception {
		RecordingListener listener = new RecordingListener();
		Subprocess policy = build(policy("/usr/bin/sort").allowArguments(List.of("[\\w./-]+\\.txt"))
			.workingDirectory(this.folder)
			.listener(listener));
		Files.writeString(this.folder.resolve("a.txt"), "content");
		assertThatExceptionOfType(ArgumentRejectedException.class).isThrownBy(() -> policy.run("a.txt", argument))
			.satisfies((ex) -> assertThat(ex.index()).isEqualTo(1));
		assertThatExceptionOfType(ArgumentRejectedException.class).isThrownBy(() -> policy.runAsync(argument));
		assertThatExceptionOfType(ArgumentRejectedException.class).isThrownBy(() -> policy.start(argument));
		assertThatExceptionOfType(ArgumentRejectedException.class)
			.isThrownBy(() -> Pipeline.of(policy.command("a.txt"), policy.command(argument)).run());
		assertThat(policy.snapshot().counts().started()).isZero();
		assertThat(policy.snapshot().counts().refused()).isEqualTo(4);
		assertThat(listener.refused).hasSize(4);
		assertThat(this.folder).isDirectoryContaining("glob:**a.txt").isDirectoryNotContaining("glob:**pwned*");
		assertThat(policy.run("a.txt").stdout()).isEqualTo("content\n");
	}

	@Test
	void shouldRunNothingThatAnArgumentSays() throws Exception {
		Subprocess policy = build(policy("/usr/bin/printf", "%s\\n").workingDirectory(this.folder));
		String[] arguments = { "a; touch pwned", "$(touch pwned)", "`touch pwned`", "a\ntouch pwned", "| touch pwned",
				"> pwned" };
		assertThat(policy.run(arguments).stdout()).isEqualTo(String.join("\n", arguments) + "\n");
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void shouldEndProcessThatWritesTenGigabytes() {
		Subprocess policy = build(
				policy("/usr/bin/head", "-c", "10G", "/dev/zero").maxOutput(1 << 20).onOverflow(OverflowPolicy.KILL));
		assertThatExceptionOfType(OutputLimitExceededException.class).isThrownBy(policy::run);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> policy.runAsync().join())
			.withCauseInstanceOf(OutputLimitExceededException.class);
		assertThat(policy.finished()).hasSize(2)
			.allSatisfy((finished) -> assertThat(finished.outputBytes()).isLessThan(1L << 30));
	}

	@Test
	void shouldKeepNoMoreInMemoryThanThePolicyAllows() throws Exception {
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx32m", "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				Reader.class.getName())
			.redirectErrorStream(true)
			.start();
		try {
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor()).as(output).isZero();
			assertThat(output.lines()).endsWith("1048576", "1048576", "8192");
		}
		finally {
			process.destroyForcibly();
		}
	}

	/**
	 * An application with little memory that reads many times as much: as a whole, in the
	 * background, and as a line without an end.
	 */
	public static final class Reader {

		private static final int MUCH = 512 << 20;

		private Reader() {
		}

		public static void main(String[] args) throws Exception {
			try (Subprocess head = Subprocess.builder("head")
				.command("head", "-c", String.valueOf(MUCH), "/dev/zero")
				.maxOutput(1 << 20)
				.timeout(Duration.ofMinutes(1))
				.build()) {
				System.out.println(head.run().check().stdoutBytes().length);
				System.out.println(head.runAsync().join().check().stdoutBytes().length);
				AtomicLong lines = new AtomicLong();
				head.command().stdout(OutputDestination.lines((line) -> lines.incrementAndGet())).run().check();
				System.out.println(lines);
			}
		}

	}

}
