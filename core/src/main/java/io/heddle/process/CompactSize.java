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

import java.lang.reflect.Array;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * How many bytes values take at most in a frame.
 */
final class CompactSize {

	/** Stands for a value that has no compact form. **/
	static final long NONE = -1;

	private static final long SMALL = 16;

	private CompactSize() {
	}

	/**
	 * Return what a value takes.
	 * @param value the value
	 * @return the bytes at most, or {@link #NONE}
	 */
	static long of(@Nullable Object value) {
		if (value == null || value instanceof Integer || value instanceof Long || value instanceof Double) {
			return SMALL;
		}
		if (value instanceof String string) {
			return SMALL + 2L * string.length();
		}
		if (value instanceof Boolean || value instanceof Byte || value instanceof Short || value instanceof Float
				|| value instanceof Character) {
			return SMALL;
		}
		if (value instanceof byte[] bytes) {
			return SMALL + bytes.length;
		}
		if (value instanceof ByteBuffer buffer) {
			return SMALL + buffer.remaining();
		}
		if (value instanceof SentItem item) {
			return of(item);
		}
		return (value.getClass().isArray()) ? ofArray(value) : NONE;
	}

	private static long of(SentItem item) {
		long size = SMALL + item.body().remaining();
		for (Object attachment : item.attachments()) {
			size += SMALL + AttachmentTable.bytes(attachment).remaining();
		}
		return size;
	}

	private static long ofArray(Object array) {
		if (array instanceof String[] strings) {
			long size = SMALL;
			for (String string : strings) {
				size += of(string);
			}
			return size;
		}
		return (array.getClass().getComponentType().isPrimitive()) ? SMALL + (long) Long.BYTES * Array.getLength(array)
				: NONE;
	}

}
