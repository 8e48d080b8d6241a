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
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Subprocess}.
 */
class SubprocessTests extends AbstractSubprocessTests {

	@Test
	void shouldGiveExitCodeAndBothStreams() throws Exception {
		CompletedProcess process = build(shell()).run("echo out; echo err >&2; exit 3");
		assertThat(process.exitCode()).isEqualTo(3);
		assertThat(process.isSuccess()).isFalse();
		assertThat(process.stdout()).isEqualTo("out\n");
		assertThat(process.stderr()).isEqualTo("err\n");
		assertThat(process.truncated()).isFalse();
		assertThat(process.pid()).isPositive();
		assertThat(process.took()).isPositive().isLessThan(Duration.ofSeconds(10));
	}

	@Test
	void shouldLoseNothingOfProgramThatExitsAtOnce() throws Exception {
		Subprocess policy = build(policy("/bin/echo"));
		for (int i = 0; i < 100; i++) {
			assertThat(policy.run("line " + i).stdout()).isEqualTo("line " + i + "\n");
		}
	}

	@Test
	void shouldLoseNothingOfPipeThatIsFullAtTheEnd() throws Exception {
		Subprocess policy = build(policy("/usr/bin/head", "-c", "65536", "/dev/zero"));
		for (int i = 0; i < 50; i++) {
			assertThat(policy.run().stdoutBytes()).hasSize(65536);
			assertThat(policy.runAsync().join().stdoutBytes()).hasSize(65536);
		}
	}

	@Test
	void shouldPassArgumentsAsTheyAre() throws Exception {
		Subprocess policy = build(policy("/usr/bin/printf", "<%s>"));
		String[] arguments = { "", "a b", "$(id)", "`id`", "a;b|c&d>e<f", "*", "~", "\\", "'", "\"", "\n", "%s",
				"é€😀" };
		String expected = String.join("", List.of(arguments).stream().map((argument) -> "<" + argument + ">").toList());
		assertThat(policy.run(arguments).stdout()).isEqualTo(expected);
	}

	@Test
	void shouldGiveNegativeSignalAndNameIt() throws Exception {
		CompletedProcess process = build(shell()).run("echo last words >&2; kill -KILL $$");
		assertThat(process.exitCode()).isEqualTo(-9);
		assertThatExceptionOfType(CalledProcessException.class).isThrownBy(process::check)
			.withMessageContaining("Subprocess 'test' (pid " + process.pid())
			.withMessageContaining("was killed by SIGKILL")
			.withMessageContaining("last words")
			.satisfies((ex) -> assertThat(ex.exitCode()).isEqualTo(-9));
	}

	@Test
	void shouldCheckExitCode() throws Exception {
		Subprocess policy = build(shell().successExitCodes(Set.of(0, 4)).redact(List.of("secret=\\w+")));
		assertThat(policy.run("exit 4").check().exitCode()).isEqualTo(4);
		CompletedProcess failed = policy.run("echo with secret=abc; exit 5");
		assertThatExceptionOfType(CalledProcessException.class).isThrownBy(failed::check)
			.withMessageContaining("ended with exit code 5")
			.withMessageContaining("******")
			.withMessageNotContaining("abc")
			.satisfies((ex) -> {
				assertThat(ex.exitCode()).isEqualTo(5);
				assertThat(ex.command()).containsExactly("/bin/sh", "-c", "echo with ******; exit 5");
				assertThat(ex.stdout()).isEqualTo("with secret=abc\n");
			});
	}

	@Test
	void shouldShowNoSecretThatIsCutOffTheEndOfTheOutput() throws Exception {
		Subprocess policy = build(shell().redact(List.of("secret=.*")));
		CompletedProcess failed = policy.run("printf secret=; head -c 5000 /dev/zero | tr '\\000' x; exit 1");
		assertThat(failed.stdout()).hasSize(5007);
		assertThatExceptionOfType(CalledProcessException.class).isThrownBy(failed::check)
			.withMessageEndingWith("\t******");
	}

