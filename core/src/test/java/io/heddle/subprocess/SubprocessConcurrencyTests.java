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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for many processes at once, and for the end of a policy.
 */
class SubprocessConcurrencyTests extends AbstractSubprocessTests {

	@Test
	void shouldRunNoMoreAtOnceThanThePolicyAllows() {
		Subprocess policy = build(policy("/bin/sleep").maxConcurrent(3));
		List<CompletableFuture<CompletedProcess>> futures = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			futures.add(policy.runAsync("0.1"));
		}
		int most = 0;
		while (!CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).isDone()) {
			SubprocessSnapshot snapshot = policy.snapshot();
			most = Math.max(most, snapshot.running());
			assertThat(snapshot.running() + snapshot.waiting()).isLessThanOrEqualTo(12);
		}
		assertThat(most).isBetween(1, 3);
		assertThat(futures).allSatisfy((future) -> assertThat(future.join().exitCode()).isZero());
		assertThat(policy.snapshot().counts().waitTime()).isPositive();
	}

	@Test
	void shouldNotCountWaitingAsRunning() {
		Subprocess policy = build(policy("/bin/sleep").maxConcurrent(1).timeout(Duration.ofSeconds(2)));
		List<CompletableFuture<CompletedProcess>> futures = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			futures.add(policy.runAsync("0.5"));
		}
		assertThat(futures).allSatisfy((future) -> {
			CompletedProcess process = future.join();
			assertThat(process.exitCode()).isZero();
			assertThat(process.took()).isLessThan(Duration.ofSeconds(2));
		});
	}

	@Test
	void shouldServeThoseThatWaitInOrder() throws Exception {
		Subprocess policy = build(shell().maxConcurrent(1));
		List<String> order = new CopyOnWriteArrayList<>();
		List<Thread> threads = new ArrayList<>();
		try (RunningProcess first = policy.start("sleep 30")) {
			for (int i = 0; i < 5; i++) {
				String name = "caller " + i;
				Thread thread = new Thread(() -> {
					try {
						policy.command("echo " + name).stdout(OutputDestination.lines(order::add)).run();
					}
					catch (InterruptedException ex) {
						order.add("interrupted");
					}
				});
				thread.start();
				threads.add(thread);
				int waiting = i + 1;
				Awaitility.await().until(() -> policy.snapshot().waiting() == waiting);
			}
		}
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(order).containsExactly("caller 0", "caller 1", "caller 2", "caller 3", "caller 4");
	}

	@Test
	void shouldWaitInterruptibly() throws Exception {
		Subprocess policy = build(shell().maxConcurrent(1));
		try (RunningProcess first = policy.start("sleep 30")) {
			AtomicReference<Throwable> thrown = new AtomicReference<>();
			Thread caller = new Thread(() -> {
				try {
					policy.run("exit 0");
				}
				catch (InterruptedException ex) {
					thrown.set(ex);
				}
			});
			caller.start();
			Awaitility.await().until(() -> policy.snapshot().waiting() == 1);
			caller.interrupt();
			caller.join();
			assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
			assertThat(policy.snapshot().waiting()).isZero();
		}
		assertThat(policy.run("echo free").stdout()).isEqualTo("free\n");
	}

	@Test
	void shouldForgetCancelledFutureThatWaits() throws Exception {
		Subprocess policy = build(shell().maxConcurrent(1));
		try (RunningProcess first = policy.start("sleep 30")) {
			CompletableFuture<CompletedProcess> waiting = policy.runAsync("exit 0");
			CompletableFuture<CompletedProcess> next = policy.runAsync("echo next");
			waiting.cancel(true);
			assertThat(policy.snapshot().waiting()).isEqualTo(1);
			first.close();
			assertThat(next.get(10, TimeUnit.SECONDS).stdout()).isEqualTo("next\n");
		}
		assertThat(policy.snapshot().counts().started()).isEqualTo(2);
	}

	@Test
	void shouldNeedFewThreadsForManyProcesses(@TempDir Path folder) throws Exception {
		Path gate = folder.resolve("gate");
		assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor()).isZero();
		// of another name than the policies of other tests, whose helpers may be left
		Subprocess policy = build(Subprocess.builder("many").command("/bin/sh", "-c").allowArguments(List.of(".*")));
		List<CompletableFuture<CompletedProcess>> futures = new ArrayList<>();
		Set<Thread> before = threads();
		for (int i = 0; i < 200; i++) {
			futures.add(policy.runAsync("echo " + i + "; read line < " + gate));
		}
		assertThat(policy.snapshot().running()).isEqualTo(200);
		Set<Thread> more = threads();
		more.removeAll(before);
		assertThat(more).hasSizeBetween(1, 16).anyMatch((thread) -> thread.getName().startsWith("many-"));
		// to read and write, for a pipe that nobody reads cannot be opened to write only
		try (RandomAccessFile pipe = new RandomAccessFile(gate.toFile(), "rw")) {
			pipe.writeBytes("go\n".repeat(200));
			for (int i = 0; i < 200; i++) {
				assertThat(futures.get(i).join().stdout()).isEqualTo(i + "\n");
			}
		}
	}

	/**
	 * Return all threads but those by which the JDK waits for the end of processes.
	 */
	private static Set<Thread> threads() {
		Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
		threads.removeIf((thread) -> thread.getName().startsWith("process reaper"));
		return threads;
	}

	@Test
	void shouldCallBackOnceIdle() throws Exception {
		Subprocess policy = build(shell().maxConcurrent(1));
		AtomicInteger calls = new AtomicInteger();
		policy.onceIdle(calls::incrementAndGet);
		assertThat(calls).hasValue(1);
		try (RunningProcess first = policy.start("sleep 30")) {
			policy.onceIdle(calls::incrementAndGet);
			CompletableFuture<CompletedProcess> second = policy.runAsync("sleep 600");
			first.close();
			assertThat(calls).hasValue(1);
			second.cancel(true);
		}
		Awaitility.await().until(() -> calls.get() == 2);
	}

	@Test
	void shouldRefuseRunsOnceClosed() throws Exception {
		RecordingListener listener = new RecordingListener();
		Subprocess policy = build(shell().maxConcurrent(1).listener(listener));
		RunningProcess running = policy.start("exec sleep 30");
		CompletableFuture<CompletedProcess> waiting = policy.runAsync("exit 0");
		policy.close();
		assertThat(policy.isClosed()).isTrue();
		assertThat(policy.unavailable()).isEqualTo("Subprocess 'test' is closed");
		assertThat(running.isAlive()).isFalse();
		assertThat(running.waitFor()).isEqualTo(-15);
		assertThat(waiting).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.withCauseInstanceOf(SubprocessRefusedException.class);
		assertThatExceptionOfType(SubprocessRefusedException.class).isThrownBy(() -> policy.run("exit 0"))
			.withMessage("Subprocess 'test' is closed and runs nothing more");
		assertThatExceptionOfType(SubprocessRefusedException.class).isThrownBy(() -> policy.runAsync("exit 0"));
		assertThatExceptionOfType(SubprocessRefusedException.class).isThrownBy(() -> policy.start("exit 0"));
		policy.close();
		assertThat(listener.refused).hasSize(4);
	}

	@Test
	void shouldLetProcessesEndByThemselvesForTheGraceOfShutdown() throws Exception {
		Subprocess policy = build(shell().shutdownGrace(Duration.ofSeconds(20)));
		CompletableFuture<CompletedProcess> running = policy.runAsync("sleep 0.5; echo done");
		long begin = System.nanoTime();
		policy.close();
		assertThat(since(begin)).isLessThan(Duration.ofSeconds(10));
		assertThat(running.get(5, TimeUnit.SECONDS).stdout()).isEqualTo("done\n");
	}

	@Test
	void shouldLeaveNothingBehindWhenClosed(@TempDir Path folder) throws Exception {
		Subprocess policy = build(shell());
		List<Thread> callers = new ArrayList<>();
		List<Path> files = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			Path file = folder.resolve("child" + i);
			files.add(file);
			String script = "trap '' TERM; setsid sh -c 'echo $$ >" + file + "; exec sleep 600' & wait; sleep 600";
			if (i % 2 == 0) {
				policy.runAsync(script);
			}
			else {
				callers.add(new Thread(() -> {
					try {
						policy.run(script);
					}
					catch (InterruptedException ex) {
						Thread.currentThread().interrupt();
					}
				}));
			}
		}
		callers.forEach(Thread::start);
		List<Long> pids = files.stream().map(AbstractSubprocessTests::pidIn).toList();
		assertThat(policy.running()).hasSize(4);
		policy.close();
		assertThat(pids).noneMatch(AbstractSubprocessTests::isRunning);
		assertThat(policy.running()).isEmpty();
		for (Thread caller : callers) {
			caller.join(30_000);
			assertThat(caller.isAlive()).isFalse();
		}
	}

	@Test
	void shouldEndItsThreadsWhenTheyAreIdle() {
		Subprocess policy = Subprocess.builder("idle").command("true").build();
		policy.runAsync().join();
		assertThat(names()).anyMatch((name) -> name.startsWith("idle-"));
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> names().stream().noneMatch((name) -> name.startsWith("idle-")));
		assertThat(policy.runAsync().join().exitCode()).isZero();
	}

	private static List<String> names() {
		return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
	}

}
