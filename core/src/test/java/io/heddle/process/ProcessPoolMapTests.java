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
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.heddle.executor.TaskOptions;
import io.heddle.future.MapOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the maps and bean calls of a {@link ProcessPool}.
 */
class ProcessPoolMapTests extends AbstractProcessPoolTests {

	private static final List<Integer> ITEMS = IntStream.range(0, 500).boxed().toList();

	private static final List<Integer> SQUARES = ITEMS.stream().map((item) -> item * item).toList();

	@Test
	void shouldGiveSameResultsWhateverTheChunks() {
		ProcessPool pool = build((builder) -> builder.size(2));
		for (int chunkSize : new int[] { 1, 2, 7, 64, 1000 }) {
			MapOptions options = MapOptions.of().chunkSize(chunkSize);
			assertThat(pool.map((item) -> item * item, ITEMS, options)).isEqualTo(SQUARES);
			assertThat(pool.imap((item) -> item * item, ITEMS, options)).isEqualTo(SQUARES);
			assertThat(pool.imapUnordered((item) -> item * item, ITEMS, options))
				.containsExactlyInAnyOrderElementsOf(SQUARES);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SPAWN", "THREAD" })
	void shouldMapPairsNothingAndNulls(StartMethod startMethod) {
		ProcessPool pool = build((builder) -> builder.size(1).startMethod(startMethod));
		assertThat(pool.starmap((a, b) -> a + b, Map.of(1, "one").entrySet())).containsExactly("1one");
		assertThat(pool.<Integer, Integer>map((item) -> item, List.of())).isEmpty();
		assertThat(pool.<Integer, Integer>imapUnordered((item) -> item, List.of())).isEmpty();
		assertThat(pool.map((item) -> null, List.of(1))).containsExactly((Object) null);
	}

	@Test
	void shouldSurfaceExceptionsAtTheirPosition() {
		ProcessPool pool = build();
		Iterator<Integer> results = pool.map((item) -> 10 / item, List.of(1, 0, 2), MapOptions.of().chunkSize(3))
			.iterator();
		assertThat(results.next()).isEqualTo(10);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(results::next)
			.withCauseInstanceOf(ArithmeticException.class);
		assertThat(results.next()).isEqualTo(5);
		assertThat(results.hasNext()).isFalse();
	}

	@Test
	void shouldSurfaceExceptionOfInputAtItsPosition() {
		ProcessPool pool = build();
		Iterable<Integer> items = () -> Stream.of(1, 2, 3).map((item) -> {
			if (item == 3) {
				throw new IllegalStateException("input");
			}
			return item;
		}).iterator();
		Iterator<Integer> results = pool.imap((item) -> -item, items).iterator();
		assertThat(results.next()).isEqualTo(-1);
		assertThat(results.next()).isEqualTo(-2);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(results::next)
			.withCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void shouldYieldAsCompleted() {
		ProcessPool pool = build((builder) -> builder.size(2));
		assertThat(pool.imapUnordered((item) -> {
			try {
				Thread.sleep(item);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return item;
		}, List.of(3_000, 1)).findFirst()).hasValue(1);
	}

	@Test
	void shouldNotTakeInputFarAhead() {
		ProcessPool pool = build();
		AtomicInteger taken = new AtomicInteger();
		try (Stream<Integer> results = pool.imap((item) -> item,
				() -> Stream.generate(taken::incrementAndGet).iterator())) {
			assertThat(results.limit(10)).hasSize(10);
		}
		assertThat(taken.get()).isLessThanOrEqualTo(14);
	}

	@Test
	void shouldMapMoreItemsThanTheQueueHolds() {
		ProcessPool pool = build((builder) -> builder.size(1).queueCapacity(10));
		assertThat(pool.map((item) -> item * item, ITEMS)).isEqualTo(SQUARES);
	}

	@Test
	void shouldSerializeFunctionOnceForEachMap() {
		ProcessPool pool = build();
		CountingFunction function = new CountingFunction(new AtomicInteger());
		assertThat(pool.map(function, ITEMS)).isEqualTo(ITEMS);
		assertThat(function.count().get()).isOne();
	}

	@ParameterizedTest
	@EnumSource(names = { "SPAWN", "THREAD" })
	void shouldCallMethodOfBean(StartMethod startMethod) throws Exception {
		ProcessPool pool = build((builder) -> builder.size(1).startMethod(startMethod));
		Method method = Counter.class.getDeclaredMethod("add", int.class);
		BeanMethod add = BeanMethod.of(null, Counter.class, method);
		assertThat(pool.<Integer>submit(add, new Object[] { 2 }, TaskOptions.of()).get()).isEqualTo(2);
		assertThat(pool.<Integer>submit(add, new Object[] { 3 }, TaskOptions.of()).get(20, TimeUnit.SECONDS))
			.isEqualTo(5);
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> pool.submit(add, new Object[] { -1 }, TaskOptions.of()).get())
			.withCauseInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void shouldReturn64MegabytesWhole() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(1).maxHeap("256m"));
		byte[] bytes = new byte[64 << 20];
		new SplittableRandom(1).nextBytes(bytes);
		assertThat(Arrays.equals(pool.submit(() -> bytes).get(), bytes)).isTrue();
		List<byte[]> parts = pool.submit(() -> List.of(bytes, new byte[] { 7 })).get();
		assertThat(Arrays.equals(parts.get(0), bytes)).isTrue();
		assertThat(parts.get(1)).containsExactly(7);
	}

	@Test
	void shouldFailTaskOverTheLimitAlone() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(1).maxFrameSize(1 << 20));
		byte[] bytes = new byte[2 << 20];
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> pool.submit(() -> bytes.length).get())
			.withCauseInstanceOf(IllegalArgumentException.class);
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> pool.submit(() -> new byte[2 << 20]).get())
			.withCauseInstanceOf(IllegalArgumentException.class);
		assertThat(pool.submit(() -> 1).get()).isOne();
	}

	@Test
	void shouldBringExceptionNearTheLimitAsText() {
		ProcessPool pool = build((builder) -> builder.size(1).maxFrameSize(1 << 20));
		String large = "x".repeat(1_020 << 10);
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> pool.submit(() -> {
			throw new IllegalStateException(large);
		}).get()).havingCause().isInstanceOfSatisfying(RemoteException.class, (remote) -> {
			assertThat(remote.className()).isEqualTo(IllegalStateException.class.getName());
			assertThat(remote).hasMessageContaining("xxx [cut]");
		});
	}

	@Test
	void shouldNestToMaxDepth() throws Exception {
		ProcessPool pool = build();
		assertThat(pool.submit(() -> {
			ProcessPool inner = ProcessPool.builder("inner").size(1).allow(List.of("io.heddle.process.**")).build();
			try {
				return inner.submit(() -> pid()).get();
			}
			finally {
				inner.shutdown();
			}
		}).get()).isNotEqualTo(pid());
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> pool.submit(() -> ProcessPool.builder("inner").maxDepth(1).build().name()).get())
			.havingCause()
			.isInstanceOf(IllegalStateException.class)
			.withMessageContaining("'maxDepth' is 1");
	}

	@Test
	void shouldRunTasksOfThreadPoolHere() throws Exception {
		ProcessPool pool = build((builder) -> builder.size(1).startMethod(StartMethod.THREAD));
		Object notSerializable = new Object();
		assertThat(pool.submit(() -> notSerializable).get()).isSameAs(notSerializable);
		assertThat(pool.workers()).hasSize(1);
		assertThat(pool.poolSnapshot().size()).isOne();
		assertThat(pool.killWorker(pid())).isFalse();
	}

	@ParameterizedTest
	@EnumSource(names = { "SPAWN", "THREAD" })
	void shouldStopWithinChunkWhenClosed(StartMethod startMethod, @TempDir Path folder) {
		ProcessPool pool = build((builder) -> builder.size(1).startMethod(startMethod));
		String name = folder.toString();
		Stream<Integer> results = pool.map((item) -> touch(name, item), ITEMS, MapOptions.of().chunkSize(500));
		await().until(() -> Files.exists(folder.resolve("3")));
		results.close();
		await().until(() -> pool.snapshot().active() == 0);
		assertThat(folder.resolve("499")).doesNotExist();
	}

	/**
	 * Take a while, deaf to interrupts.
	 */
	private static int touch(String folder, int item) {
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(5);
		while (System.nanoTime() - end < 0) {
			Thread.onSpinWait();
		}
		try {
			Files.createFile(Path.of(folder, String.valueOf(item)));
			return item;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A bean with a state.
	 */
	static class Counter {

		private int sum;

		int add(int number) {
			if (number < 0) {
				throw new IllegalArgumentException("negative");
			}
			this.sum += number;
			return this.sum;
		}

	}

	/**
	 * A function that counts how often it is written.
	 *
	 * @param count the count
	 */
	record CountingFunction(AtomicInteger count) implements ProcessFunction<Integer, Integer> {

		@Override
		public Integer apply(Integer item) {
			return item;
		}

		private Object writeReplace() {
			this.count.incrementAndGet();
			return new CountedFunction();
		}

	}

	/**
	 * What arrives.
	 */
	record CountedFunction() implements ProcessFunction<Integer, Integer> {

		@Override
		public Integer apply(Integer item) {
			return item;
		}

	}

}
