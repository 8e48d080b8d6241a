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

package io.heddle.process;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.heddle.executor.BrokenExecutorException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what a {@link ProcessPool} does when its workers die.
 */
class WorkerCrashTests extends AbstractProcessPoolTests {

	@Test
	void shouldFailTaskWhoseWorkerExits() throws Exception {
		ProcessPool pool = build();
		long pid = pool.submit(() -> pid()).get();
		WorkerCrashedException crash = crash(pool.submit(() -> {
			System.out.println("last words");
			System.exit(3);
			return 0;
		}));
		assertThat(crash.pid()).isEqualTo(pid);
		assertThat(crash.exitCode()).hasValue(3);
		assertThat(crash).hasMessageContaining("exit code 3").hasMessageContaining("last words");
		assertThat(pool.submit(() -> pid()).get()).isNotEqualTo(pid);
		assertThat(pool.poolSnapshot().crashed()).isOne();
		assertThat(pool.poolSnapshot().restarts()).isOne();
	}

	@Test
	void shouldNameSignalThatKilledWorker() {
		WorkerCrashedException crash = crash(build().submit(() -> {
			new ProcessBuilder("kill", "-9", String.valueOf(pid())).start();
			Thread.sleep(60_000);
			return 0;
		}));
		assertThat(crash.exitCode()).hasValue(-9);
		assertThat(crash).hasMessageContaining("signal 9");
	}

	@Test
	void shouldFailTaskThatRunsOutOfMemory() throws Exception {
		ProcessPool pool = build();
		WorkerCrashedException crash = crash(pool.submit(() -> {
			List<byte[]> hoard = new ArrayList<>();
			while (true) {
				hoard.add(new byte[1 << 20]);
			}
		}));
		assertThat(crash.exitCode()).hasValue(3);
		assertThat(crash.lastOutput()).as("of the JVM itself")
			.anyMatch((line) -> line.contains("java.lang.OutOfMemoryError"));
		assertThat(pool.submit(() -> 1).get()).isOne();
	}

	@Test
	void shouldFailTaskAtWhoseDecodingWorkerDies() throws Exception {
		ProcessPool pool = build();
		Bomb bomb = new Bomb();
		assertThat(crash(pool.submit(() -> bomb.toString())).exitCode()).hasValue(7);
		assertThat(pool.submit(() -> 1).get()).isOne();
	}

	@Test
	void shouldFailTaskThatDiesInTheMiddleOfLargeResult() throws Exception {
		ProcessPool pool = build();
		WorkerCrashedException crash = crash(pool.submit(() -> {
			Thread killer = new Thread(() -> {
				try {
					Thread.sleep(200);
				}
				catch (InterruptedException ex) {
					// halt at once then
				}
				Runtime.getRuntime().halt(9);
			});
			killer.start();
			return new Slow();
		}));
		assertThat(crash.exitCode()).hasValue(9);
		assertThat(pool.submit(() -> 1).get()).isOne();
	}

