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
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * The other side of a {@link RawPair}: sends back whatever comes, by messages of a
 * length; by a new array if that is negative.
 */
public final class RawPeer {

	private RawPeer() {
	}

	public static void main(String[] args) throws IOException {
		try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(Path.of(args[0])))) {
			ByteBuffer header = ByteBuffer.allocateDirect(Integer.BYTES);
			ByteBuffer body = ByteBuffer.allocateDirect(1 << 20);
			while (RawPair.read(channel, header.clear())) {
				int length = header.flip().getInt();
				ByteBuffer message = (length < 0) ? ByteBuffer.wrap(new byte[-length]) : body.clear().limit(length);
				RawPair.read(channel, message);
				message.flip();
				while (message.hasRemaining()) {
					channel.write(message);
				}
			}
		}
	}

}
