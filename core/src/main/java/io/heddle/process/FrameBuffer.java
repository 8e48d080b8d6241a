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

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Grows an outgoing frame. Confined to one thread at a time.
 */
final class FrameBuffer extends OutputStream {

	private static final int INITIAL_SIZE = 1 << 10;

	// an array beyond this size goes with the frame instead of being copied and kept
	private static final int KEPT_SIZE = 64 << 10;

	private final int limit;

	private ByteBuffer bytes = ByteBuffer.allocate(INITIAL_SIZE).position(FrameHeader.SIZE);

	private final List<Object> attachments = new ArrayList<>();

	private long attached;

	FrameBuffer(int limit) {
		this.limit = Math.min(limit, FrameHeader.MAX_LENGTH);
	}

	void reset() {
		this.bytes.clear().position(FrameHeader.SIZE);
		this.attachments.clear();
		this.attached = 0;
	}

	/**
	 * Return the buffer with room for more bytes. Valid until the next call.
	 * @param count the number of bytes
	 * @return the buffer, to be written to at its position
	 * @throws IllegalArgumentException if the frame would exceed the limit
	 */
	ByteBuffer room(long count) {
		long needed = this.bytes.position() + count;
		checkLimit(needed);
		if (needed > this.bytes.capacity()) {
			long doubled = Math.min(2L * this.bytes.capacity(), (long) this.limit + FrameHeader.SIZE);
			byte[] grown = Arrays.copyOf(this.bytes.array(), (int) Math.max(needed, doubled));
			this.bytes = ByteBuffer.wrap(grown).position(this.bytes.position());
		}
		return this.bytes;
	}

	/**
	 * Attach bytes, which are sent from where they are.
	 * @param value a {@code byte[]} or a {@link ByteBuffer}
	 * @return the number of the attachment
	 * @throws IllegalArgumentException if the frame would exceed the limit
	 */
	int attach(Object value) {
		this.attached += AttachmentTable.bytes(value).remaining() + AttachmentTable.ENTRY_SIZE;
		checkLimit(this.bytes.position());
		this.attachments.add((value instanceof ByteBuffer buffer) ? buffer.duplicate() : value);
		return this.attachments.size() - 1;
	}

	private void checkLimit(long position) {
		long length = position - FrameHeader.SIZE + this.attached;
		if (length > this.limit - AttachmentTable.FIXED_SIZE) {
			throw new IllegalArgumentException("The serialized form takes more than the " + this.limit
					+ " bytes that the process pool allows (serialization.max-size)");
		}
	}

	@Override
	public void write(int value) {
		room(1).put((byte) value);
	}

	@Override
	public void write(byte[] source, int offset, int length) {
		room(length).put(source, offset, length);
	}

	/**
	 * Make the frame and begin anew.
	 * @param kind what the frame says
	 * @param id what it is about
	 * @return the frame
	 */
	OutgoingFrame toFrame(FrameKind kind, long id) {
		int end = this.bytes.position();
		boolean plain = this.attachments.isEmpty();
		OutgoingFrame frame;
		if (plain) {
			new FrameHeader(end - FrameHeader.SIZE, kind, false, id).write(this.bytes.duplicate().position(0));
			frame = new OutgoingFrame(kind, id, new ByteBuffer[] { take(0, end) });
		}
		else {
			AttachmentTable table = AttachmentTable.of(end - FrameHeader.SIZE, this.attachments);
			ByteBuffer head = ByteBuffer.allocate(FrameHeader.SIZE + table.size());
			new FrameHeader((int) table.frameLength(), kind, true, id).write(head);
			table.write(head);
			ByteBuffer[] parts = new ByteBuffer[2 + this.attachments.size()];
			parts[0] = head.flip();
			parts[1] = take(FrameHeader.SIZE, end);
			for (int i = 2; i < parts.length; i++) {
				parts[i] = AttachmentTable.bytes(this.attachments.get(i - 2));
			}
			frame = new OutgoingFrame(kind, id, parts);
		}
		reset();
		return frame;
	}

	/**
	 * Make an item of what would be a frame, and begin anew.
	 * @return the item
	 */
	SentItem toItem() {
		SentItem item = new SentItem(take(FrameHeader.SIZE, this.bytes.position()), List.copyOf(this.attachments));
		reset();
		return item;
	}

	private ByteBuffer take(int from, int end) {
		if (end <= KEPT_SIZE) {
			return ByteBuffer.wrap(Arrays.copyOfRange(this.bytes.array(), from, end));
		}
		ByteBuffer taken = ByteBuffer.wrap(this.bytes.array(), from, end - from);
		this.bytes = ByteBuffer.allocate(INITIAL_SIZE);
		return taken;
	}

}
