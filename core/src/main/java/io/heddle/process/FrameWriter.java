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
import java.nio.channels.GatheringByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes frames to a non-blocking channel and keeps what it does not take. Thread-safe.
 */
final class FrameWriter {

	// what is written from a heap array goes through a direct buffer of that size, which
	// the JDK keeps for the thread
	private static final int SLICE_SIZE = 256 << 10;

	// more are not taken by the system at once
	private static final int MAX_PARTS = 16;

	private final GatheringByteChannel channel;

	private final ReentrantLock lock = new ReentrantLock();

	private final Outbox outbox = new Outbox();

	FrameWriter(GatheringByteChannel channel) {
		this.channel = channel;
	}

	/**
	 * Return the lock under which frames are written, for who must do something in the
	 * order of the frames.
	 * @return the lock
	 */
	ReentrantLock lock() {
		return this.lock;
	}

	/**
	 * Write frames as far as the channel takes them, and keep copies of the rest.
	 * @param frames the frames, sent in this order
	 * @return whether all was taken; otherwise {@link #flush()} is due as soon as the
	 * channel is writable
	 * @throws IOException if the channel is broken
	 */
	boolean write(List<OutgoingFrame> frames) throws IOException {
		ByteBuffer[] parts = parts(frames);
		this.lock.lock();
		try {
			int from = (this.outbox.isEmpty() || flush()) ? writeParts(parts) : 0;
			for (int i = from; i < parts.length; i++) {
				this.outbox.add(parts[i]);
			}
			return from == parts.length;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Write what the channel did not take before.
	 * @return whether nothing is left
	 * @throws IOException if the channel is broken
	 */
	boolean flush() throws IOException {
		this.lock.lock();
		try {
			for (ByteBuffer next = this.outbox.peek(); next != null; next = this.outbox.peek()) {
				if (!writePart(next)) {
					return false;
				}
				this.outbox.remove();
			}
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean isPending() {
		return !this.outbox.isEmpty();
	}

	private static ByteBuffer[] parts(List<OutgoingFrame> frames) {
		if (frames.size() == 1 && frames.get(0).parts().length == 1) {
			return new ByteBuffer[] { frames.get(0).parts()[0].duplicate() };
		}
		return frames.stream()
			.flatMap((frame) -> Arrays.stream(frame.parts()))
			.map(ByteBuffer::duplicate)
			.toArray(ByteBuffer[]::new);
	}

	/**
	 * Write parts until one is not taken whole.
	 * @param parts the parts
	 * @return the index of the first part that was not taken whole
	 */
	private int writeParts(ByteBuffer[] parts) throws IOException {
		int index = 0;
		while (index < parts.length) {
			int end = index;
			int bytes = 0;
			while (end < parts.length && end - index < MAX_PARTS && bytes + parts[end].remaining() <= SLICE_SIZE) {
				bytes += parts[end].remaining();
				end++;
			}
			if (end - index > 1) {
				this.channel.write(parts, index, end - index);
				while (index < end && !parts[index].hasRemaining()) {
					index++;
				}
				if (index < end) {
					return index;
				}
			}
			else if (writePart(parts[index])) {
				index++;
			}
			else {
				return index;
			}
		}
		return index;
	}

	private boolean writePart(ByteBuffer part) throws IOException {
		int limit = part.limit();
		try {
			while (part.position() < limit) {
				part.limit(Math.min(limit, part.position() + SLICE_SIZE));
				if (this.channel.write(part) == 0) {
					return false;
				}
			}
			return true;
		}
		finally {
			part.limit(limit);
		}
	}

}