	@Test
	void shouldNotFailTasksBehindIt() throws Exception {
		ProcessPool pool = build();
		for (int i = 0; i < 300; i++) {
			pool.submit(() -> 0).get();
		}
		Future<Integer> crashing = pool.submit(() -> {
			Thread.sleep(50);
			System.exit(1);
			return 0;
		});
		List<CompletableFuture<Integer>> behind = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			int number = i;
			behind.add(pool.submit(() -> number));
		}
		crash(crashing);
		for (int i = 0; i < 20; i++) {
			assertThat(behind.get(i).get()).isEqualTo(i);
		}
	}

	@Test
	void shouldRetryTask(@TempDir Path folder) throws Exception {
		ProcessPool pool = build((builder) -> builder.size(1).retries(2));
		String file = folder.resolve("tries").toString();
		assertThat(pool.submit(() -> {
			Path tries = Path.of(file);
			int count = (Files.exists(tries)) ? Integer.parseInt(Files.readString(tries)) : 0;
			Files.writeString(tries, String.valueOf(count + 1));
			if (count < 2) {
				Runtime.getRuntime().halt(1);
			}
			return count;
		}).get()).isEqualTo(2);
		assertThat(pool.poolSnapshot().retried()).isEqualTo(2);
		assertThat(pool.poolSnapshot().crashed()).isZero();
	}

	@Test
	void shouldNotRetryTaskThatHadReportedItsResult(@TempDir Path folder) throws Exception {
		ProcessPool pool = build((builder) -> builder.size(1).retries(5));
		String file = folder.resolve("runs").toString();
		for (int i = 1; i <= 3; i++) {
			assertThat(pool.submit(() -> {
				Files.writeString(Path.of(file), "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
				Thread killer = new Thread(() -> {
					LockSupport.parkNanos(100_000_000);
					Runtime.getRuntime().halt(1);
				});
				killer.start();
				return "reported";
			}).get()).isEqualTo("reported");
			await().until(() -> pool.poolSnapshot().idle() == 1 && pool.workers().get(0).tasksDone() == 0);
			assertThat(Path.of(file)).hasContent("x".repeat(i));
		}
		assertThat(pool.poolSnapshot().retried()).isZero();
	}

	@Test
	void shouldFailTaskThatCrashesOnEachTry() {
		ProcessPool pool = build((builder) -> builder.size(1).retries(1));
		crash(pool.submit(() -> {
			Runtime.getRuntime().halt(1);
			return 0;
		}));
		assertThat(pool.poolSnapshot().retried()).isOne();
	}

	@Test
	void shouldReplaceIdleWorkerThatDies() throws Exception {
		ProcessPool pool = build();
		long pid = pool.submit(() -> pid()).get();
		ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
		await().until(() -> pool.poolSnapshot().restarts() == 1 && pool.poolSnapshot().idle() == 1);
		assertThat(pool.workers()).hasSize(1).noneMatch((worker) -> worker.pid() == pid);
	}

	@Test
	void shouldUseOneProcessForSerialJobsAfterCrash() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(3));
		crash(pool.submit(() -> {
			Runtime.getRuntime().halt(1);
			return 0;
		}));
		for (int i = 0; i < 10; i++) {
			pool.submit(() -> 0).get();
		}
		assertThat(pool.workers()).hasSize(1);
		assertThat(pool.poolSnapshot().starting()).isZero();
	}

	@Test
	void shouldKillWorkerOnDemand() throws Exception {
		ProcessPool pool = build();
		Future<Object> future = pool.submit(() -> {
			Thread.sleep(60_000);
			return 0;
		});
		await().until(() -> pool.running().size() == 1);
		assertThat(pool.killWorker(1)).isFalse();
		assertThat(pool.killWorker(pool.workers().get(0).pid())).isTrue();
		assertThat(crash(future).exitCode()).hasValue(-9);
		assertThat(pool.submit(() -> 1).get()).isOne();
	}

	@Test
	void shouldKeepAllWorkersOfEagerPool() {
		ProcessPool pool = build((builder) -> builder.size(2).eager(true));
		await().until(() -> pool.poolSnapshot().idle() == 2);
		List<Long> first = pool.workers().stream().map(PoolWorker::pid).toList();
		first.forEach((pid) -> assertThat(pool.killWorker(pid)).isTrue());
		await().until(() -> pool.poolSnapshot().restarts() == 2 && pool.poolSnapshot().idle() == 2);
		assertThat(pool.workers()).extracting(PoolWorker::pid).doesNotContainAnyElementsOf(first);
		pool.resize(3);
		await().until(() -> pool.poolSnapshot().idle() == 3);
	}

	@Test
	void shouldReplaceIdleWorkerThatIsKilledOnDemand() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(2));
		long pid = pool.submit(() -> pid()).get();
		assertThat(pool.killWorker(pid)).isTrue();
		await().until(() -> pool.poolSnapshot().restarts() == 1 && pool.poolSnapshot().idle() == 1);
		assertThat(pool.workers()).hasSize(1).noneMatch((worker) -> worker.pid() == pid);
	}

	@Test
	void shouldSlowDownWhenBudgetIsExceededButGoOn() throws Exception {
		RestartBudget budget = new RestartBudget(2, Duration.ofSeconds(4), Duration.ofMillis(10));
		ProcessPool pool = build((builder) -> builder.size(1).restart(budget));
		for (int i = 0; i < 4; i++) {
			crash(pool.submit(() -> {
				Runtime.getRuntime().halt(1);
				return 0;
			}));
		}
		assertThat(pool.poolSnapshot().brokenReason()).contains("more than 2 workers");
		assertThat(pool.submit(() -> 1).get()).isOne();
	}

	@Test
	void shouldBreakWhenNoWorkerCanBeStarted() {
		RestartBudget budget = new RestartBudget(2, Duration.ofSeconds(60), Duration.ofMillis(10));
		ProcessPool pool = build((builder) -> builder.size(1).restart(budget).jvmOptions(List.of("-XX:+NoSuchOption")));
		CompletableFuture<Integer> future = pool.submit(() -> 1);
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> future.get(20, TimeUnit.SECONDS))
			.withCauseInstanceOf(BrokenExecutorException.class);
		assertThat(pool.brokenBy()).hasMessageContaining("NoSuchOption");
		assertThatExceptionOfType(BrokenExecutorException.class).isThrownBy(() -> pool.submit(() -> 1));
		pool.terminateWorkers();
		pool.killWorkers();
	}

	@Test
	void shouldHealWhenWorkersCanBeStartedAgain(@TempDir Path home) throws Exception {
		Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
		Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + Runtime.version().feature() + "\"");
		script(java, "echo out of order; exit 1");
		RestartBudget budget = new RestartBudget(1, Duration.ofSeconds(1), Duration.ofMillis(10));
		ProcessPool pool = build((builder) -> builder.size(1).restart(budget).javaHome(home));
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> pool.submit(() -> 1).get())
			.withCauseInstanceOf(BrokenExecutorException.class);
		assertThat(pool.brokenBy()).hasMessageContaining("out of order");
		assertThat(pool.poolSnapshot().brokenReason()).contains("out of order");
		script(java, "exec " + System.getProperty("java.home") + "/bin/java \"$@\"");
		await().atMost(Duration.ofSeconds(20)).until(() -> pool.brokenBy() == null);
		assertThat(pool.submit(() -> 1).get()).isOne();
		assertThat(pool.poolSnapshot().brokenReason()).isNull();
	}

	private static void script(Path file, String command) throws IOException {
		Path partial = Files.writeString(file.resolveSibling("partial"), "#!/bin/sh\n" + command + "\n");
		assertThat(partial.toFile().setExecutable(true)).isTrue();
		Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
	}

	private static WorkerCrashedException crash(Future<?> future) {
		try {
			future.get(30, TimeUnit.SECONDS);
			throw new AssertionError("The task did not fail");
		}
		catch (ExecutionException ex) {
			assertThat(ex).hasCauseInstanceOf(WorkerCrashedException.class);
			return (WorkerCrashedException) ex.getCause();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * Ends the JVM that reads it.
	 */
	private static final class Bomb implements Serializable {

		private static final long serialVersionUID = 1L;

		private void readObject(ObjectInputStream in) throws IOException {
			Runtime.getRuntime().halt(7);
		}

	}

	/**
	 * Takes long to be written, in between large arrays.
	 */
	private static final class Slow implements Serializable {

		private static final long serialVersionUID = 1L;

		private void writeObject(ObjectOutputStream out) throws IOException {
			out.writeObject(new byte[20 << 20]);
			try {
				Thread.sleep(10_000);
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
		}

	}

}
