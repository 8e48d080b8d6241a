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

import org.jspecify.annotations.Nullable;

/**
 * Writes boxed primitives, strings and their arrays without the JDK's serialization.
 * Stateless; only values of exactly these classes are taken.
 */
final class CompactWriter {

	private CompactWriter() {
	}

	/**
	 * Write a value if it has a compact form.
	 * @param value the value
	 * @param target where to
	 * @return whether it was written
	 */
	static boolean write(@Nullable Object value, FrameBuffer target) {
		if (value == null) {
			target.write(CompactTag.NULL.wire());
		}
		else if (value instanceof String string) {
			writeString(string, target);
		}
		else if (value instanceof Integer number) {
			room(target, CompactTag.INT, Integer.BYTES).putInt(number);
		}
		else if (value instanceof Long number) {
			room(target, CompactTag.LONG, Long.BYTES).putLong(number);
		}
		else if (value instanceof Double number) {
			room(target, CompactTag.DOUBLE, Double.BYTES).putDouble(number);
		}
		else if (value instanceof Boolean bool) {
			target.write(((bool) ? CompactTag.TRUE : CompactTag.FALSE).wire());
		}
		else if (value instanceof byte[] || value instanceof ByteBuffer) {
			writeBytes(value, target);
		}
		else {
			return writeRare(value, target);
		}
		return true;
	}

	private static boolean writeRare(Object value, FrameBuffer target) {
		if (value instanceof Byte number) {
			room(target, CompactTag.BYTE, Byte.BYTES).put(number);
		}
		else if (value instanceof Short number) {
			room(target, CompactTag.SHORT, Short.BYTES).putShort(number);
		}
		else if (value instanceof Float number) {
			room(target, CompactTag.FLOAT, Float.BYTES).putFloat(number);
		}
		else if (value instanceof Character character) {
			room(target, CompactTag.CHAR, Character.BYTES).putChar(character);
		}
		else if (value instanceof SentItem item) {
			writeItem(item, target);
		}
		else {
			return value.getClass().isArray() && writeArray(value, target);
		}
		return true;
	}

	private static void writeItem(SentItem item, FrameBuffer target) {
		int first = 0;
		for (Object attachment : item.attachments()) {
			first = target.attach(attachment) + 1 - item.attachments().size();
		}
		ByteBuffer body = item.body().duplicate();
		roomOf(target, CompactTag.ITEM, body.remaining(), 1).put(body);
		target.room(2 * Integer.BYTES).putInt(first).putInt(item.attachments().size());
	}

	private static boolean writeArray(Object value, FrameBuffer target) {
		if (value instanceof int[] array) {
			ByteBuffer room = roomOf(target, CompactTag.INTS, array.length, Integer.BYTES);
			room.asIntBuffer().put(array);
			skip(room, array.length, Integer.BYTES);
		}
		else if (value instanceof long[] array) {
			ByteBuffer room = roomOf(target, CompactTag.LONGS, array.length, Long.BYTES);
			room.asLongBuffer().put(array);
			skip(room, array.length, Long.BYTES);
		}
		else if (value instanceof double[] array) {
			ByteBuffer room = roomOf(target, CompactTag.DOUBLES, array.length, Double.BYTES);
			room.asDoubleBuffer().put(array);
			skip(room, array.length, Double.BYTES);
		}
		else if (value instanceof float[] array) {
			ByteBuffer room = roomOf(target, CompactTag.FLOATS, array.length, Float.BYTES);
			room.asFloatBuffer().put(array);
			skip(room, array.length, Float.BYTES);
		}
		else if (value instanceof char[] array) {
			ByteBuffer room = roomOf(target, CompactTag.CHARS, array.length, Character.BYTES);
			room.asCharBuffer().put(array);
			skip(room, array.length, Character.BYTES);
		}
		else if (value instanceof short[] array) {
			ByteBuffer room = roomOf(target, CompactTag.SHORTS, array.length, Short.BYTES);
			room.asShortBuffer().put(array);
			skip(room, array.length, Short.BYTES);
		}
		else if (value instanceof boolean[] array) {
			ByteBuffer room = roomOf(target, CompactTag.BOOLEANS, array.length, 1);
			for (boolean item : array) {
				room.put((byte) ((item) ? 1 : 0));
			}
		}
		else if (value instanceof String[] array) {
			roomOf(target, CompactTag.STRINGS, array.length, 1);
			for (String item : array) {
				write(item, target);
			}
		}
		else {
			return false;
		}
		return true;
	}

	private static void writeBytes(Object value, FrameBuffer target) {
		ByteBuffer bytes = AttachmentTable.bytes(value);
		if (bytes.remaining() >= Attachment.MIN_LENGTH) {
			int index = target.attach(value);
			room(target, CompactTag.ATTACHED, Integer.BYTES).putInt(index);
			return;
		}
		CompactTag tag = (value instanceof ByteBuffer) ? CompactTag.BUFFER : CompactTag.BYTES;
		roomOf(target, tag, bytes.remaining(), 1).put(bytes);
	}

	private static void writeString(String string, FrameBuffer target) {
		int length = string.length();
		if (isLatin1(string)) {
			roomOf(target, CompactTag.LATIN1, length, 1).put(string.getBytes(StandardCharsets.ISO_8859_1));
			return;
		}
		ByteBuffer room = roomOf(target, CompactTag.UTF16, length, Character.BYTES);
		room.asCharBuffer().put(string);
		skip(room, length, Character.BYTES);
	}

	private static boolean isLatin1(String string) {
		for (int i = 0; i < string.length(); i++) {
			if (string.charAt(i) > 0xFF) {
				return false;
			}
		}
		return true;
	}

	private static ByteBuffer room(FrameBuffer target, CompactTag tag, int bytes) {
		return target.room(1 + bytes).put(tag.wire());
	}

	private static ByteBuffer roomOf(FrameBuffer target, CompactTag tag, int length, int width) {
		return target.room(1 + Integer.BYTES + (long) length * width).put(tag.wire()).putInt(length);
	}

	private static void skip(ByteBuffer room, int length, int width) {
		room.position(room.position() + length * width);
	}

}
