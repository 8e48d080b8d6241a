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

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the end of processes that do not end by themselves.
 */
class SubprocessTimeoutTests extends AbstractSubprocessTests {

	@Test
	void shouldEndInTimeAlthoughGrandchildHoldsThePipe() {
		Subprocess policy = build(shell().timeout(Duration.ofMillis(100)).killGrace(Duration.ofSeconds(5)));
		Duration shortest = Duration.ofDays(1);
		// one that waits for the grace or the pipe never succeeds, others may be held up
		for (int i = 1; i <= 5 && shortest.compareTo(Duration.ofMillis(1500)) >= 0; i++) {
			long begin = System.nanoTime();
			assertThatExceptionOfType(TimeoutExpiredException.class).isThrownBy(() -> policy.run("sleep 30.1414; true"))
				.satisfies((ex) -> {
					assertThat(ex.timeout()).isEqualTo(Duration.ofMillis(100));
					assertThat(ProcessHandle.of(ex.pid())).as("reaped").isEmpty();
					assertThat(isAnyRunning("30.1414")).isFalse();
				});
			shortest = Collections.min(List.of(shortest, since(begin)));
			assertThat(policy.snapshot().counts().timedOut()).isEqualTo(i);
		}
		assertThat(shortest).isLessThan(Duration.ofMillis(1500));
	}

	@Test
	void shouldKeepPartialOutputOfBothStreams() {
		Subprocess policy = build(shell().timeout(Duration.ofSeconds(2)));
		assertThatExceptionOfType(TimeoutExpiredException.class)
			.isThrownBy(() -> policy.run("echo out; echo err >&2; exec sleep 600"))
			.withMessageContaining("did not end within PT2S")
			.withMessageContaining("err")
			.satisfies((ex) -> {
				assertThat(ex.stdout()).isEqualTo("out\n");
				assertThat(ex.stderr()).isEqualTo("err\n");
			});
	}

	@Test
	void shouldKillWhatIgnoresToBeAskedAndKeepItsLastWords(@TempDir Path folder) {
		Path child = folder.resolve("child");
		Subprocess policy = build(shell().timeout(Duration.ofSeconds(2)).killGrace(Duration.ofMillis(400)));
		long begin = System.nanoTime();
		assertThatExceptionOfType(TimeoutExpiredException.class)
			.isThrownBy(() -> policy.run("trap 'echo no' TERM; (trap '' TERM; sleep 600) & echo $! >" + child
					+ "; while true; do wait; done"))
			.satisfies((ex) -> {
				assertThat(ex.stdout()).startsWith("no\n");
				assertThat(isRunning(ex.pid())).isFalse();
			});
		assertThat(since(begin)).isBetween(Duration.ofMillis(2400), Duration.ofSeconds(30));
		assertThat(isRunning(pidIn(child))).isFalse();
	}

	@Test
	void shouldEndAsynchronousProcessInTime() {
		Subprocess policy = build(shell().timeout(Duration.ofSeconds(2)));
		assertThat(policy.runAsync("echo out; sleep 600; true")).failsWithin(Duration.ofSeconds(30))
			.withThrowableThat()
			.havingCause()
			.isInstanceOfSatisfying(TimeoutExpiredException.class, (ex) -> {
				assertThat(ex.stdout()).isEqualTo("out\n");
				assertThat(isRunning(ex.pid())).isFalse();
			});
	}

	@Test
	void shouldTakeTheShorterTimeout() {
		Subprocess policy = build(policy("/bin/sleep").timeout(Duration.ofMillis(200)));
		assertThatExceptionOfType(TimeoutExpiredException.class)
			.isThrownBy(() -> policy.command("30").timeout(Duration.ofHours(1)).run())
			.satisfies((ex) -> assertThat(ex.timeout()).isEqualTo(Duration.ofMillis(200)));
		assertThatExceptionOfType(TimeoutExpiredException.class)
			.isThrownBy(() -> policy.command("30").timeout(Duration.ofMillis(50)).run())
			.satisfies((ex) -> assertThat(ex.timeout()).isEqualTo(Duration.ofMillis(50)));
	}

	@Test
	void shouldEndProcessWhenCallerIsInterrupted(@TempDir Path folder) throws Exception {
		Path child = folder.resolve("child");
		Subprocess policy = build(shell().maxConcurrent(1));
		AtomicReference<Object> outcome = new AtomicReference<>();
		Thread caller = new Thread(() -> {
			try {
				outcome.set(policy.run("sleep 30 & echo $! >" + child + "; wait"));
			}
			catch (InterruptedException ex) {
				outcome.set(ex);
			}
		});
		caller.start();
		long pid = pidIn(child);
		caller.interrupt();
		caller.join(30_000);
		assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
		assertThat(isRunning(pid)).isFalse();
		assertThat(policy.run("echo free").stdout()).isEqualTo("free\n");
	}

	@Test
	void shouldStartNothingForInterruptedCaller() {
		Subprocess policy = build(shell());
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> policy.run("exit 0"));
		assertThat(Thread.interrupted()).isFalse();
		assertThat(policy.finished()).isEmpty();
	}

	@Test
	void shouldTerminateProcessOnDemand() throws Exception {
		Subprocess policy = build(shell());
		var future = policy.runAsync("sleep 30; true");
		Awaitility.await().until(() -> policy.running().size() == 1);
		RunningSubprocess running = policy.running().get(0);
		assertThat(running.command()).contains("sleep 30; true");
		assertThat(policy.terminate(running.pid())).isTrue();
		assertThat(future.get(10, TimeUnit.SECONDS).exitCode()).isEqualTo(-15);
		assertThat(policy.terminate(running.pid())).isFalse();
		assertThat(policy.terminate(ProcessHandle.current().pid())).isFalse();
	}

	@Test
	void shouldEndProcessWhoseFutureIsCancelled(@TempDir Path folder) {
		Path child = folder.resolve("child");
		Subprocess policy = build(shell());
		var future = policy.runAsync("sleep 30 & echo $! >" + child + "; wait");
		long pid = pidIn(child);
		future.cancel(false);
		Awaitility.await().until(() -> policy.snapshot().running() == 0);
		assertThat(isRunning(pid)).isFalse();
	}

	@Test
	void shouldNotWaitForWhatIsSparedAndHoldsThePipe(@TempDir Path folder) {
		Path child = folder.resolve("child");
		Subprocess policy = build(shell().timeout(Duration.ofSeconds(2)).killTree(false));
		assertThatExceptionOfType(TimeoutExpiredException.class)
			.isThrownBy(() -> policy.run("sleep 600 & echo $! >" + child + "; wait"));
		long pid = pidIn(child);
		assertThat(isRunning(pid)).isTrue();
		ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
	}

}
