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

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link CompactWriter} has written. Trusts no length. Stateless.
 */
final class CompactReader {

	/**
	 * Stands for a value that follows in the object stream.
	 */
	static final Object OBJECT = new Object();

	private CompactReader() {
	}

	/**
	 * Read the values in front of the object stream.
	 * @param body the body of a frame, of which the object stream is left
	 * @param attachments the attachments of the frame
	 * @return the values, with {@link #OBJECT} for each in the stream
	 * @throws FrameException if it is garbage
	 */
	static List<@Nullable Object> readAll(ByteBuffer body, List<Object> attachments) throws FrameException {
		int count = (body.remaining() >= Integer.BYTES) ? body.getInt() : -1;
		if (count < 0 || count > body.remaining()) {
			throw new FrameException("A body of " + body.remaining() + " bytes cannot hold " + count + " values");
		}
		List<@Nullable Object> values = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			values.add(read(body, attachments));
		}
		return values;
	}

	private static @Nullable Object read(ByteBuffer source, List<Object> attachments) throws FrameException {
		CompactTag tag = CompactTag.of(check(source, 1, 1).get());
		return switch (tag) {
			case NULL -> null;
			case TRUE -> true;
			case FALSE -> false;
			case BYTE -> check(source, 1, Byte.BYTES).get();
			case SHORT -> check(source, 1, Short.BYTES).getShort();
			case INT -> check(source, 1, Integer.BYTES).getInt();
			case LONG -> check(source, 1, Long.BYTES).getLong();
			case FLOAT -> check(source, 1, Float.BYTES).getFloat();
			case DOUBLE -> check(source, 1, Double.BYTES).getDouble();
			case CHAR -> check(source, 1, Character.BYTES).getChar();
			case LATIN1 -> readLatin1(source);
			case UTF16 -> readUtf16(source);
			case BYTES -> readBytes(source);
			case BUFFER -> ByteBuffer.wrap(readBytes(source));
			case ATTACHED -> attachment(check(source, 1, Integer.BYTES).getInt(), attachments);
			case OBJECT -> OBJECT;
			case ITEM -> readItem(source, attachments);
			default -> readArray(tag, source, attachments);
		};
	}

	static Object attachment(int index, List<Object> attachments) throws FrameException {
		if (index < 0 || index >= attachments.size()) {
			throw new FrameException("There is no attachment " + index + " among " + attachments.size());
		}
		return attachments.get(index);
	}

	private static SentItem readItem(ByteBuffer source, List<Object> attachments) throws FrameException {
		int length = length(source, 1);
		ByteBuffer body = source.slice(source.position(), length);
		skip(source, length, 1);
		check(source, 2, Integer.BYTES);
		int first = source.getInt();
		int count = source.getInt();
		if (first < 0 || count < 0 || count > attachments.size() - first) {
			throw new FrameException(
					"There are no " + count + " attachments from " + first + " on among " + attachments.size());
		}
		return new SentItem(body, attachments.subList(first, first + count));
	}

	private static Object readArray(CompactTag tag, ByteBuffer source, List<Object> attachments) throws FrameException {
		switch (tag) {
			case INTS -> {
				int[] array = new int[length(source, Integer.BYTES)];
				source.asIntBuffer().get(array);
				skip(source, array.length, Integer.BYTES);
				return array;
			}
			case LONGS -> {
				long[] array = new long[length(source, Long.BYTES)];
				source.asLongBuffer().get(array);
				skip(source, array.length, Long.BYTES);
				return array;
			}
			case DOUBLES -> {
				double[] array = new double[length(source, Double.BYTES)];
				source.asDoubleBuffer().get(array);
				skip(source, array.length, Double.BYTES);
				return array;
			}
			case FLOATS -> {
				float[] array = new float[length(source, Float.BYTES)];
				source.asFloatBuffer().get(array);
				skip(source, array.length, Float.BYTES);
				return array;
			}
			case CHARS -> {
				char[] array = new char[length(source, Character.BYTES)];
				source.asCharBuffer().get(array);
				skip(source, array.length, Character.BYTES);
				return array;
			}
			case SHORTS -> {
				short[] array = new short[length(source, Short.BYTES)];
				source.asShortBuffer().get(array);
				skip(source, array.length, Short.BYTES);
				return array;
			}
			case BOOLEANS -> {
				boolean[] array = new boolean[length(source, 1)];
				for (int i = 0; i < array.length; i++) {
					array[i] = source.get() != 0;
				}
				return array;
			}
			default -> {
				return readStrings(source, attachments);
			}
		}
	}

	private static @Nullable String[] readStrings(ByteBuffer source, List<Object> attachments) throws FrameException {
		@Nullable String[] array = new String[length(source, 1)];
		for (int i = 0; i < array.length; i++) {
			Object item = read(source, attachments);
			if (item != null && !(item instanceof String)) {
				throw new FrameException("An array of strings holds a " + item.getClass().getName());
			}
			array[i] = (String) item;
		}
		return array;
	}

	private static byte[] readBytes(ByteBuffer source) throws FrameException {
		byte[] array = new byte[length(source, 1)];
		source.get(array);
		return array;
	}

	private static String readLatin1(ByteBuffer source) throws FrameException {
		int length = length(source, 1);
		String string = new String(source.array(), source.arrayOffset() + source.position(), length,
				StandardCharsets.ISO_8859_1);
		skip(source, length, 1);
		return string;
	}

	private static String readUtf16(ByteBuffer source) throws FrameException {
		char[] chars = new char[length(source, Character.BYTES)];
		source.asCharBuffer().get(chars);
		skip(source, chars.length, Character.BYTES);
		return new String(chars);
	}

	private static int length(ByteBuffer source, int width) throws FrameException {
		int length = check(source, 1, Integer.BYTES).getInt();
		check(source, length, width);
		return length;
	}

	private static ByteBuffer check(ByteBuffer source, int length, int width) throws FrameException {
		if (length < 0 || (long) length * width > source.remaining()) {
			throw new FrameException("A value of " + length + " x " + width + " bytes does not fit in the remaining "
					+ source.remaining());
		}
		return source;
	}

	private static void skip(ByteBuffer source, int length, int width) {
		source.position(source.position() + length * width);
	}

}
