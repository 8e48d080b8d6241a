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
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TaskCodec} and the codecs below it.
 */
class TaskCodecTests {

	private static final int LIMIT = 1 << 20;

	private final TaskCodec codec = codec(List.of("io.heddle.process.*"));

	@ParameterizedTest
	@MethodSource("values")
	void shouldCarryValue(Object value) throws Exception {
		assertThat(travelled(this.codec, value)).isEqualTo(value);
	}

	static List<Object> values() {
		return List.of(true, false, (byte) -1, (short) 300, 7, -8L, 1.5f, Double.MIN_VALUE, 'ß', "", "plain", "naïve",
				"漢字\ud83d\ude00", "\ud800", new byte[] { 1, 2 }, new byte[100_000], new boolean[] { true, false },
				new short[] { 1 }, new char[] { 'x' }, new int[] { 1, 2, 3 }, new int[0], new long[] { Long.MIN_VALUE },
				new float[] { 1f }, new double[] { Double.NaN }, new String[] { "a", null, "漢" },
				ByteBuffer.wrap(new byte[] { 1 }), ByteBuffer.allocateDirect(10_000), new BigDecimal("1.20"),
				Instant.EPOCH, UUID.randomUUID(), Locale.FRANCE, List.of(1, "two"), Map.of("a", List.of()),
				new ArrayList<>(List.of(1)), new TreeMap<>(Map.of("k", 'v')), new ConcurrentHashMap<>(Map.of(1, 2)),
				new CopyOnWriteArrayList<>(List.of(1)), Arrays.asList(1, 2), new Object[] { 1, null }, new Point(1, 2),
				Color.RED, new int[][] { { 1 }, {} }, Path.of("relative/to.txt"), Path.of("/tmp", "naïve"),
				List.of(Path.of("")), new Path[] { Path.of("a"), null },
				new Job(Path.of("/tmp/in"), List.of(Path.of("out"))));
	}

