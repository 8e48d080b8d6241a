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

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Pipeline}.
 */
class PipelineTests extends AbstractSubprocessTests {

	@Test
	void shouldConnectPrograms() throws Exception {
		Subprocess sort = build(policy("/usr/bin/sort"));
		Subprocess uniq = build(policy("/usr/bin/uniq"));
		CompletedPipeline pipeline = Pipeline.of(sort.command(), uniq.command("-c"))
			.input(SubprocessInput.of("b\na\nb\n"))
			.run()
			.check();
		assertThat(pipeline.stdout().lines().map(String::strip)).containsExactly("1 a", "2 b");
		assertThat(pipeline.exitCodes()).containsExactly(0, 0);
		assertThat(pipeline.isSuccess()).isTrue();
		assertThat(pipeline.took()).isPositive();
	}

	@Test
	void shouldPassMuchThroughThreePrograms() throws Exception {
		Subprocess cat = build(policy("/bin/cat"));
		Subprocess wc = build(policy("/usr/bin/wc", "-c"));
		CompletedPipeline pipeline = Pipeline.of(cat.command(), cat.command(), wc.command())
			.input(SubprocessInput.of(new byte[5_000_000]))
			.run();
		assertThat(pipeline.stdout().strip()).isEqualTo("5000000");
		assertThat(cat.snapshot().running()).isZero();
		assertThat(cat.snapshot().counts().runs()).isEqualTo(2);
	}

	@Test
	void shouldKnowExitCodeAndErrorOfEach() throws Exception {
		Subprocess shell = build(shell());
		CompletedPipeline pipeline = Pipeline
			.of(shell.command("echo one >&2; echo x; exit 3"), shell.command("cat; echo two >&2; kill -TERM $$"),
					shell.command("cat; exit 0"))
			.run();
		assertThat(pipeline.exitCodes()).containsExactly(3, -15, 0);
		assertThat(pipeline.processes()).extracting(CompletedProcess::stderr).containsExactly("one\n", "two\n", "");
		assertThat(pipeline.stdout()).isEqualTo("x\n");
		assertThat(pipeline.isSuccess()).isFalse();
		assertThatExceptionOfType(CalledProcessException.class).isThrownBy(pipeline::check)
			.satisfies((ex) -> assertThat(ex.exitCode()).isEqualTo(3));
	}

	@Test
	void shouldEndFirstWhenLastEndsEarly() throws Exception {
		Subprocess yes = build(policy("/usr/bin/yes"));
		Subprocess head = build(policy("/usr/bin/head", "-n", "2"));
		CompletedPipeline pipeline = Pipeline.of(yes.command(), head.command()).run().check();
		assertThat(pipeline.stdout()).isEqualTo("y\ny\n");
		assertThat(pipeline.exitCodes()).containsExactly(-13, 0);
	}

	@Test
	void shouldEndFirstThatDoesNotNoticeThatLastHasEnded() throws Exception {
		Subprocess sleep = build(policy("/bin/sleep"));
		Subprocess shell = build(shell());
		long begin = System.nanoTime();
		CompletedPipeline pipeline = Pipeline.of(sleep.command("600"), shell.command("echo done")).run().check();
		assertThat(since(begin)).isLessThan(Duration.ofSeconds(30));
		assertThat(pipeline.stdout()).isEqualTo("done\n");
		assertThat(pipeline.exitCodes()).containsExactly(-15, 0);
	}

	@Test
	void shouldEndAllWhenOneTimesOut(@TempDir Path folder) {
		Path child = folder.resolve("child");
		Subprocess slow = build(shell().timeout(Duration.ofSeconds(2)));
		Subprocess patient = build(shell());
		assertThatExceptionOfType(TimeoutExpiredException.class).isThrownBy(() -> Pipeline
			.of(patient.command("sleep 600 & echo $! >" + child + "; wait"), slow.command("cat; sleep 30"))
			.run());
		assertThat(isRunning(pidIn(child))).isFalse();
		assertThat(patient.snapshot().running()).isZero();
		assertThatExceptionOfType(TimeoutExpiredException.class)
			.isThrownBy(() -> Pipeline.of(patient.command("sleep 30"), patient.command("cat; sleep 30"))
				.timeout(Duration.ofMillis(200))
				.run());
		assertThat(patient.snapshot().running()).isZero();
	}

	@Test
	void shouldStartNothingIfOnePolicyRefuses() {
		Subprocess echo = build(policy("/bin/echo").maxConcurrent(1));
		Subprocess closed = build(policy("/bin/cat"));
		SubprocessCommand command = closed.command();
		closed.close();
		assertThatExceptionOfType(SubprocessRefusedException.class)
			.isThrownBy(() -> Pipeline.of(echo.command("a"), command).run());
		Subprocess elsewhere = build(policy("/bin/cat"));
		assertThatExceptionOfType(SubprocessRefusedException.class)
			.isThrownBy(() -> Pipeline.of(echo.command("a"), elsewhere.command().directory("/etc")).run());
		assertThat(echo.snapshot().counts().started()).isZero();
		assertThat(echo.snapshot().waiting()).isZero();
		assertThat(echo.runAsync("free").join().stdout()).isEqualTo("free\n");
	}

