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
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.heddle.future.MapOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for chunks: they change the speed of a map, never its results.
 */
class ChunkingTests extends AbstractProcessPoolTests {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4, 8 })
	void shouldFailItemsThatCannotBeSentOrReadAlone(int chunkSize) {
		ProcessPool pool = build();
		List<Object> items = Arrays.asList(1, "two", new Object(), null, new Unreadable(true), List.of(6),
				new Unwritable(), 8);
		assertThat(outcomes(pool.map((Object item) -> "ok " + item, items, chunks(chunkSize)))).containsExactly("ok 1",
				"ok two", "NotSerializableException", "ok null", "InvalidObjectException", "ok [6]",
				"IllegalStateException", "ok 8");
		List<Map.Entry<Object, Object>> pairs = items.stream()
			.map((item) -> (Map.Entry<Object, Object>) new AbstractMap.SimpleEntry<Object, Object>("a", item))
			.toList();
		assertThat(outcomes(pool.starmap((a, b) -> a + " " + b, pairs, chunks(chunkSize)))).containsExactly("a 1",
				"a two", "NotSerializableException", "a null", "InvalidObjectException", "a [6]",
				"IllegalStateException", "a 8");
		assertThat(pool.workers()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4, 8 })
	void shouldFailResultsThatCannotBeSentOrReadAlone(int chunkSize) {
		ProcessPool pool = build();
		assertThat(
				outcomes(pool.map((Integer item) -> result(item), List.of(0, 1, 2, 3, 4, 5, 6, 7), chunks(chunkSize))))
			.containsExactly("[0]", "1", "NotSerializableException", "[3]", "InvalidObjectException", "5",
					"IllegalStateException", "ArithmeticException");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 8 })
	void shouldSplitChunksThatTogetherExceedTheLimit(int chunkSize) {
		ProcessPool pool = build((builder) -> builder.size(2).maxFrameSize(1 << 20));
		List<Integer> sizes = List.of(300_000, 300_001, 300_002, 300_003, 2_000_000, 300_005, 1_048_000, 300_007);
		List<String> expected = List.of("300000", "300001", "300002", "300003", "IllegalArgumentException", "300005",
				"1048000", "300007");
		assertThat(outcomes(pool.map((Integer size) -> new byte[size], sizes, chunks(chunkSize)).map((r) -> r.length)))
			.isEqualTo(expected);
		assertThat(outcomes(pool.map((Integer size) -> List.of(new byte[size]), sizes, chunks(chunkSize))
			.map((r) -> r.get(0).length))).isEqualTo(expected);
		List<byte[]> items = sizes.stream().map(byte[]::new).toList();
		assertThat(outcomes(pool.map((byte[] item) -> item.length, items, chunks(chunkSize)))).isEqualTo(expected);
		assertThat(outcomes(pool.imapUnordered((List<byte[]> item) -> item.get(0).length,
				items.stream().map(List::of).toList(), chunks(chunkSize))))
			.containsExactlyInAnyOrderElementsOf(expected);
		List<Integer> texts = IntStream.range(0, 8).map((i) -> 200_000 + i).boxed().toList();
		assertThat(
				pool.map((String text) -> text.length(), texts.stream().map("é"::repeat).toList(), chunks(chunkSize)))
			.isEqualTo(texts);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void shouldShareNothingBetweenItemsAndBetweenResults(int chunkSize) {
		ProcessPool pool = build();
		List<Integer> one = new ArrayList<>();
		assertThat(pool.map((List<Integer> item) -> {
			item.add(1);
			return item.size();
		}, List.of(one, one, one), chunks(chunkSize))).containsExactly(1, 1, 1);
		assertThat(pool.map((List<List<Integer>> item) -> {
			item.get(0).add(1);
			return item.get(0).size();
		}, List.of(List.of(one), List.of(one), List.of(one)), chunks(chunkSize))).containsExactly(1, 1, 1);
		byte[] bytes = new byte[10_000];
		assertThat(pool.map((byte[] item) -> ++item[9_999], List.of(bytes, bytes, bytes), chunks(chunkSize)))
			.containsExactly((byte) 1, (byte) 1, (byte) 1);
		Stateful stateful = new Stateful(new ArrayList<>(), new byte[10_000]);
		List<List<Object>> results = pool.map(stateful, List.of(1, 2, 3), chunks(chunkSize)).toList();
		assertThat(results).extracting((result) -> ((List<?>) result.get(0)).size()).containsExactly(1, 2, 3);
		assertThat(results).extracting((result) -> ((byte[]) result.get(1))[0])
			.containsExactly((byte) 1, (byte) 2, (byte) 3);
		assertThat(results.get(0).get(0)).isNotSameAs(results.get(1).get(0));
	}

	private static MapOptions chunks(int chunkSize) {
		return MapOptions.of().chunkSize(chunkSize);
	}

	private static List<String> outcomes(Stream<?> results) {
		List<String> outcomes = new ArrayList<>();
		Iterator<?> iterator = results.iterator();
		boolean more = true;
		while (more) {
			try {
				more = iterator.hasNext();
				if (more) {
					outcomes.add(String.valueOf(iterator.next()));
				}
			}
			catch (CompletionException ex) {
				outcomes.add(ex.getCause().getClass().getSimpleName());
			}
		}
		return outcomes;
	}

	private static Object result(int item) {
		return switch (item) {
			case 0, 3 -> List.of(item);
			case 2 -> new Object();
			case 4 -> new Unreadable(false);
			case 6 -> new Unwritable();
			case 7 -> 1 / (item - 7);
			default -> item;
		};
	}

	/**
	 * Cannot be read on one side.
	 */
	private static final class Unreadable implements Serializable {

		private static final long serialVersionUID = 1L;

		private final boolean inWorker;

		Unreadable(boolean inWorker) {
			this.inWorker = inWorker;
		}

		private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
			in.defaultReadObject();
			if (this.inWorker == (WorkerDepth.current() > 0)) {
				throw new IllegalStateException("not to be read here");
			}
		}

	}

	/**
	 * Cannot be written.
	 */
	private static final class Unwritable implements Serializable {

		private static final long serialVersionUID = 1L;

		private void writeObject(ObjectOutputStream out) {
			throw new IllegalStateException("not to be written");
		}

	}

	/**
	 * A function that returns the same objects again and again.
	 *
	 * @param seen a list that grows
	 * @param bytes an array that changes
	 */
	private record Stateful(List<Integer> seen, byte[] bytes) implements ProcessFunction<Integer, List<Object>> {

		@Override
		public List<Object> apply(Integer item) {
			this.seen.add(item);
			this.bytes[0]++;
			return List.of(this.seen, this.bytes);
		}

	}

}
