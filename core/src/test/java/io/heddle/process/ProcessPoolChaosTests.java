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
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.heddle.executor.TaskOptions;
import io.heddle.future.MapOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Four workers, eight submitters, and a killer: each future ends exactly once, and
 * nothing is left in the end. The system property {@code heddle.chaos.seconds} says how
 * long.
 */
@Tag("stress")
@Timeout(7200)
class ProcessPoolChaosTests extends AbstractProcessPoolTests {

	private static final int SUBMITTERS = 8;

	private static final long SECONDS = Long.getLong("heddle.chaos.seconds", 60);

	private static final RestartBudget UNLIMITED = new RestartBudget(1_000_000, Duration.ofMinutes(1),
			Duration.ofMillis(10));

	@TempDir
	private Path folder;

	private final AtomicLong accepted = new AtomicLong();

	private final AtomicLong ended = new AtomicLong();

	private final AtomicLong wrong = new AtomicLong();

	private final AtomicBoolean done = new AtomicBoolean();

	@Test
	void shouldEndEachFutureOnce() throws Exception {
		int sockets = sockets();
		ProcessPool pool = buildPool(0);
		run(pool, true);
		assertThat(this.wrong).hasValue(0);
		assertNothingIsLeft(pool, sockets);
	}

	@Test
	void shouldDeliverEachResultWithRetries() throws Exception {
		int sockets = sockets();
		ProcessPool pool = buildPool(1_000);
		run(pool, false);
		assertThat(this.wrong).hasValue(0);
		assertThat(pool.snapshot().tasks().failed()).isZero();
		assertThat(pool.poolSnapshot().retried()).isPositive();
		assertNothingIsLeft(pool, sockets);
	}

	private ProcessPool buildPool(int retries) {
		return build((builder) -> builder.size(4)
			.retries(retries)
			.restart(UNLIMITED)
			.queueCapacity(100_000)
			.jvmOptions(List.of(OwnSockets.OPTION)));
	}

