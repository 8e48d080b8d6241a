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

/**
 * What stands before each frame: 16 bytes, big endian. Immutable.
 *
 * @param length the number of bytes that follow
 * @param kind what the frame says
 * @param attached whether attachments follow the body
 * @param id what the frame is about
 */
record FrameHeader(int length, FrameKind kind, boolean attached, long id) {

	static final int SIZE = 16;

	/**
	 * The longest frame that an array can hold.
	 */
	static final int MAX_LENGTH = Integer.MAX_VALUE - 64;

	private static final int ATTACHED = 1;

	void write(ByteBuffer target) {
		target.putInt(this.length)
			.put((byte) this.kind.ordinal())
			.put((byte) ((this.attached) ? ATTACHED : 0))
			.putShort((short) 0)
			.putLong(this.id);
	}

	/**
	 * Read a header.
	 * @param source at least 16 bytes
	 * @param limit the longest frame that is allowed
	 * @return the header
	 * @throws FrameException if it is none
	 */
	static FrameHeader read(ByteBuffer source, int limit) throws FrameException {
		int length = source.getInt();
		int wireKind = source.get();
		int flags = source.get();
		int reserved = source.getShort();
		long id = source.getLong();
		FrameKind kind = FrameKind.of(wireKind);
		if (kind == null || (flags & ~ATTACHED) != 0 || reserved != 0) {
			throw new FrameException("Not a frame: kind " + wireKind + ", flags " + flags + ", reserved " + reserved);
		}
		if (length < 0 || length > limit) {
			throw new FrameException("A " + kind + " frame of " + length + " bytes exceeds the limit of " + limit);
		}
		return new FrameHeader(length, kind, flags == ATTACHED, id);
	}

}
