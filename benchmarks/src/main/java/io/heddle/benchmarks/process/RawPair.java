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

package io.heddle.benchmarks.process;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Two JVMs with a Unix socket between them and nothing else: blocking, without threads,
 * without serialization. What cannot be beaten by much.
 */
final class RawPair implements AutoCloseable {

	private final Process process;

	private final SocketChannel channel;

	private final ByteBuffer header = ByteBuffer.allocateDirect(Integer.BYTES);

	private final ByteBuffer body = ByteBuffer.allocateDirect(1 << 20);

	RawPair() throws IOException {
		Path folder = Files.createTempDirectory("raw");
		Path socket = folder.resolve("s");
		try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			server.bind(UnixDomainSocketAddress.of(socket));
			this.process = BareJvm.start(RawPeer.class, socket);
			this.channel = server.accept();
		}
		finally {
			Files.deleteIfExists(socket);
			Files.deleteIfExists(folder);
		}
	}

	static boolean read(SocketChannel channel, ByteBuffer buffer) throws IOException {
		while (buffer.hasRemaining()) {
			if (channel.read(buffer) < 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Send a message and wait for it to come back.
	 * @param length its length
	 * @return the length of what came back
	 */
	int roundTrip(int length) throws IOException {
		ByteBuffer[] message = { this.header.clear().putInt(length).flip(), this.body.clear().limit(length) };
		while (this.body.hasRemaining()) {
			this.channel.write(message);
		}
		read(this.channel, this.body.clear().limit(length));
		return this.body.position();
	}

	/**
	 * Send an array and wait until it comes back in another one. Both sides make a new
	 * array of what arrives, as a pool has to.
	 * @param data the array
	 * @return the new one
	 */
	byte[] echo(byte[] data) throws IOException {
		ByteBuffer[] message = { this.header.clear().putInt(-data.length).flip(), ByteBuffer.wrap(data) };
		while (message[1].hasRemaining()) {
			this.channel.write(message);
		}
		ByteBuffer answer = ByteBuffer.wrap(new byte[data.length]);
		read(this.channel, answer);
		return answer.array();
	}

	@Override
	public void close() throws Exception {
		this.channel.close();
		this.process.waitFor();
	}

}
