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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for what processes read and write.
 */
class SubprocessOutputTests extends AbstractSubprocessTests {

	private static final int LARGE = 5_000_000;

	@Test
	void shouldTakeLargeOutputOnBothStreams() throws Exception {
		Subprocess policy = build(shell());
		String script = "head -c " + LARGE + " /dev/zero & head -c " + LARGE + " /dev/zero >&2; wait";
		for (CompletedProcess process : List.of(policy.run(script), policy.runAsync(script).join())) {
			assertThat(process.stdoutBytes()).hasSize(LARGE);
			assertThat(process.stderrBytes()).hasSize(LARGE);
		}
	}

	@Test
	void shouldPassLargeInputThrough() throws Exception {
		byte[] input = new byte[LARGE];
		new Random(17).nextBytes(input);
		Subprocess policy = build(policy("/bin/cat"));
		assertThat(Arrays.equals(policy.run(SubprocessInput.of(input)).stdoutBytes(), input)).isTrue();
		assertThat(Arrays
			.equals(policy.runAsync(SubprocessInput.of(new ByteArrayInputStream(input))).join().stdoutBytes(), input))
			.isTrue();
	}

	@Test
	void shouldPassInputOfEverySizeThrough() throws Exception {
		Subprocess policy = build(policy("/bin/cat"));
		for (int size : new int[] { 0, 1, 4095, 4096, 4097, 65535, 65536, 65537, 200_000 }) {
			assertThat(policy.run(SubprocessInput.of("x".repeat(size))).stdout()).hasSize(size);
		}
	}

	@Test
	void shouldNotMindProgramThatDoesNotReadItsInput() throws Exception {
		Subprocess policy = build(shell());
		for (int size : new int[] { 100, LARGE }) {
			SubprocessInput input = SubprocessInput.of(new byte[size]);
			assertThat(policy.run(input, "exit 0").exitCode()).isZero();
			assertThat(policy.run(input, "exec <&-; sleep 0.1; echo done").stdout()).isEqualTo("done\n");
			assertThat(policy.run(input, "head -c 10 >/dev/null").exitCode()).isZero();
		}
	}

