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

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.heddle.subprocess.os.ProcessTree;
import io.heddle.subprocess.os.Relatives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link ProcessPump} with processes whose relatives it cannot kill.
 */
class ProcessPumpTests extends AbstractSubprocessTests {

	private static final int MOST = 16;

	private static final int LIMIT = 1_000;

	private static final long MUCH = 20 << 20;

	private final List<Process> processes = new ArrayList<>();

	private final List<Throwable> failures = new CopyOnWriteArrayList<>();

	/** Threads of earlier tests live for a while. **/
	private final String name = "pump-" + System.nanoTime();

	private final PolicyThreads threads = new PolicyThreads(this.name,
			(thread, policy, kind, exception) -> this.failures.add(exception));

	private final ProcessPump pump = new ProcessPump(MOST, this.threads,
			(execution, exception) -> this.failures.add(exception));

	@AfterEach
	void end() {
		this.processes.forEach(Process::destroyForcibly);
		assertThat(this.failures).isEmpty();
	}

	@Test
	void shouldNotBeFloodedByWhatIsNotOursToKill() throws Exception {
		CountDownLatch given = new CountDownLatch(1);
		Execution flooded = start("echo ready; read go; yes & echo $! >&2; exit 0", given);
		Execution other = start("echo ready; read go; echo other");
		CompletableFuture<String> ended = add(flooded);
		CompletableFuture<String> otherEnded = add(other);
		// what was read shows that it was taken before it ended
		awaitReady(flooded, other);
		go(flooded);
		assertThat(flooded.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
		// all is read by the pump and thrown away, nothing by the JDK
		long before = flooded.stdout().count();
		Awaitility.await().until(() -> flooded.stdout().count() > before + MUCH);
		given.countDown();
		assertThat(ended.get(20, TimeUnit.SECONDS)).startsWith("ready\n").hasSizeLessThanOrEqualTo(LIMIT);
		go(other);
		assertThat(otherEnded.get(20, TimeUnit.SECONDS)).isEqualTo("ready\nother\n");
		// nobody reads from its pipe any more
		assertThatIOException().isThrownBy(() -> flooded.process().getInputStream().available());
		long pid = pid(flooded.result().stderr().text());
		Awaitility.await().until(() -> !isRunning(pid));
	}

	@Test
	void shouldEndOneWhileThoseThatCameLaterRun() throws Exception {
		Execution first = start("echo ready; read go; echo first");
		Execution later = start("echo ready; read go; echo later");
		CompletableFuture<String> firstEnded = add(first);
		CompletableFuture<String> laterEnded = add(later);
		awaitReady(first, later);
		go(first);
		assertThat(firstEnded.get(20, TimeUnit.SECONDS)).isEqualTo("ready\nfirst\n");
		// the JDK is done with it too
		Awaitility.await().until(() -> !isReaperWaiting());
		assertThat(laterEnded).isNotDone();
		go(later);
		assertThat(laterEnded.get(20, TimeUnit.SECONDS)).isEqualTo("ready\nlater\n");
	}

	@Test
	void shouldForgetOneThatHasEndedWhileThoseThatCameLaterRun() throws Exception {
		WeakReference<Execution> first = endOne();
		Awaitility.await().until(() -> {
			System.gc();
			return first.get() == null;
		});
	}

	private WeakReference<Execution> endOne() throws Exception {
		Execution first = start("echo ready; read go");
		Execution later = start("echo ready; read go");
		CompletableFuture<String> firstEnded = add(first);
		add(later);
		awaitReady(first, later);
		go(first);
		firstEnded.get(20, TimeUnit.SECONDS);
		return new WeakReference<>(first);
	}

	@Test
	void shouldServeMoreThanOneThreadTakes() throws Exception {
		int count = 2 * MOST + 10;
		List<Execution> executions = new ArrayList<>();
		List<CompletableFuture<String>> ends = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			executions.add(start("echo ready; read go; echo " + i));
			ends.add(add(executions.get(i)));
		}
		awaitReady(executions.toArray(Execution[]::new));
		assertThat(movers()).isEqualTo(3);
		// those that came first end first
		for (int i = 0; i < count; i++) {
			go(executions.get(i));
			assertThat(ends.get(i).get(20, TimeUnit.SECONDS)).isEqualTo("ready\n" + i + "\n");
		}
		// their places are free again
		for (int i = 0; i < count; i++) {
			assertThat(add(start("echo " + i)).get(20, TimeUnit.SECONDS)).isEqualTo(i + "\n");
		}
		assertThat(movers()).isLessThanOrEqualTo(3);
	}

	@Test
	void shouldTakeOutputOfProcessThatHadEndedBefore() throws Exception {
		Execution ended = start("echo out; exit 3");
		ended.process().waitFor();
		assertThat(add(ended).get(20, TimeUnit.SECONDS)).isEqualTo("out\n");
		assertThat(ended.result().exitCode()).isEqualTo(3);
	}

	private Execution start(String script) throws IOException {
		return start(script, new CountDownLatch(0));
	}

	private Execution start(String script, CountDownLatch known) throws IOException {
		SubprocessPolicy policy = build(shell().maxOutput(LIMIT)).command().runner().policy();
		Process process = new ProcessBuilder("/bin/sh", "-c", script).start();
		this.processes.add(process);
		ProcessLife life = new ProcessLife(policy, process, new ProcessTree(process.toHandle(), new Nobody(known)),
				null);
		return new Execution(policy, List.of(script), life, outlet(process.getInputStream()),
				outlet(process.getErrorStream()));
	}

	private static Outlet outlet(InputStream stream) {
		return new Outlet(stream, new Capture(LIMIT, StandardCharsets.UTF_8));
	}

	private CompletableFuture<String> add(Execution execution) {
		CompletableFuture<String> ended = new CompletableFuture<>();
		this.pump.add(execution, () -> {
			execution.finish();
			ended.complete(execution.result().stdout().text());
		});
		return ended;
	}

	private static void awaitReady(Execution... executions) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> Arrays.stream(executions)
				.allMatch((execution) -> execution.result().stdout().text().equals("ready\n")));
	}

	private static void go(Execution execution) throws IOException {
		execution.process().getOutputStream().write('\n');
		execution.process().getOutputStream().flush();
	}

	private static boolean isReaperWaiting() {
		return Thread.getAllStackTraces()
			.values()
			.stream()
			.flatMap(Arrays::stream)
			.anyMatch((frame) -> frame.getMethodName().equals("processExited"));
	}

	private long movers() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith(this.name + "-io-"))
			.count();
	}

	/**
	 * What a process leaves behind belongs to another user, so to say.
	 *
	 * @param known when that is known
	 */
	private record Nobody(CountDownLatch known) implements Relatives {

		@Override
		public Set<ProcessHandle> nearest() {
			return Set.of();
		}

		@Override
		public Set<ProcessHandle> all() {
			try {
				assertThat(this.known.await(30, TimeUnit.SECONDS)).isTrue();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return Set.of();
		}

	}

}
