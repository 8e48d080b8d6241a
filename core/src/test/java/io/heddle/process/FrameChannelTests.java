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
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FrameChannel}.
 */
@Timeout(60)
class FrameChannelTests {

	private final TaskCodec codec = new TaskCodec(values(), new ThrowableCodec(values(), "In a test"));

	@Test
	void shouldCarry64Megabytes() throws Exception {
		byte[] bytes = new byte[64 << 20];
		new Random(1).nextBytes(bytes);
		try (SocketPair pair = SocketPair.open(FrameHeader.MAX_LENGTH)) {
			pair.left().write(this.codec.encodePlain(FrameKind.RESULT, 1, bytes, "end"));
			List<Object> values = this.codec.values().decode(SocketPair.receive(pair.right(), pair.left()));
			assertThat(Arrays.equals((byte[]) values.get(0), bytes)).isTrue();
			assertThat(values.get(1)).isEqualTo("end");
		}
	}

	@Test
	void shouldKeepOrderAndCountOfFramesThatTheSocketDoesNotTakeAtOnce() throws Exception {
		try (SocketPair pair = SocketPair.open(FrameHeader.MAX_LENGTH)) {
			List<OutgoingFrame> frames = new ArrayList<>();
			Random random = new Random(2);
			for (int i = 0; i < 300; i++) {
				frames.add(this.codec.encodePlain(FrameKind.RESULT, i, new byte[random.nextInt(50_000)],
						"x".repeat(random.nextInt(100_000)), new int[random.nextInt(10)]));
			}
			assertThat(pair.left().write(frames)).isFalse();
			assertThat(pair.left().isPending()).isTrue();
			pair.left().write(TaskCodec.control(FrameKind.STOP, 300));
			for (int i = 0; i < 300; i++) {
				Frame frame = SocketPair.receive(pair.right(), pair.left());
				assertThat(frame.id()).isEqualTo(i);
				assertThat(this.codec.values().decode(frame)).hasSize(3);
			}
			assertThat(SocketPair.receive(pair.right(), pair.left()).kind()).isEqualTo(FrameKind.STOP);
			assertThat(pair.left().isPending()).isFalse();
		}
	}

	@Test
	void shouldReadFramesInAnyPieces() throws Exception {
		OutgoingFrame frame = this.codec.encodePlain(FrameKind.RESULT, 9, new byte[5_000], ByteBuffer.allocate(5_000));
		try (SocketPair pair = SocketPair.open(FrameHeader.MAX_LENGTH)) {
			for (ByteBuffer part : frame.parts()) {
				ByteBuffer rest = part.duplicate();
				while (rest.hasRemaining()) {
					ByteBuffer piece = rest.slice(rest.position(), Math.min(7, rest.remaining()));
					rest.position(rest.position() + piece.remaining());
					assertThat(pair.right().poll()).isNull();
					pair.raw().write(piece);
					pair.right().fill();
				}
			}
			assertThat(this.codec.values().decode(SocketPair.receive(pair.right(), pair.left()))).hasSize(2);
		}
	}

	@Test
	void shouldDeliverWhatCameBeforeTheEnd() throws Exception {
		try (SocketPair pair = SocketPair.open(FrameHeader.MAX_LENGTH)) {
			pair.left().write(this.codec.encodePlain(FrameKind.RESULT, 1, "last words"));
			pair.left().close();
			assertThat(pair.right().fill()).isTrue();
			assertThat(pair.right().fill()).isFalse();
			assertThat(pair.right().poll()).isNotNull();
			assertThat(pair.right().poll()).isNull();
		}
	}

	@Test
	void shouldRefuseFrameOverTheLimit() throws Exception {
		assertThatExceptionOfType(FrameException.class)
			.isThrownBy(
					() -> TaskCodecTests.received(this.codec.encodePlain(FrameKind.RESULT, 1, "x".repeat(300)), 256))
			.withMessageContaining("256");
	}

	@Test
	void shouldNeverDoMoreThanRefuseGarbage() throws Exception {
		Random random = new Random(3);
		OutgoingFrame good = this.codec.values()
			.encode(FrameKind.RESULT, 9, List.of("a", 1, new byte[5_000], List.of(1, 2), new String[] { "x" }));
		ByteBuffer whole = ByteBuffer.allocate((int) good.length());
		Arrays.stream(good.parts()).forEach((part) -> whole.put(part.duplicate()));
		for (int i = 0; i < 3_000; i++) {
			byte[] bytes = whole.array().clone();
			if (i % 3 == 0) {
				random.nextBytes(bytes);
			}
			for (int flips = random.nextInt(4); flips >= 0; flips--) {
				bytes[random.nextInt(Math.min(bytes.length, 200))] = (byte) random.nextInt();
			}
			feed(bytes);
		}
	}

	private void feed(byte[] bytes) throws IOException {
		try (SocketPair pair = SocketPair.open(1 << 16)) {
			pair.raw().write(ByteBuffer.wrap(bytes));
			pair.raw().shutdownOutput();
			while (pair.right().fill()) {
				for (Frame frame = pair.right().poll(); frame != null; frame = pair.right().poll()) {
					this.codec.values().decode(frame);
				}
			}
		}
		catch (IOException | ClassNotFoundException ex) {
			// refused, which is all that may happen
		}
	}

	private static ValueCodec values() {
		return new ValueCodec(new AllowList("imaging", List.of()), FrameHeader.MAX_LENGTH,
				FrameChannelTests.class.getClassLoader());
	}

}
