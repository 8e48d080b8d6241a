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
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Two channels that are connected to each other.
 */
record SocketPair(SocketChannel raw, FrameChannel left, FrameChannel right) implements Closeable {

	static SocketPair open(int maxFrameSize) throws IOException {
		Path folder = Files.createTempDirectory("hs");
		UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("s"));
		try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			server.bind(address);
			SocketChannel left = SocketChannel.open(address);
			SocketChannel right = server.accept();
			return new SocketPair(left, new FrameChannel(left, maxFrameSize), new FrameChannel(right, maxFrameSize));
		}
		finally {
			Files.deleteIfExists(address.getPath());
			Files.delete(folder);
		}
	}

	/**
	 * Wait for the next frame of a channel, flushing the other one.
	 */
	static Frame receive(FrameChannel from, FrameChannel flushed) throws IOException {
		try (Selector selector = Selector.open()) {
			from.socket().register(selector, SelectionKey.OP_READ);
			for (Frame frame = from.poll();; frame = from.poll()) {
				if (frame != null) {
					return frame;
				}
				flushed.flush();
				selector.select(5);
				selector.selectedKeys().clear();
				if (!from.fill()) {
					throw new EOFException();
				}
			}
		}
	}

	@Override
	public void close() throws IOException {
		this.left.close();
		this.right.close();
	}

}
