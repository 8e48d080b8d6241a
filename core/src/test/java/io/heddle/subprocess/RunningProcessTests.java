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

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link RunningProcess}.
 */
class RunningProcessTests extends AbstractSubprocessTests {

	@Test
	void shouldTellWhetherItRuns() throws Exception {
		try (RunningProcess process = build(shell()).start(SubprocessInput.pipe(), "read line; exit 7")) {
			assertThat(process.isAlive()).isTrue();
			assertThat(process.poll()).isEmpty();
			assertThat(process.waitFor(Duration.ZERO)).isFalse();
			assertThat(process.onExit()).isNotDone();
			process.stdin().write('\n');
			process.stdin().close();
			assertThat(process.waitFor()).isEqualTo(7);
			assertThat(process.waitFor(Duration.ZERO)).isTrue();
			assertThat(process.poll()).hasValue(7);
			assertThat(process.isAlive()).isFalse();
			assertThat(process.onExit().join().exitCode()).isEqualTo(7);
		}
	}

	@Test
	void shouldGoOnWithoutLossAfterTimeoutOfCommunicate(@TempDir Path folder) throws Exception {
		Path gate = folder.resolve("gate");
		Subprocess policy = build(shell());
		try (RunningProcess process = policy.start(SubprocessInput.of("x".repeat(300_000)),
				"echo begin; while ! [ -e " + gate + " ]; do sleep 0.01; done; cat | wc -c; echo end >&2")) {
			Awaitility.await()
				.untilAsserted(() -> assertThatExceptionOfType(TimeoutExpiredException.class)
					.isThrownBy(() -> process.communicate(Duration.ofMillis(50)))
					.withMessageContaining("runs on")
					.satisfies((ex) -> assertThat(ex.stdout()).isEqualTo("begin\n")));
			assertThat(process.isAlive()).isTrue();
			Files.createFile(gate);
			CompletedProcess completed = process.communicate(Duration.ofSeconds(20));
			assertThat(completed.stdout()).isEqualTo("begin\n300000\n");
			assertThat(completed.stderr()).isEqualTo("end\n");
			assertThat(process.communicate()).isSameAs(completed);
		}
	}

	@Test
	void shouldNotWaitForProgramThatDoesNotReadItsInput() throws Exception {
		try (RunningProcess process = build(policy("/bin/sleep", "30")).start(SubprocessInput.pipe())) {
			for (int i = 0; i < 70; i++) {
				// the last ones stay in a buffer, for the pipe is full
				process.stdin().write(new byte[1_000]);
			}
			assertThatExceptionOfType(TimeoutExpiredException.class)
				.isThrownBy(() -> process.communicate(Duration.ofMillis(100)));
		}
	}

	@Test
	void shouldTalkToProgram() throws Exception {
		try (RunningProcess process = build(policy("/bin/cat")).start(SubprocessInput.pipe());
				OutputStream stdin = process.stdin()) {
			Iterator<String> lines = process.stdoutLines().iterator();
			for (String word : List.of("one", "two", "three")) {
				stdin.write((word + "\n").getBytes(StandardCharsets.UTF_8));
				stdin.flush();
				assertThat(lines.next()).isEqualTo(word);
			}
			stdin.close();
			assertThat(lines.hasNext()).isFalse();
			assertThat(process.communicate().stdout()).isEmpty();
		}
	}

	@Test
	void shouldReadBothStreamsLineByLine() throws Exception {
		try (RunningProcess process = build(shell()).start("echo a; echo b >&2; echo c")) {
			assertThat(process.stderrLines()).containsExactly("b");
			assertThat(process.stdoutLines()).containsExactly("a", "c");
			assertThatIllegalStateException().isThrownBy(process::stdoutLines);
		}
	}

	@Test
	void shouldGiveLinesThatWereWrittenBeforeTheyWereAskedFor() throws Exception {
		try (RunningProcess process = build(shell()).start("seq 100000")) {
			process.waitFor();
			assertThat(process.stdoutLines()).hasSize(100_000).startsWith("1").endsWith("100000");
		}
	}