	@Test
	void shouldReadInputFromFile(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("file"), "content");
		Subprocess policy = build(policy("/bin/cat"));
		assertThat(policy.run(SubprocessInput.of(file)).stdout()).isEqualTo("content");
		assertThatExceptionOfType(SubprocessStartException.class)
			.isThrownBy(() -> policy.run(SubprocessInput.of(folder.resolve("missing"))));
	}

	@Test
	void shouldFindNoInputByDefault() throws Exception {
		assertThat(build(policy("/bin/cat")).run().stdout()).isEmpty();
	}

	@Test
	void shouldReportInputThatCannotBeRead() {
		Subprocess policy = build(policy("/bin/cat"));
		InputStream broken = new InputStream() {

			@Override
			public int read() throws IOException {
				throw new IOException("broken");
			}

		};
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> policy.run(SubprocessInput.of(broken)))
			.withStackTraceContaining("broken");
		assertThat(policy.snapshot().running()).isZero();
	}

	@Test
	void shouldReportInputThatThrowsError() {
		Subprocess policy = build(policy("/bin/cat"));
		InputStream broken = new InputStream() {

			@Override
			public int read() {
				throw new AssertionError("broken");
			}

		};
		assertThatIllegalStateException().isThrownBy(() -> policy.run(SubprocessInput.of(broken)))
			.withCauseInstanceOf(AssertionError.class)
			.withStackTraceContaining("broken");
		assertThat(policy.snapshot().counts().succeeded()).isZero();
		assertThat(policy.snapshot().counts().failed()).isOne();
	}

	@Test
	void shouldLetGoOfInputThatDoesNotEnd() throws Exception {
		Subprocess policy = build(shell());
		String script = "read line; echo $line";
		EndlessInput waitedFor = new EndlessInput();
		assertThat(policy.run(SubprocessInput.of(waitedFor), script).check().stdout()).isEqualTo("x\n");
		waitedFor.awaitEnd();
		EndlessInput inBackground = new EndlessInput();
		assertThat(policy.runAsync(SubprocessInput.of(inBackground), script).join().check().stdout()).isEqualTo("x\n");
		inBackground.awaitEnd();
		assertThat(policy.snapshot().counts().failed()).isZero();
	}

	@Test
	void shouldRefusePipeToWhichNobodyCouldWrite() {
		assertThatIllegalArgumentException().isThrownBy(() -> build(policy("/bin/cat")).run(SubprocessInput.pipe()))
			.withMessageContaining("Call start()");
	}

	@Test
	void shouldKeepBeginningOfLongOutput() throws Exception {
		RecordingListener listener = new RecordingListener();
		Subprocess policy = build(shell().maxOutput(1000).listener(listener));
		String script = "printf begin; head -c 3000000 /dev/zero; echo err >&2";
		for (CompletedProcess process : List.of(policy.run(script), policy.runAsync(script).join())) {
			assertThat(process.stdoutBytes()).hasSize(1000);
			assertThat(process.stdout()).startsWith("begin");
			assertThat(process.stderr()).isEqualTo("err\n");
			assertThat(process.truncated()).isTrue();
			assertThat(process.isSuccess()).isTrue();
		}
		assertThat(listener.truncated).hasSize(2).allSatisfy((finished) -> {
			assertThat(finished.truncated()).isTrue();
			assertThat(finished.outputBytes()).isEqualTo(3_000_009);
		});
		assertThat(policy.snapshot().counts().truncated()).isEqualTo(2);
	}

	@Test
	void shouldNotTakeOutputOfExactlyTheLimitForTruncated() throws Exception {
		CompletedProcess process = build(policy("/usr/bin/printf").maxOutput(4)).run("1234");
		assertThat(process.stdout()).isEqualTo("1234");
		assertThat(process.truncated()).isFalse();
	}

	@Test
	void shouldBoundEndlessOutput() {
		Subprocess policy = build(policy("/usr/bin/yes").maxOutput(1 << 20).timeout(Duration.ofSeconds(1)));
		assertThatExceptionOfType(TimeoutExpiredException.class).isThrownBy(policy::run)
			.satisfies((ex) -> assertThat(ex.stdout()).hasSize(1 << 20));
		assertThat(policy.finished().get(0).outputBytes()).isGreaterThan(10 << 20);
	}

	@Test
	void shouldEndProcessThatWritesTooMuchIfThePolicySaysSo() {
		Subprocess policy = build(shell().maxOutput(1 << 20).onOverflow(OverflowPolicy.KILL));
		assertThatExceptionOfType(OutputLimitExceededException.class).isThrownBy(() -> policy.run("yes; sleep 30"))
			.withMessageContaining("wrote more than 1048576 bytes")
			.satisfies((ex) -> {
				assertThat(ex.stdout()).hasSize(1 << 20);
				assertThat(isRunning(ex.pid())).isFalse();
			});
		assertThat(policy.runAsync("yes")).failsWithin(Duration.ofSeconds(10))
			.withThrowableThat()
			.withCauseInstanceOf(OutputLimitExceededException.class);
		assertThat(policy.snapshot().counts().failed()).isEqualTo(2);
	}

	@Test
	void shouldMergeErrorIntoOutputInOrder() throws Exception {
		CompletedProcess process = build(shell()).command("echo 1; echo 2 >&2; echo 3").mergeStderr().run();
		assertThat(process.stdout()).isEqualTo("1\n2\n3\n");
		assertThat(process.stderr()).isEmpty();
	}

	@Test
	void shouldDiscardOutput() throws Exception {
		CompletedProcess process = build(shell()).command("echo 1; l=$(readlink /proc/$$/fd/1); echo $l >&2")
			.stdout(OutputDestination.discard())
			.run();
		assertThat(process.stdout()).isEmpty();
		assertThat(process.stderr()).isEqualTo("/dev/null\n");
	}

	@Test
	void shouldWriteOutputToFile(@TempDir Path folder) throws Exception {
		Path file = folder.resolve("file");
		Subprocess policy = build(policy("/bin/echo"));
		policy.command("one").stdout(OutputDestination.file(file)).run().check();
		policy.command("two").stdout(OutputDestination.file(file)).run().check();
		policy.command("three").stdout(OutputDestination.appendTo(file)).run().check();
		assertThat(file).hasContent("two\nthree\n");
	}

	@Test
	void shouldGiveLinesToConsumerAsTheyCome() throws Exception {
		List<String> out = new ArrayList<>();
		List<String> err = new ArrayList<>();
		build(shell()).command("printf 'a\\r\\n\\nb\\303'; sleep 0.2; printf '\\244\\nend'; echo err >&2")
			.stdout(OutputDestination.lines(out::add))
			.stderr(OutputDestination.lines(err::add))
			.run()
			.check();
		assertThat(out).containsExactly("a", "", "bä", "end");
		assertThat(err).containsExactly("err");
	}

	@Test
	void shouldGiveLinesToConsumerInTheBackground() {
		List<String> lines = new CopyOnWriteArrayList<>();
		Subprocess policy = build(shell());
		var future = policy.command("echo first; sleep 30").stdout(OutputDestination.lines(lines::add)).runAsync();
		Awaitility.await().until(() -> lines.equals(List.of("first")));
		assertThat(future).isNotDone();
		future.cancel(true);
	}

	@Test
	void shouldEndProcessWhoseConsumerFails() {
		Subprocess policy = build(policy("/usr/bin/yes").timeout(Duration.ofSeconds(30)));
		SubprocessCommand command = policy.command().stdout(OutputDestination.lines((line) -> {
			throw new IllegalStateException("no " + line);
		}));
		assertThatIllegalStateException().isThrownBy(command::run).withMessage("no y");
		assertThat(command.runAsync()).failsWithin(Duration.ofSeconds(10))
			.withThrowableThat()
			.withCauseInstanceOf(IllegalStateException.class);
		assertThat(policy.snapshot().running()).isZero();
		assertThat(policy.snapshot().counts().succeeded()).isZero();
	}

	@Test
	void shouldCountRunWhoseConsumerThrowsError() {
		RecordingListener listener = new RecordingListener();
		Subprocess policy = build(shell().listener(listener));
		for (String script : List.of("yes", "printf end")) {
			SubprocessCommand command = policy.command(script).stdout(OutputDestination.lines((line) -> {
				throw new AssertionError("no " + line);
			}));
			assertThatExceptionOfType(AssertionError.class).isThrownBy(command::run).withMessageStartingWith("no ");
			assertThat(command.runAsync()).failsWithin(Duration.ofSeconds(10))
				.withThrowableThat()
				.withStackTraceContaining("no ");
		}
		assertThat(policy.snapshot().running()).isZero();
		assertThat(policy.snapshot().counts().started()).isEqualTo(4);
		assertThat(policy.snapshot().counts().failed()).isEqualTo(4);
		assertThat(listener.failed).hasSize(4).noneMatch(FinishedSubprocess::success);
		assertThat(policy.finished()).hasSize(4);
	}

	@Test
	void shouldCountRunWhoseLastWordsAreTooLongForRedaction() throws Exception {
		Subprocess policy = build(shell().redact(List.of("(x|y)*z")));
		CompletedProcess process = policy.run("head -c 60000 /dev/zero | tr '\\0' x; exit 1");
		assertThatExceptionOfType(CalledProcessException.class).isThrownBy(process::check)
			.withMessageContaining("******")
			.withMessageNotContaining("xxx");
		assertThat(policy.snapshot().counts().failed()).isOne();
	}

	@Test
	void shouldPassNoVariablesButThoseThatAreSet() throws Exception {
		Subprocess policy = build(policy("/usr/bin/env").environment(Map.of("A", "b c", "E", "")));
		assertThat(policy.run().stdout().lines()).containsExactlyInAnyOrder("A=b c", "E=");
		assertThat(build(policy("/usr/bin/env")).run().stdout()).isEmpty();
	}

	@Test
	void shouldPassVariablesOfAllowListAndNoOthers() throws Exception {
		Subprocess policy = build(policy("/usr/bin/env").inheritEnvironment(EnvironmentInheritance.ALLOW_LIST)
			.allowEnvironment(List.of("PATH", "NO_SUCH_VARIABLE"))
			.environment(Map.of("A", "b")));
		assertThat(policy.run().stdout().lines()).containsExactlyInAnyOrder("PATH=" + System.getenv("PATH"), "A=b");
	}

	@Test
	void shouldPassAllVariables() throws Exception {
		Subprocess policy = build(policy("/usr/bin/env", "-0").inheritEnvironment(EnvironmentInheritance.ALL));
		String text = new String(policy.run().stdoutBytes(), StandardCharsets.UTF_8);
		List<String> names = Arrays.stream(text.split("\0")).map((entry) -> entry.split("=", 2)[0]).toList();
		assertThat(names).containsExactlyInAnyOrderElementsOf(System.getenv().keySet());
	}

	@Test
	void shouldReadLinesOfProcessWhileItRuns() throws Exception {
		Subprocess policy = build(shell());
		try (RunningProcess process = policy.start("i=0; while true; do echo $i; i=$((i+1)); done")) {
			// more than a pipe and the buffers hold, so the process has to wait for us
			List<String> lines = process.stdoutLines().limit(200_000).toList();
			assertThat(lines.get(199_999)).isEqualTo("199999");
			assertThat(Collections.frequency(lines, "0")).isEqualTo(1);
		}
	}

	/**
	 * Gives a line and then nothing, but does not end.
	 */
	private static final class EndlessInput extends InputStream {

		private final CountDownLatch interrupted = new CountDownLatch(1);

		private final CountDownLatch closed = new CountDownLatch(1);

		private boolean given;

		@Override
		public int read() throws IOException {
			try {
				// to be closed would not wake it
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				this.interrupted.countDown();
				throw new InterruptedIOException();
			}
			return -1;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			if (this.given) {
				return read();
			}
			this.given = true;
			target[offset] = 'x';
			target[offset + 1] = '\n';
			return 2;
		}

		@Override
		public void close() {
			this.closed.countDown();
		}

		void awaitEnd() throws InterruptedException {
			assertThat(this.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
			assertThat(this.closed.await(10, TimeUnit.SECONDS)).isTrue();
		}

	}

}
