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

package io.heddle.archiving;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.heddle.subprocess.CompletedProcess;
import io.heddle.subprocess.OutputDestination;
import io.heddle.subprocess.OverflowPolicy;
import io.heddle.subprocess.RunningProcess;
import io.heddle.subprocess.Subprocess;
import io.heddle.subprocess.SubprocessInput;
import io.heddle.subprocess.TimeoutExpiredException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Proves what the page on subprocesses does without Spring.
 */
class PlainSubprocessTests {

	@Test
	void shouldBuildAPolicy(@TempDir Path folder) throws Exception {
		// tag::builder[]
		Subprocess checksum = Subprocess.builder("checksum")
			.command("sha256sum", "--")
			.allowArguments(List.of("[\\w-]+\\.jpg"))
			.workingDirectory(folder)
			.timeout(Duration.ofSeconds(10))
			.onOverflow(OverflowPolicy.KILL)
			.build();
		// end::builder[]
		try (checksum) {
			CompletedProcess missing = checksum.run("missing.jpg");
			assertThat(missing.exitCode()).isOne();
			assertThat(missing.stderr()).contains("missing.jpg");
		}
	}

	@Test
	void shouldFeedInputAndTakeLinesAsTheyCome() throws Exception {
		List<String> lines = new ArrayList<>();
		try (Subprocess sort = Subprocess.builder("sort").command("sort").build()) {
			// tag::lines[]
			sort.command()
				.input(SubprocessInput.of("pear\napple\n"))
				.stdout(OutputDestination.lines(lines::add))
				.run()
				.check();
			// end::lines[]
		}
		assertThat(lines).containsExactly("apple", "pear");
	}

	@Test
	void shouldTalkToAProcess() throws Exception {
		try (Subprocess cat = Subprocess.builder("cat").command("cat").build()) {
			List<String> answers = new ArrayList<>();
			// tag::start[]
			try (RunningProcess process = cat.start(SubprocessInput.pipe())) {
				process.stdin().write("hello\n".getBytes(StandardCharsets.UTF_8));
				process.stdin().close();
				process.stdoutLines().forEach(answers::add);
			}
			// end::start[]
			assertThat(answers).containsExactly("hello");
		}
	}

	@Test
	void shouldKeepWhatWasWrittenBeforeATimeout() throws Exception {
		try (Subprocess shell = Subprocess.builder("shell")
			.command("sh", "-c", "echo early; sleep 60")
			.timeout(Duration.ofSeconds(2))
			.build()) {
			assertThatExceptionOfType(TimeoutExpiredException.class).isThrownBy(shell::run)
				.satisfies((ex) -> assertThat(ex.stdout()).isEqualTo("early\n"));
		}
	}

}