	private void run(ProcessPool pool, boolean disturb) throws Exception {
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < SUBMITTERS; i++) {
			SplittableRandom random = new SplittableRandom(i);
			threads.add(new Thread(() -> submit(pool, disturb, random), "submitter-" + i));
		}
		threads.add(new Thread(() -> kill(pool, disturb), "killer"));
		threads.forEach(Thread::start);
		Thread.sleep(1000 * SECONDS);
		this.done.set(true);
		for (Thread thread : threads) {
			thread.join(60_000);
			assertThat(thread.isAlive()).as(thread.getName() + " hangs").isFalse();
		}
		pool.shutdown();
		assertThat(pool.awaitTermination(Duration.ofSeconds(60))).isTrue();
		await().atMost(Duration.ofSeconds(20)).until(() -> this.ended.get() == this.accepted.get());
	}

	private void submit(ProcessPool pool, boolean disturb, SplittableRandom random) {
		while (!this.done.get()) {
			if (random.nextInt(10) == 0) {
				map(pool, disturb, random);
			}
			List<CompletableFuture<?>> futures = new ArrayList<>();
			for (int i = random.nextInt(20); i >= 0; i--) {
				futures.add(submitOne(pool, disturb, random));
			}
			for (CompletableFuture<?> future : futures) {
				if (disturb && random.nextInt(20) == 0) {
					future.cancel(true);
				}
				future.handle((result, ex) -> null).join();
			}
		}
	}

	private CompletableFuture<?> submitOne(ProcessPool pool, boolean disturb, SplittableRandom random) {
		int length = (random.nextInt(50) == 0) ? random.nextInt(4 << 20) : random.nextInt(200);
		byte[] bytes = new byte[length];
		Arrays.fill(bytes, (byte) length);
		TaskOptions options = (disturb) ? TaskOptions.of().timeout(Duration.ofSeconds(2)) : TaskOptions.of();
		this.accepted.incrementAndGet();
		int millis = (random.nextInt(100) == 0) ? 50 : 0;
		CompletableFuture<byte[]> future = pool.submit(() -> {
			Thread.sleep(millis);
			return bytes;
		}, options);
		future.whenComplete((result, ex) -> {
			this.ended.incrementAndGet();
			boolean right = (ex != null) ? disturb : Arrays.equals(result, bytes);
			this.wrong.addAndGet(right ? 0 : 1);
			if (!right && ex != null) {
				ex.printStackTrace();
			}
		});
		if (random.nextInt(4) == 0) {
			try {
				future.get();
			}
			catch (Exception ex) {
				// counted above
			}
		}
		return future;
	}

	private void map(ProcessPool pool, boolean disturb, SplittableRandom random) {
		List<Integer> items = random.ints(100, 0, 1000).boxed().toList();
		MapOptions options = MapOptions.of().chunkSize(1 + random.nextInt(10));
		try (Stream<Integer> results = (disturb)
				? pool.map((item) -> item + 1, items, options.timeout(Duration.ofSeconds(3)))
				: pool.map((item) -> item + 1, items, options)) {
			List<Integer> expected = items.stream().map((item) -> item + 1).toList();
			this.wrong.addAndGet(results.toList().equals(expected) ? 0 : 1);
		}
		catch (RuntimeException ex) {
			this.wrong.addAndGet(disturb ? 0 : 1);
			if (!disturb) {
				ex.printStackTrace();
			}
		}
	}

	private void kill(ProcessPool pool, boolean disturb) {
		SplittableRandom random = new SplittableRandom(99);
		while (!this.done.get()) {
			try {
				Thread.sleep(random.nextInt(1500));
				String signal = List.of("KILL", "STOP", "TERM", "garbage").get(random.nextInt(4));
				List<PoolWorker> workers = pool.workers();
				if (signal.equals("garbage")) {
					String mark = Files.createFile(this.folder.resolve("garbage" + random.nextLong())).toString();
					pool.execute(() -> sendGarbageOnce(mark));
				}
				else if (!workers.isEmpty()) {
					long pid = workers.get(random.nextInt(workers.size())).pid();
					signal(pid, signal);
					if (signal.equals("STOP") && !disturb) {
						// nothing else ends a task without a timeout in a frozen worker
						Thread.sleep(random.nextInt(500));
						signal(pid, "KILL");
					}
				}
			}
			catch (InterruptedException | IOException | RejectedExecutionException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	private static void signal(long pid, String signal) throws IOException, InterruptedException {
		new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start().waitFor();
	}

	/**
	 * Send garbage unless that was done, for with retries the task is run again.
	 */
	private static void sendGarbageOnce(String mark) {
		try {
			if (Files.deleteIfExists(Path.of(mark))) {
				byte[] garbage = new byte[64];
				ThreadLocalRandom.current().nextBytes(garbage);
				OwnSockets.write(garbage);
			}
		}
		catch (IOException | ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int sockets() throws IOException {
		// the JDK keeps one for itself from the first on
		SocketChannel.open(StandardProtocolFamily.UNIX).close();
		return OwnSockets.list().size();
	}

	private static void assertNothingIsLeft(ProcessPool pool, int sockets) {
		assertThat(pool.snapshot().active()).isZero();
		assertThat(pool.workers()).isEmpty();
		await().untilAsserted(() -> assertThat(ProcessHandle.current().descendants()).isEmpty());
		await().untilAsserted(() -> assertThat(sockets()).isLessThanOrEqualTo(sockets));
		await().untilAsserted(() -> assertThat(folders()).isEmpty());
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
				.noneMatch((thread) -> thread.getName().startsWith("test-")));
	}

	private static List<Path> folders() throws IOException {
		List<Path> folders = new ArrayList<>();
		for (String base : Arrays.asList(System.getenv("XDG_RUNTIME_DIR"), System.getProperty("java.io.tmpdir"))) {
			if (base != null && Files.isDirectory(Path.of(base))) {
				try (Stream<Path> files = Files.list(Path.of(base))) {
					files.filter((file) -> file.getFileName().toString().startsWith("heddle-" + pid() + "-"))
						.forEach(folders::add);
				}
			}
		}
		return folders;
	}

}