	@Test
	void shouldGivePermitsBackIfProgramCannotBeStarted(@TempDir Path folder) throws Exception {
		Path broken = Files.writeString(folder.resolve("broken"), "#!/no/such/interpreter\n");
		assertThat(broken.toFile().setExecutable(true)).isTrue();
		Subprocess echo = build(policy("/bin/echo").maxConcurrent(1));
		Subprocess missing = build(policy(broken.toString()).maxConcurrent(1));
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(SubprocessStartException.class)
				.isThrownBy(() -> Pipeline.of(echo.command("a"), missing.command()).run())
				.withMessageContaining(broken.toString());
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void shouldEndWhatEarlierProgramsHaveStartedIfLaterOneCannotBeStarted(@TempDir Path folder) throws Exception {
		Path broken = Files.writeString(folder.resolve("broken"), "#!/no/such/interpreter\n");
		assertThat(broken.toFile().setExecutable(true)).isTrue();
		Path child = folder.resolve("child");
		Subprocess shell = build(shell());
		Subprocess cat = build(policy("/bin/cat"));
		List<SubprocessCommand> commands = new ArrayList<>();
		commands.add(shell.command("sleep 600.2323 & echo $! >" + child + "; wait"));
		// some in between, so that the first has the time to start another
		for (int i = 0; i < 20; i++) {
			commands.add(cat.command());
		}
		commands.add(build(policy(broken.toString())).command());
		Pipeline pipeline = Pipeline.of(commands.toArray(SubprocessCommand[]::new));
		Awaitility.await().until(() -> {
			assertThatExceptionOfType(SubprocessStartException.class).isThrownBy(pipeline::run);
			assertThat(isAnyRunning("600.2323")).isFalse();
			return Files.exists(child) && !Files.readString(child).isEmpty();
		});
		assertThat(shell.snapshot().running()).isZero();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void shouldSpareWhatOthersStartWhileOneCannotBeStarted(@TempDir Path folder) throws Exception {
		Path broken = Files.writeString(folder.resolve("broken"), "#!/no/such/interpreter\n");
		assertThat(broken.toFile().setExecutable(true)).isTrue();
		Subprocess shell = build(shell());
		Pipeline pipeline = Pipeline.of(build(policy("/bin/cat")).command(),
				build(policy(broken.toString())).command());
		List<RunningProcess> others = new ArrayList<>();
		try (RunningProcess own = shell.start("sleep 600 & wait")) {
			others.add(own);
			CompletableFuture<Void> neighbour = CompletableFuture.runAsync(() -> {
				for (int i = 0; i < 10; i++) {
					try {
						others.add(shell.start("sleep 600 & wait"));
					}
					catch (InterruptedException ex) {
						Thread.currentThread().interrupt();
					}
				}
			});
			do {
				assertThatExceptionOfType(SubprocessStartException.class).isThrownBy(pipeline::run);
			}
			while (!neighbour.isDone());
			neighbour.join();
			Awaitility.await()
				.untilAsserted(() -> assertThat(shell.running()).hasSize(11)
					.allSatisfy((running) -> assertThat(running.descendants()).hasSize(1)));
		}
		finally {
			others.forEach(RunningProcess::close);
		}
	}

	@Test
	void shouldTakePermitsOfAllPoliciesWithoutDeadlock() throws Exception {
		Subprocess one = build(Subprocess.builder("one").command("/bin/cat").maxConcurrent(2));
		Subprocess two = build(Subprocess.builder("two").command("/bin/cat").maxConcurrent(2));
		List<CompletableFuture<CompletedPipeline>> futures = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			SubprocessInput input = SubprocessInput.of("line " + i);
			futures.add(Pipeline.of(one.command(), two.command()).input(input).runAsync());
			futures.add(Pipeline.of(two.command(), one.command(), two.command()).input(input).runAsync());
		}
		for (int i = 0; i < futures.size(); i++) {
			assertThat(futures.get(i).get(30, TimeUnit.SECONDS).stdout()).isEqualTo("line " + i / 2);
		}
		assertThatExceptionOfType(SubprocessRefusedException.class)
			.isThrownBy(() -> Pipeline.of(one.command(), one.command(), one.command()).run())
			.withMessageContaining("'max-concurrent' is 2");
	}

	@Test
	void shouldEndAllWhenFutureIsCancelled(@TempDir Path folder) {
		Path child = folder.resolve("child");
		Subprocess shell = build(shell());
		var future = Pipeline.of(shell.command("sleep 600 & echo $! >" + child + "; wait"), shell.command("cat"))
			.runAsync();
		long pid = pidIn(child);
		future.cancel(true);
		Awaitility.await().until(() -> shell.snapshot().running() == 0);
		assertThat(isRunning(pid)).isFalse();
	}

	@Test
	void shouldWriteToFile(@TempDir Path folder) throws Exception {
		Path file = folder.resolve("file");
		Subprocess echo = build(policy("/bin/echo"));
		Subprocess cat = build(policy("/bin/cat"));
		Pipeline.of(echo.command("content"), cat.command().stdout(OutputDestination.file(file))).run().check();
		assertThat(file).hasContent("content\n");
	}

	@Test
	void shouldRefuseStreamsThatAreConnected() {
		Subprocess cat = build(policy("/bin/cat"));
		assertThatIllegalArgumentException().isThrownBy(Pipeline::of);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Pipeline.of(cat.command(), cat.command().input(SubprocessInput.of("a"))))
			.withMessageContaining("Command 2 has an input");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Pipeline.of(cat.command().stdout(OutputDestination.discard()), cat.command()))
			.withMessageContaining("Command 1 has a destination");
	}

}
