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

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
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

	private final AtomicLong accepted = new AtomicLong();

	private final AtomicLong ended = new AtomicLong();

	private final AtomicLong wrong = new AtomicLong();

	private final AtomicBoolean done = new AtomicBoolean();

	@Test
	void shouldEndEachFutureOnce() throws Exception {
		long descriptors = descriptors();
		ProcessPool pool = buildPool(0);
		run(pool, true, List.of("KILL", "STOP", "TERM"));
		assertThat(this.wrong).hasValue(0);
		assertNothingIsLeft(pool, descriptors);
	}

	@Test
	void shouldDeliverEachResultWithRetries() throws Exception {
		long descriptors = descriptors();
		ProcessPool pool = buildPool(1_000);
		run(pool, false, List.of("KILL", "TERM"));
		assertThat(this.wrong).hasValue(0);
		assertThat(pool.snapshot().tasks().failed()).isZero();
		assertNothingIsLeft(pool, descriptors);
	}

	private ProcessPool buildPool(int retries) {
		return build((builder) -> builder.size(4)
			.retries(retries)
			.restart(UNLIMITED)
			.queueCapacity(100_000)
			.jvmOptions(List.of("--add-opens=java.base/java.io=ALL-UNNAMED")));
	}

	private void run(ProcessPool pool, boolean disturb, List<String> signals) throws Exception {
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < SUBMITTERS; i++) {
			SplittableRandom random = new SplittableRandom(i);
			threads.add(new Thread(() -> submit(pool, disturb, random), "submitter-" + i));
		}
		threads.add(new Thread(() -> kill(pool, disturb, signals), "killer"));
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

	private void kill(ProcessPool pool, boolean disturb, List<String> signals) {
		SplittableRandom random = new SplittableRandom(99);
		while (!this.done.get()) {
			try {
				Thread.sleep(random.nextInt(1500));
				List<PoolWorker> workers = pool.workers();
				if (disturb && random.nextInt(4) == 0) {
					pool.execute(() -> sendGarbage());
				}
				else if (!workers.isEmpty()) {
					long pid = workers.get(random.nextInt(workers.size())).pid();
					String signal = signals.get(random.nextInt(signals.size()));
					new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start().waitFor();
				}
			}
			catch (InterruptedException | IOException | RejectedExecutionException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	/**
	 * Write random bytes to the worker's own sockets.
	 */
	private static void sendGarbage() {
		try (Stream<Path> links = Files.list(Path.of("/proc/self/fd"))) {
			Constructor<FileDescriptor> constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
			constructor.setAccessible(true);
			for (Path link : links.toList()) {
				if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).toString().startsWith("socket:")) {
					byte[] garbage = new byte[64];
					ThreadLocalRandom.current().nextBytes(garbage);
					FileDescriptor descriptor = constructor
						.newInstance(Integer.parseInt(link.getFileName().toString()));
					new FileOutputStream(descriptor).write(garbage);
				}
			}
		}
		catch (IOException | ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static long descriptors() throws IOException {
		try (Stream<Path> links = Files.list(Path.of("/proc/self/fd"))) {
			return links.count();
		}
	}

	private static void assertNothingIsLeft(ProcessPool pool, long descriptors) {
		assertThat(pool.snapshot().active()).isZero();
		assertThat(pool.workers()).isEmpty();
		await().untilAsserted(() -> assertThat(ProcessHandle.current().children()).isEmpty());
		await().untilAsserted(() -> assertThat(descriptors()).isLessThanOrEqualTo(descriptors + 10));
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
				.noneMatch((thread) -> thread.getName().startsWith("test-")));
	}

}
