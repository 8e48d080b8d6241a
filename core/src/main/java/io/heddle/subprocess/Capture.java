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

package io.heddle.subprocess;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Keeps what a process writes, up to a limit: what comes first. It can be turned into a
 * stream, which is emptied as it is filled and has a limit at a time only. Thread-safe.
 */
final class Capture implements OutputTarget {

	private static final int SMALLEST_BLOCK = 512;

	/** Less room than that is not filled, for small reads are slow. **/
	private static final int REST = 8 << 10;

	private static final int STREAM_LIMIT = 4 * BLOCK;

	private final int limit;

	private final Charset charset;

	private final Deque<Block> blocks = new ArrayDeque<>();

	private int length;

	private boolean overflown;

	private boolean streamed;

	private boolean ended;

	private byte @Nullable [] dropped;

	/**
	 * Create a capture.
	 * @param limit how many bytes are kept
	 * @param charset how they are encoded
	 */
	Capture(int limit, Charset charset) {
		this.limit = limit;
		this.charset = charset;
	}

	@Override
	public synchronized boolean hasRoom() {
		return !this.streamed || this.length < STREAM_LIMIT;
	}

	@Override
	public synchronized int readFrom(InputStream source, int available) throws IOException {
		int room = (this.streamed) ? STREAM_LIMIT : this.limit - this.length;
		if (room <= 0) {
			return drop(source);
		}
		Block block = blockFor(Math.min(available, room), room);
		int most = Math.min(block.bytes.length - block.length, room);
		int count = source.read(block.bytes, block.length, most);
		if (count > 0) {
			block.length += count;
			this.length += count;
			notifyAll();
		}
		return count;
	}

	private int drop(InputStream source) throws IOException {
		if (this.dropped == null) {
			this.dropped = new byte[BLOCK];
		}
		int count = source.read(this.dropped, 0, BLOCK);
		this.overflown |= count > 0;
		return count;
	}

	private Block blockFor(int expected, int room) {
		Block last = this.blocks.peekLast();
		if (last != null && last.bytes.length - last.length >= Math.min(expected, REST)) {
			return last;
		}
		int wanted = Math.max(SMALLEST_BLOCK, Math.max(expected, Math.min(this.length, room)));
		Block block = new Block(new byte[Math.min(BLOCK, wanted)]);
		this.blocks.add(block);
		return block;
	}

	@Override
	public synchronized boolean isOverflown() {
		return this.overflown;
	}

	@Override
	public synchronized void end() {
		this.ended = true;
		notifyAll();
	}

	@Override
	public synchronized CapturedOutput captured() {
		List<byte[]> copies = new ArrayList<>(this.blocks.size());
		for (Block block : this.blocks) {
			// a full one is not written to any more
			copies.add((block.length == block.bytes.length) ? block.bytes : Arrays.copyOf(block.bytes, block.length));
		}
		return new CapturedOutput(copies, this.overflown, this.charset);
	}

	/**
	 * From now on, let it be taken by {@link #take()}.
	 */
	synchronized void stream() {
		if (this.streamed) {
			throw new IllegalStateException("The lines of this stream are taken already");
		}
		this.streamed = true;
	}

	/**
	 * Take what was written next, and wait for it as long as necessary.
	 * @return the bytes, or {@code null} at the end
	 * @throws InterruptedException if interrupted while waiting
	 */
	synchronized byte @Nullable [] take() throws InterruptedException {
		while (this.blocks.isEmpty() && !this.ended) {
			wait();
		}
		Block block = this.blocks.poll();
		if (block == null) {
			return null;
		}
		this.length -= block.length;
		return Arrays.copyOf(block.bytes, block.length);
	}

	/**
	 * Some of the output.
	 */
	private static final class Block {

		private final byte[] bytes;

		private int length;

		Block(byte[] bytes) {
			this.bytes = bytes;
		}

	}

}
