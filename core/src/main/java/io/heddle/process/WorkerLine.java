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
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/**
 * The worker's end of the connection. Sending waits until the parent has taken the frame,
 * which always reads. Thread-safe, but for receiving.
 */
final class WorkerLine implements Closeable {

	private final FrameChannel channel;

	private final Selector readable;

	private final Selector writable;

	WorkerLine(FrameChannel channel) throws IOException {
		this.channel = channel;
		this.readable = Selector.open();
		channel.socket().register(this.readable, SelectionKey.OP_READ);
		this.writable = Selector.open();
		channel.socket().register(this.writable, SelectionKey.OP_WRITE);
	}

	/**
	 * Send a frame. An interrupt does not keep it from being sent.
	 * @param frame the frame
	 * @throws IOException if the parent is lost
	 */
	void send(OutgoingFrame frame) throws IOException {
		boolean interrupted = false;
		this.channel.writeLock().lock();
		try {
			boolean sent = this.channel.write(frame);
			while (!sent) {
				// select would return at once
				interrupted |= Thread.interrupted();
				this.writable.select();
				this.writable.selectedKeys().clear();
				sent = this.channel.flush();
			}
		}
		finally {
			this.channel.writeLock().unlock();
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/**
	 * Wait until something can be read, or {@link #wakeup()} is called.
	 * @param spinNanos how long to poll before sleeping
	 * @param timeoutMillis how long to sleep at most, or 0
	 * @return whether there may be something to read
	 * @throws IOException if the connection is broken
	 */
	boolean awaitReadable(long spinNanos, long timeoutMillis) throws IOException {
		if (spinNanos > 0) {
			long end = System.nanoTime() + spinNanos;
			do {
				if (this.readable.selectNow() > 0) {
					this.readable.selectedKeys().clear();
					return true;
				}
				// the parent may have been woken on this very processor
				Thread.yield();
			}
			while (System.nanoTime() - end < 0);
		}
		int selected = this.readable.select(timeoutMillis);
		this.readable.selectedKeys().clear();
		return selected > 0;
	}

	void wakeup() {
		this.readable.wakeup();
	}

	FrameChannel channel() {
		return this.channel;
	}

	@Override
	public void close() throws IOException {
		this.readable.close();
		this.writable.close();
		this.channel.close();
	}

}