	@Test
	void shouldRefusePathOfAnotherFileSystem(@TempDir Path folder) throws Exception {
		Path zip = folder.resolve("some.zip");
		try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of("create", "true"))) {
			Path within = files.getPath("/entry");
			assertThatExceptionOfType(NotSerializableException.class)
				.isThrownBy(() -> this.codec.task(1, null, List.of(within)))
				.withMessageContaining("'/entry' is not of the default file system");
			assertThat(travelled(this.codec, folder)).isEqualTo(folder);
		}
	}

	@Test
	void shouldCarryNull() throws Exception {
		assertThat(travelled(this.codec, null)).isNull();
	}

	@Test
	void shouldCarryBytesWithinObjectsBesideTheStreamAndKeepSharing() throws Exception {
		byte[] bytes = new byte[500_000];
		bytes[499_999] = 7;
		Map<String, Object> value = new HashMap<>(Map.of("a", bytes, "b", bytes, "c", ByteBuffer.wrap(bytes, 1, 5)));
		OutgoingFrame frame = this.codec.values().encode(FrameKind.RESULT, 1, List.of(value));
		assertThat(frame.parts()[1].remaining()).isLessThan(1_000);
		Map<?, ?> received = (Map<?, ?>) travelled(this.codec, value);
		assertThat((byte[]) received.get("a")).isEqualTo(bytes).isSameAs(received.get("b"));
		assertThat((ByteBuffer) received.get("c")).isEqualTo(ByteBuffer.wrap(bytes, 1, 5));
	}

	@Test
	void shouldNotSeeLaterChangesOfDetachedFrame() throws Exception {
		byte[] bytes = new byte[10_000];
		OutgoingFrame frame = this.codec.values().encode(FrameKind.RESULT, 1, List.of(bytes)).detached();
		bytes[0] = 1;
		assertThat((byte[]) this.codec.result(received(frame, LIMIT))).startsWith((byte) 0);
	}

	@Test
	@SuppressWarnings("unchecked")
	void shouldCarryLambdaOfAllowedClass() throws Exception {
		int captured = 20;
		ProcessTask<Integer> task = () -> captured + 1;
		Frame frame = received(this.codec.task(1, Map.of("user", "me"), task), LIMIT);
		List<Object> values = this.codec.values().decode(frame);
		assertThat(((Callable<Integer>) values.get(1)).call()).isEqualTo(21);
		assertThat(TaskCodec.context(values.get(0))).containsEntry("user", "me");
	}

	@Test
	void shouldCarryLambdaThatCapturesNothingInPlainValues() throws Exception {
		ProcessFunction<Integer, Integer> function = (value) -> value + 1;
		Frame frame = received(this.codec.define(1, function), LIMIT);
		assertThat(this.codec.values().decode(frame)).hasSize(LambdaCodec.PLAIN_SIZE)
			.startsWith("io/heddle/process/TaskCodecTests");
		assertThat(applied(frame)).isEqualTo(2);
	}

	@Test
	void shouldCarryMethodReferenceInPlainValues() throws Exception {
		ProcessFunction<Integer, Integer> function = Math::abs;
		Frame frame = received(this.codec.define(1, function), LIMIT);
		assertThat(this.codec.values().decode(frame)).hasSize(LambdaCodec.PLAIN_SIZE);
		assertThat(applied(frame)).isEqualTo(1);
	}

	@Test
	void shouldCarryFunctionThatCapturesInObjectStream() throws Exception {
		int captured = 20;
		ProcessFunction<Integer, Integer> function = (value) -> value + captured;
		Frame frame = received(this.codec.define(1, function), LIMIT);
		assertThat(this.codec.values().decode(frame)).hasSize(1);
		assertThat(applied(frame)).isEqualTo(21);
	}

	@SuppressWarnings("unchecked")
	private Object applied(Frame frame) throws Exception {
		return ((Function<Integer, Integer>) this.codec.function(frame)).apply(1);
	}

	@Test
	void shouldRefuseLambdaOfUnlistedClassOnBothSides() throws Exception {
		TaskCodec strict = codec(List.of());
		ProcessTask<Integer> task = () -> 1;
		assertThatExceptionOfType(InvalidClassException.class).isThrownBy(() -> strict.define(1, task))
			.withMessageContaining("io.heddle.process.TaskCodecTests")
			.withMessageContaining("heddle.process-pools.imaging.serialization.allow");
		Frame frame = received(this.codec.define(1, task), LIMIT);
		assertThatExceptionOfType(InvalidClassException.class).isThrownBy(() -> strict.function(frame))
			.withMessageContaining("io.heddle.process.TaskCodecTests");
	}

	@Test
	void shouldRefuseLambdaThatIsGarbage() throws Exception {
		ProcessTask<Integer> task = () -> 1;
		List<Object> values = this.codec.values().decode(received(this.codec.define(1, task), LIMIT));
		for (int i = 0; i < LambdaCodec.PLAIN_SIZE; i++) {
			List<Object> forged = new ArrayList<>(values);
			forged.set(i, 1L);
			assertThatExceptionOfType(FrameException.class)
				.isThrownBy(() -> this.codec.values().lambdas().decode(forged))
				.withMessageContaining("No lambda");
		}
		List<Object> other = new ArrayList<>(values);
		other.set(6, "main");
		assertThatExceptionOfType(InvalidObjectException.class)
			.isThrownBy(() -> this.codec.values().lambdas().decode(other))
			.withMessageContaining("'io.heddle.process.TaskCodecTests' of this JVM has not the lambda");
		other.set(0, "io/heddle/process/Missing");
		assertThatExceptionOfType(ClassNotFoundException.class)
			.isThrownBy(() -> this.codec.values().lambdas().decode(other));
		other.set(0, "io/heddle/process/WorkerMain");
		assertThatExceptionOfType(InvalidObjectException.class)
			.isThrownBy(() -> this.codec.values().lambdas().decode(other))
			.withMessageContaining("WorkerMain");
	}

	@Test
	void shouldCarryContextThatIsNotText() throws Exception {
		Frame frame = received(this.codec.task(1, Map.of("user", List.of(1)), "x"), LIMIT);
		assertThat(TaskCodec.context(this.codec.values().decode(frame).get(0))).containsEntry("user", List.of(1));
	}

	@Test
	void shouldTellHowToAllowClassThatIsSent() {
		TaskCodec strict = codec(List.of());
		assertThatExceptionOfType(InvalidClassException.class).isThrownBy(() -> strict.task(1, null, new Point(1, 2)))
			.withMessageContaining("io.heddle.process.TaskCodecTests$Point")
			.withMessageContaining("heddle.process-pools.imaging.serialization.allow");
	}

	@Test
	void shouldRefuseGadgetThatIsReceived() throws Exception {
		PriorityQueue<Point> gadget = new PriorityQueue<>(2, new Gadget());
		gadget.add(new Point(1, 2));
		gadget.add(new Point(2, 2));
		Frame frame = received(this.codec.values().encode(FrameKind.RESULT, 1, List.of(gadget)), LIMIT);
		TaskCodec strict = codec(List.of(Point.class.getName()));
		Gadget.touched = 0;
		assertThatExceptionOfType(InvalidClassException.class).isThrownBy(() -> strict.result(frame))
			.withMessageContaining("$Gadget")
			.withMessageContaining("serialization.allow");
		assertThat(Gadget.touched).isZero();
		assertThat(travelled(strict, new Point(3, 4))).isEqualTo(new Point(3, 4));
	}

	@Test
	void shouldRefuseDeepNesting() throws Exception {
		List<Object> nested = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			nested = new ArrayList<>(List.of(nested));
		}
		Object value = nested;
		assertThatExceptionOfType(InvalidClassException.class).isThrownBy(() -> travelled(this.codec, value))
			.withMessageContaining("deeper than the 200 levels that process pool 'imaging' reads")
			.withMessageContaining("flat");
		for (int i = 0; i < 100_000; i++) {
			nested = new ArrayList<>(List.of(nested));
		}
		Object deeper = nested;
		assertThatExceptionOfType(InvalidObjectException.class).isThrownBy(() -> travelled(this.codec, deeper))
			.withMessageContaining("deeper than the 200 levels that process pool 'imaging' reads");
	}

	@Test
	void shouldGoOnAfterValueThatCannotBeSerialized() throws Exception {
		for (int i = 0; i < 100; i++) {
			assertThatExceptionOfType(NotSerializableException.class)
				.isThrownBy(() -> this.codec.task(1, null, List.of(new Object())));
			assertThat(travelled(this.codec, List.of(i))).isEqualTo(List.of(i));
		}
	}

	@Test
	void shouldRefuseFrameOverTheLimitBeforeSending() throws Exception {
		for (Object large : List.of(new byte[LIMIT], new int[LIMIT / 4], "x".repeat(LIMIT),
				Arrays.asList(new byte[LIMIT / 2], new byte[LIMIT / 2]))) {
			assertThatIllegalArgumentException().isThrownBy(() -> this.codec.task(1, null, large))
				.withMessageContaining("1048576")
				.withMessageContaining("max-size");
		}
		assertThat(travelled(this.codec, 1)).isEqualTo(1);
	}

	@Test
	void shouldBringExceptionWithItsTypeAndRemoteStackAsLastCause() throws Exception {
		Throwable received = failed(this.codec,
				new IllegalStateException("outer", new UnsupportedOperationException("inner")));
		assertThat(received).isInstanceOf(IllegalStateException.class).hasMessage("outer");
		assertThat(received.getCause()).isInstanceOf(UnsupportedOperationException.class).hasMessage("inner");
		assertThat(received.getCause().getCause()).isInstanceOfSatisfying(RemoteException.class, (remote) -> {
			assertThat(remote.className()).isEqualTo(IllegalStateException.class.getName());
			assertThat(remote.remoteStackTrace()).contains("IllegalStateException: outer", "TaskCodecTests.should",
					"Caused by: java.lang.UnsupportedOperationException: inner");
		});
	}

	@Test
	void shouldAddRemoteStackAsSuppressedWhereTheChainIsClosed() throws Exception {
		Throwable received = failed(this.codec, new IllegalStateException("outer", null));
		assertThat(received.getCause()).isNull();
		assertThat(received.getSuppressed()).singleElement().isInstanceOf(RemoteException.class);
	}

	@Test
	void shouldBringExceptionThatIsNotAllowedAsText() throws Exception {
		Throwable received = failed(codec(List.of()), new HomeMade());
		assertThat(received)
			.isInstanceOfSatisfying(RemoteException.class,
					(remote) -> assertThat(remote.className()).isEqualTo(HomeMade.class.getName()))
			.hasMessage(HomeMade.class.getName() + ": of our own");
	}

	@Test
	void shouldBringExceptionThatCannotBeSerializedOrPrinted() throws Exception {
		assertThat(failed(this.codec, new Hostile())).isInstanceOfSatisfying(RemoteException.class,
				(remote) -> assertThat(remote.className()).isEqualTo(Hostile.class.getName()));
	}

	@Test
	void shouldBringOutcomesOfChunk() throws Exception {
		List<Object> values = new ArrayList<>(List.of(true, "one", false));
		values.addAll(this.codec.throwables().encode(new IllegalStateException("two")));
		values.addAll(Arrays.asList(true, null));
		List<ItemResult> items = this.codec
			.chunkResult(received(this.codec.values().encode(FrameKind.CHUNK_RESULT, 1, values), LIMIT));
		assertThat(items).hasSize(3);
		assertThat(items.get(0).value()).isEqualTo("one");
		assertThat(items.get(1).failure()).isInstanceOf(IllegalStateException.class).hasMessage("two");
		assertThat(items.get(2)).isEqualTo(new ItemResult(null, null));
	}

	@Test
	void shouldRefusePatternThatSaysNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> codec(List.of("*"))).withMessageContaining("imaging");
	}

	static TaskCodec codec(List<String> allow) {
		ValueCodec values = new ValueCodec(new AllowList("imaging", allow), LIMIT,
				TaskCodecTests.class.getClassLoader());
		return new TaskCodec(values, new ThrowableCodec(values, "In a test"));
	}

	private static Object travelled(TaskCodec codec, Object value) throws Exception {
		return codec.result(received(codec.values().encode(FrameKind.RESULT, 1, Arrays.asList(value)), LIMIT));
	}

	private static Throwable failed(TaskCodec codec, Throwable throwable) throws Exception {
		return codec.failure(
				received(codec.values().encode(FrameKind.FAILURE, 1, codec.throwables().encode(throwable)), LIMIT));
	}

	static Frame received(OutgoingFrame frame, int limit) throws IOException {
		try (SocketPair pair = SocketPair.open(limit)) {
			pair.left().write(frame);
			return SocketPair.receive(pair.right(), pair.left());
		}
	}

	record Job(Path input, List<Path> outputs) implements Serializable {

	}

	record Point(int x, int y) implements Serializable {

	}

	enum Color {

		RED {

			@Override
			int code() {
				return 1;
			}

		};

		abstract int code();

	}

	static final class Gadget implements Comparator<Point>, Serializable {

		static int touched;

		@Override
		public int compare(Point left, Point right) {
			touched++;
			return Integer.compare(left.x(), right.x());
		}

	}

	static final class HomeMade extends RuntimeException {

		HomeMade() {
			super("of our own");
		}

	}

	static final class Hostile extends RuntimeException {

		private final Object notSerializable = new Object();

		@Override
		public String getMessage() {
			throw new IllegalStateException(String.valueOf(this.notSerializable));
		}

	}

}
