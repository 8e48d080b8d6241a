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

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import io.heddle.race.Racers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for runs by virtual threads. Before Java 24 one that runs a program keeps its
 * carrier for as long.
 */
@EnabledForJreRange(min = JRE.JAVA_24)
class SubprocessVirtualThreadTests extends AbstractSubprocessTests {

	@Test
	void shouldRun() throws Exception {
		Subprocess policy = build(shell());
		CompletedProcess process = get(
				start(() -> policy.run(SubprocessInput.of("x".repeat(300_000)), "cat | wc -c; echo err >&2; exit 3")));
		assertThat(process.stdout().strip()).isEqualTo("300000");
		assertThat(process.stderr()).isEqualTo("err\n");
		assertThat(process.exitCode()).isEqualTo(3);
	}

	@Test
	void shouldRunPipeline() throws Exception {
		Subprocess sort = build(policy("/usr/bin/sort"));
		Subprocess uniq = build(policy("/usr/bin/uniq"));
		CompletedPipeline pipeline = get(
				start(() -> Pipeline.of(sort.command(), uniq.command()).input(SubprocessInput.of("b\na\nb\n")).run()));
		assertThat(pipeline.stdout()).isEqualTo("a\nb\n");
	}

	@Test
	void shouldTimeOut() throws Exception {
		Subprocess policy = build(shell().timeout(Duration.ofMillis(300)));
		FutureTask<CompletedProcess> run = start(() -> policy.run("echo out; sleep 600; true"));
		Awaitility.await().until(run::isDone);
		assertThatExceptionOfType(Exception.class).isThrownBy(run::get)
			.havingCause()
			.isInstanceOfSatisfying(TimeoutExpiredException.class, (ex) -> {
				assertThat(ex.stdout()).isEqualTo("out\n");
				assertThat(isRunning(ex.pid())).isFalse();
			});
	}

	@Test
	void shouldEndProcessWhenInterrupted(@TempDir Path folder) throws Exception {
		Path child = folder.resolve("child");
		Subprocess policy = build(shell());
		FutureTask<CompletedProcess> run = new FutureTask<>(
				() -> policy.run("sleep 600 & echo $! >" + child + "; wait"));
		Thread thread = Racers.VIRTUAL.start("run", run);
		long pid = pidIn(child);
		thread.interrupt();
		thread.join(Duration.ofSeconds(20).toMillis());
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> run.get(1, TimeUnit.SECONDS))
			.withCauseInstanceOf(InterruptedException.class);
		assertThat(isRunning(pid)).isFalse();
	}

	@Test
	void shouldWaitForPermitsAndForTheEnd() throws Exception {
		Subprocess policy = build(shell().maxConcurrent(1));
		FutureTask<CompletedProcess> waiting;
		FutureTask<Integer> awaiting;
		try (RunningProcess first = policy.start("exec sleep 600")) {
			waiting = start(() -> policy.run("echo free"));
			awaiting = start(first::waitFor);
			Awaitility.await().until(() -> policy.snapshot().waiting() == 1);
		}
		assertThat(get(waiting).stdout()).isEqualTo("free\n");
		assertThat(get(awaiting)).isEqualTo(-15);
	}

	@Test
	void shouldCompleteFuturesThatVirtualThreadsWaitFor() throws Exception {
		Subprocess policy = build(policy("/bin/echo"));
		List<FutureTask<String>> runs = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			String text = "line " + i;
			runs.add(start(() -> {
				CompletableFuture<CompletedProcess> future = policy.runAsync(text);
				return future.join().stdout();
			}));
		}
		for (int i = 0; i < 50; i++) {
			assertThat(get(runs.get(i))).isEqualTo("line " + i + "\n");
		}
	}

	@Test
	void shouldKeepNoCarrierForTheLengthOfRun(@TempDir Path folder) throws Exception {
		Path gate = folder.resolve("gate");
		assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor()).isZero();
		Subprocess policy = build(shell());
		int count = Math.max(64, 2 * Runtime.getRuntime().availableProcessors());
		List<FutureTask<CompletedProcess>> runs = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			runs.add(start(() -> policy.run("read line < " + gate + "; echo end")));
		}
		// none ends before all run
		Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> policy.snapshot().running() == count);
		try (RandomAccessFile pipe = new RandomAccessFile(gate.toFile(), "rw")) {
			pipe.writeBytes("\n".repeat(count));
			for (FutureTask<CompletedProcess> run : runs) {
				assertThat(get(run).stdout()).isEqualTo("end\n");
			}
		}
	}

	private static <T> FutureTask<T> start(Callable<T> callable) {
		FutureTask<T> task = new FutureTask<>(callable);
		Racers.VIRTUAL.start("run", task);
		return task;
	}

	private static <T> T get(FutureTask<T> task) throws Exception {
		return task.get(55, TimeUnit.SECONDS);
	}

}
