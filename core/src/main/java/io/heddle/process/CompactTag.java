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

/**
 * What a value is, on the wire. The ordinal is its byte, so new ones go to the end.
 */
enum CompactTag {

	NULL, TRUE, FALSE, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, CHAR, LATIN1, UTF16, BYTES, BUFFER, BOOLEANS, SHORTS,
	CHARS, INTS, LONGS, FLOATS, DOUBLES, STRINGS,

	/**
	 * The number of an attachment.
	 */
	ATTACHED,

	/**
	 * The next object of the object stream that stands behind all values.
	 */
	OBJECT,

	/**
	 * An item with values of its own.
	 */
	ITEM;

	private static final CompactTag[] VALUES = values();

	byte wire() {
		return (byte) ordinal();
	}

	static CompactTag of(int wire) throws FrameException {
		if (wire < 0 || wire >= VALUES.length) {
			throw new FrameException("No value has the tag " + wire);
		}
		return VALUES[wire];
	}

}
