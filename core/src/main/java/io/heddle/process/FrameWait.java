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
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the frames of one channel, for as long as nobody else reads it. Confined to
 * one thread.
 */
final class FrameWait implements Closeable {

	private final FrameChannel channel;

	private final Selector selector;

	private final SelectionKey key;

	FrameWait(FrameChannel channel) throws IOException {
		this.channel = channel;
		this.selector = Selector.open();
		this.key = channel.socket().register(this.selector, SelectionKey.OP_READ);
	}

	/**
	 * Wait for the next frame.
	 * @param deadline when to give up, by {@link System#nanoTime()}
	 * @return the frame
	 * @throws EOFException at the end of the stream
	 * @throws SocketTimeoutException if the time is up
	 * @throws InterruptedIOException if the thread is interrupted
	 * @throws IOException if the channel is broken
	 */
	Frame next(long deadline) throws IOException {
		Frame frame = this.channel.poll();
		while (frame == null) {
			this.key.interestOps(SelectionKey.OP_READ | ((this.channel.isPending()) ? SelectionKey.OP_WRITE : 0));
			long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
			if (millis <= 0) {
				throw new SocketTimeoutException("The peer did not answer in time");
			}
			this.selector.select(millis);
			this.selector.selectedKeys().clear();
			if (Thread.currentThread().isInterrupted()) {
				throw new InterruptedIOException("Interrupted while waiting for the peer");
			}
			this.channel.flush();
			boolean open = this.channel.fill();
			frame = this.channel.poll();
			if (frame == null && !open) {
				throw new EOFException("The peer closed the connection");
			}
		}
		return frame;
	}

	/**
	 * Leave the channel to others.
	 * @throws IOException if the selector cannot be closed
	 */
	@Override
	public void close() throws IOException {
		this.selector.close();
	}

}
