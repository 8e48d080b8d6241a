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

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * A socket that frames go through. It never blocks. Any thread may write, one at a time
 * may read.
 */
final class FrameChannel implements Closeable {

	private static final int SOCKET_BUFFER_SIZE = 1 << 20;

	private final SocketChannel socket;

	private final FrameReader reader;

	private final FrameWriter writer;

	/**
	 * Create a channel.
	 * @param socket a connected socket, owned by this channel from now on
	 * @param maxFrameSize the longest frame that is read
	 * @throws IOException if the socket is broken
	 */
	FrameChannel(SocketChannel socket, int maxFrameSize) throws IOException {
		this.socket = socket;
		socket.configureBlocking(false);
		socket.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER_SIZE);
		socket.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER_SIZE);
		this.reader = new FrameReader(socket, maxFrameSize);
		this.writer = new FrameWriter(socket);
	}

	SocketChannel socket() {
		return this.socket;
	}

	/**
	 * Change the limit of frames, which is low until the peer has authenticated itself.
	 * @param maxFrameSize the longest frame that is read from now on
	 */
	void maxFrameSize(int maxFrameSize) {
		this.reader.limit(maxFrameSize);
	}

	/**
	 * Take what has arrived, without waiting. Read all frames by {@link #poll()} first.
	 * @return whether more may come: {@code false} at the end of the stream
	 * @throws IOException if the socket is broken
	 */
	boolean fill() throws IOException {
		return this.reader.fill();
	}

	/**
	 * Return the next whole frame of what was taken.
	 * @return the frame, or {@code null}
	 * @throws FrameException if the peer sent garbage
	 */
	@Nullable Frame poll() throws FrameException {
		return this.reader.poll();
	}

	/**
	 * Write a frame as far as the socket takes it, and keep a copy of the rest.
	 * @param frame the frame
	 * @return whether all was taken; otherwise {@link #flush()} is due as soon as the
	 * socket is writable
	 * @throws IOException if the socket is broken
	 */
	boolean write(OutgoingFrame frame) throws IOException {
		return this.writer.write(List.of(frame));
	}

	/**
	 * Write frames as far as the socket takes them, and keep a copy of the rest.
	 * @param frames the frames, sent in this order
	 * @return whether all was taken; otherwise {@link #flush()} is due as soon as the
	 * socket is writable
	 * @throws IOException if the socket is broken
	 */
	boolean write(List<OutgoingFrame> frames) throws IOException {
		return this.writer.write(frames);
	}

	/**
	 * Write what the socket did not take before.
	 * @return whether nothing is left
	 * @throws IOException if the socket is broken
	 */
	boolean flush() throws IOException {
		return this.writer.flush();
	}

	/**
	 * Return whether something waits for the socket to become writable.
	 * @return whether {@link #flush()} is due
	 */
	boolean isPending() {
		return this.writer.isPending();
	}

	/**
	 * Return the lock under which frames are written.
	 * @return the lock, which is reentrant
	 */
	ReentrantLock writeLock() {
		return this.writer.lock();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
