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

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a worker reads from its standard input, which nobody else can see: where its
 * parent listens, and the key. Immutable.
 *
 * @param socket where the parent listens
 * @param key the key, which no other worker has
 * @param nonce the worker's challenge; a source of random numbers of its own would take a
 * good part of its start, and a key for one connection makes every challenge a new one
 * @param deadline how long the worker tries
 */
record Bootstrap(Path socket, Authkey key, byte[] nonce, Duration deadline) {

	private static final int MAGIC = 0x48444C31;

	void write(OutputStream target) throws IOException {
		DataOutputStream data = new DataOutputStream(target);
		data.writeInt(MAGIC);
		data.writeUTF(this.socket.toString());
		data.write(this.key.bytes());
		data.write(this.nonce);
		data.writeLong(this.deadline.toMillis());
		data.flush();
	}

	static Bootstrap read(InputStream source) throws IOException {
		DataInputStream data = new DataInputStream(source);
		if (data.readInt() != MAGIC) {
			throw new IOException("Not started by a process pool");
		}
		Path socket = Path.of(data.readUTF());
		byte[] key = data.readNBytes(Authkey.SIZE);
		byte[] nonce = data.readNBytes(Authkey.SIZE);
		return new Bootstrap(socket, new Authkey(key), nonce, Duration.ofMillis(data.readLong()));
	}

}
