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
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Puts the frames of a non-blocking channel together from what arrives. Confined to one
 * thread at a time.
 */
final class FrameReader {

	private static final int BUFFER_SIZE = 64 << 10;

	// a read into a heap array goes through a direct buffer of that size, which the JDK
	// keeps for the thread
	private static final int SLICE_SIZE = 256 << 10;

	private final ReadableByteChannel channel;

	private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_SIZE).flip();

	private int limit;

	private @Nullable FrameHeader header;

	private @Nullable AttachmentTable table;

	private final List<byte[]> parts = new ArrayList<>();

	private byte @Nullable [] part;

	private int filled;

	FrameReader(ReadableByteChannel channel, int limit) {
		this.channel = channel;
		this.limit = limit;
	}

	void limit(int limit) {
		this.limit = limit;
	}

	/**
	 * Take what has arrived, without waiting for more. To be called again only after
	 * {@link #poll()} has returned {@code null}.
	 * @return whether more may come: {@code false} at the end of the stream
	 * @throws IOException if the channel is broken
	 */
	boolean fill() throws IOException {
		byte[] target = this.part;
		if (target != null && target.length - this.filled >= BUFFER_SIZE) {
			return fillDirectly(target);
		}
		this.buffer.compact();
		try {
			return this.channel.read(this.buffer) >= 0;
		}
		finally {
			this.buffer.flip();
		}
	}

	private boolean fillDirectly(byte[] target) throws IOException {
		while (this.filled < target.length) {
			int wanted = Math.min(target.length - this.filled, SLICE_SIZE);
			int read = this.channel.read(ByteBuffer.wrap(target, this.filled, wanted));
			if (read < 0) {
				return false;
			}
			this.filled += read;
			if (read == 0) {
				return true;
			}
		}
		return true;
	}

	/**
	 * Return the next whole frame of what was taken.
	 * @return the frame, or {@code null} if it is not whole yet
	 * @throws FrameException if the peer sent what is no frame
	 */
	@Nullable Frame poll() throws FrameException {
		if (this.header == null && !readHeader()) {
			return null;
		}
		FrameHeader header = this.header;
		if (header == null || (header.attached() && this.table == null && !readTable(header))) {
			return null;
		}
		AttachmentTable table = this.table;
		int count = (table != null) ? 1 + table.lengths().length : 1;
		while (this.parts.size() < count) {
			if (!readPart(header, table)) {
				return null;
			}
		}
		Frame frame = new Frame(header.kind(), header.id(), ByteBuffer.wrap(this.parts.get(0)),
				(table != null) ? table.typed(this.parts) : List.of());
		this.header = null;
		this.table = null;
		this.parts.clear();
		return frame;
	}

	private boolean readHeader() throws FrameException {
		if (this.buffer.remaining() < FrameHeader.SIZE) {
			return false;
		}
		this.header = FrameHeader.read(this.buffer, this.limit);
		return true;
	}

	private boolean readTable(FrameHeader header) throws FrameException {
		byte[] bytes = this.part;
		if (bytes == null) {
			if (this.buffer.remaining() < AttachmentTable.FIXED_SIZE) {
				return false;
			}
			int count = this.buffer.getInt(this.buffer.position());
			if (count < 1 || count > (header.length() - AttachmentTable.FIXED_SIZE) / AttachmentTable.ENTRY_SIZE) {
				throw new FrameException(
						"A frame of " + header.length() + " bytes cannot have " + count + " attachments");
			}
			bytes = new byte[AttachmentTable.FIXED_SIZE + count * AttachmentTable.ENTRY_SIZE];
			begin(bytes);
		}
		if (!complete(bytes)) {
			return false;
		}
		ByteBuffer source = ByteBuffer.wrap(bytes);
		this.table = AttachmentTable.read(source, source.getInt(), header.length());
		this.part = null;
		return true;
	}

	private boolean readPart(FrameHeader header, @Nullable AttachmentTable table) {
		byte[] bytes = this.part;
		if (bytes == null) {
			int length = header.length();
			if (table != null) {
				int index = this.parts.size();
				length = (index != 0) ? table.lengths()[index - 1] : table.bodyLength();
			}
			bytes = new byte[length];
			begin(bytes);
		}
		if (!complete(bytes)) {
			return false;
		}
		this.parts.add(bytes);
		this.part = null;
		return true;
	}

	private void begin(byte[] bytes) {
		this.part = bytes;
		this.filled = 0;
	}

	private boolean complete(byte[] bytes) {
		int available = Math.min(bytes.length - this.filled, this.buffer.remaining());
		this.buffer.get(bytes, this.filled, available);
		this.filled += available;
		return this.filled == bytes.length;
	}

}