	@Test
	void shouldDecodeByCharsetOfPolicy() throws Exception {
		Subprocess latin = build(policy("/usr/bin/printf").charset(StandardCharsets.ISO_8859_1));
		assertThat(latin.run("\\344").stdout()).isEqualTo("ä");
	}

	@Test
	void shouldRunInSubfolderOfWorkingDirectory(@TempDir Path folder) throws Exception {
		Path real = folder.toRealPath();
		Files.createDirectories(real.resolve("a/b"));
		Subprocess policy = build(policy("/bin/pwd").workingDirectory(folder));
		assertThat(policy.run().stdout()).isEqualTo(real + "\n");
		assertThat(policy.command().directory("a/b").run().stdout()).isEqualTo(real.resolve("a/b") + "\n");
	}

	@Test
	void shouldRunInTheBackground() {
		Subprocess policy = build(shell());
		CompletableFuture<CompletedProcess> one = policy.runAsync("sleep 0.2; echo one");
		CompletableFuture<CompletedProcess> two = policy.runAsync("echo two");
		assertThat(two.join().stdout()).isEqualTo("two\n");
		assertThat(one.join().stdout()).isEqualTo("one\n");
		assertThat(policy.snapshot().running()).isZero();
	}

	@Test
	void shouldLetWhatDependsOnFutureRunOthers() {
		Subprocess policy = build(policy("/bin/echo"));
		CompletableFuture<String> nested = policy.runAsync("a")
			.thenApply((first) -> first.stdout() + policy.runAsync("b").join().stdout());
		assertThat(nested.join()).isEqualTo("a\nb\n");
	}

	@Test
	void shouldCountAndRemember() throws Exception {
		Subprocess policy = build(shell().allowArguments(List.of("[^-].*")));
		policy.run("exit 0");
		policy.run("exit 7");
		policy.run("kill -TERM $$");
		assertThatExceptionOfType(ArgumentRejectedException.class).isThrownBy(() -> policy.run("-x"));
		SubprocessSnapshot snapshot = policy.snapshot();
		assertThat(snapshot.executable()).isEqualTo("/bin/sh");
		assertThat(snapshot.command()).containsExactly("/bin/sh", "-c");
		SubprocessCounts counts = snapshot.counts();
		assertThat(counts.runs()).isEqualTo(3);
		assertThat(counts.succeeded()).isEqualTo(1);
		assertThat(counts.failed()).isEqualTo(2);
		assertThat(counts.failures()).containsOnlyKeys(7, -15);
		assertThat(counts.refused()).isEqualTo(1);
		assertThat(policy.finished()).extracting(FinishedSubprocess::exitCode).containsExactly(0, 7, -15);
		assertThat(policy.finished()).extracting(FinishedSubprocess::signal).containsExactly(null, null, "SIGTERM");
	}

	@Test
	void shouldRememberNoMoreThanFifty() throws Exception {
		Subprocess policy = build(shell());
		for (int i = 0; i < 55; i++) {
			policy.run("exit " + i);
		}
		assertThat(policy.finished()).hasSize(50).first().extracting(FinishedSubprocess::exitCode).isEqualTo(5);
	}

	@Test
	void shouldSayWhyTheSystemCouldNotStartIt(@TempDir Path folder) throws Exception {
		Path broken = Files.writeString(folder.resolve("broken"), "#!/no/such/interpreter\n");
		broken.toFile().setExecutable(true);
		Subprocess policy = build(policy(broken.toString()).maxConcurrent(1));
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(SubprocessStartException.class).isThrownBy(policy::run)
				.withMessageContaining("Subprocess 'test' could not start")
				.withMessageContaining(broken.toString());
		}
		assertThat(policy.runAsync()).failsWithin(Duration.ofSeconds(10))
			.withThrowableThat()
			.withCauseInstanceOf(SubprocessStartException.class);
		assertThat(policy.snapshot().running()).isZero();
	}

}