	@Test
	void shouldNotStopReadingErrorWhileNobodyTakesTheOutput() throws Exception {
		try (RunningProcess process = build(shell()).start("yes >&1 & head -c 3000000 /dev/zero >&2; kill $!")) {
			process.stdoutLines();
			assertThat(process.waitFor(Duration.ofSeconds(20))).isTrue();
			assertThat(process.communicate().stderrBytes()).hasSize(3_000_000);
		}
	}

	@Test
	void shouldSendSignals() throws Exception {
		Subprocess policy = build(shell());
		try (RunningProcess process = policy
			.start("trap 'echo got it' USR1; echo ready; while true; do sleep 0.01; done")) {
			Iterator<String> lines = process.stdoutLines().iterator();
			assertThat(lines.next()).isEqualTo("ready");
			process.signal("SIGUSR1");
			assertThat(lines.next()).isEqualTo("got it");
			process.signal(10);
			assertThat(lines.next()).isEqualTo("got it");
			// not SIGHUP, which is ignored by whatever nohup has started
			process.signal("term");
			assertThat(process.waitFor()).isEqualTo(-15);
			process.signal("SIGUSR1");
			assertThatIllegalArgumentException().isThrownBy(() -> process.signal("SIGNONE"));
			assertThatIllegalArgumentException().isThrownBy(() -> process.signal(0));
		}
	}

	@Test
	void shouldTerminateAndKill(@TempDir Path folder) throws Exception {
		Path child = folder.resolve("child");
		Subprocess policy = build(shell());
		try (RunningProcess terminated = policy.start("exec sleep 30");
				RunningProcess killed = policy
					.start("trap '' TERM; sleep 30 & echo $! >" + child + "; wait; sleep 30")) {
			terminated.terminate();
			assertThat(terminated.waitFor()).isEqualTo(-15);
			long pid = pidIn(child);
			killed.kill();
			assertThat(killed.waitFor()).isEqualTo(-9);
			assertThat(isRunning(pid)).isFalse();
			killed.kill();
			terminated.terminate();
		}
	}

	@Test
	void shouldEndWithTheBlockThatStartedIt(@TempDir Path folder) throws Exception {
		Path child = folder.resolve("child");
		Subprocess policy = build(shell().maxConcurrent(1));
		RunningProcess process;
		try (RunningProcess started = policy.start("trap '' TERM; sleep 30 & echo $! >" + child + "; wait; sleep 30")) {
			process = started;
			assertThat(isRunning(pidIn(child))).isTrue();
		}
		assertThat(process.isAlive()).isFalse();
		assertThat(isRunning(pidIn(child))).isFalse();
		assertThat(policy.run("echo free").stdout()).isEqualTo("free\n");
	}

	@Test
	void shouldEndAtTimeoutOfPolicyAlthoughNobodyWaits() throws Exception {
		Subprocess policy = build(shell().timeout(Duration.ofSeconds(2)));
		try (RunningProcess process = policy.start("echo out; exec sleep 600")) {
			Awaitility.await().until(() -> !process.isAlive());
			assertThatExceptionOfType(TimeoutExpiredException.class).isThrownBy(process::waitFor)
				.satisfies((ex) -> assertThat(ex.stdout()).isEqualTo("out\n"));
			assertThatExceptionOfType(TimeoutExpiredException.class).isThrownBy(process::communicate);
			assertThat(process.poll()).hasValue(-15);
		}
	}

	@Test
	void shouldOfferOnlyWhatThereIs() throws Exception {
		Subprocess policy = build(policy("/bin/cat"));
		try (RunningProcess process = policy.command().stdout(OutputDestination.discard()).start()) {
			assertThatIllegalStateException().isThrownBy(process::stdin)
				.withMessageContaining("SubprocessInput.pipe()");
			assertThatIllegalStateException().isThrownBy(process::stdoutLines)
				.withMessageContaining("The standard output goes elsewhere");
		}
	}

}
