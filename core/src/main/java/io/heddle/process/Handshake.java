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

/**
 * Each side proves to the other that it has the key, and tells nothing before. Used once.
 */
final class Handshake {

	/**
	 * The longest frame before the peer has proved itself.
	 */
	static final int MAX_FRAME_SIZE = 256;

	private static final String PARENT = "parent";

	private static final String WORKER = "worker";

	private final FrameChannel channel;

	private final FrameWait wait;

	private final Authkey key;

	private final long deadline;

	/**
	 * Create a handshake.
	 * @param channel the channel
	 * @param wait waits for its frames
	 * @param key the key
	 * @param deadline when to give up, by {@link System#nanoTime()}
	 */
	Handshake(FrameChannel channel, FrameWait wait, Authkey key, long deadline) {
		this.channel = channel;
		this.wait = wait;
		this.key = key;
		this.deadline = deadline;
	}

	/**
	 * Do the parent's part.
	 * @throws IOException if the peer is silent or has not the key
	 */
	void asParent() throws IOException {
		byte[] workerNonce = receive(FrameKind.HELLO, Authkey.SIZE);
		byte[] parentNonce = Authkey.random();
		send(FrameKind.CHALLENGE, parentNonce, this.key.answer(PARENT, workerNonce, parentNonce));
		byte[] proof = receive(FrameKind.PROOF, Authkey.SIZE);
		if (!this.key.accepts(proof, WORKER, parentNonce, workerNonce)) {
			throw new IOException("A peer without the key called");
		}
	}

	/**
	 * Do the worker's part.
	 * @param workerNonce the worker's challenge
	 * @throws IOException if the peer is silent or has not the key
	 */
	void asWorker(byte[] workerNonce) throws IOException {
		send(FrameKind.HELLO, workerNonce);
		ByteBuffer challenge = ByteBuffer.wrap(receive(FrameKind.CHALLENGE, 2 * Authkey.SIZE));
		byte[] parentNonce = new byte[Authkey.SIZE];
		byte[] proof = new byte[Authkey.SIZE];
		challenge.get(parentNonce).get(proof);
		if (!this.key.accepts(proof, PARENT, workerNonce, parentNonce)) {
			throw new IOException("The parent has not the key");
		}
		send(FrameKind.PROOF, this.key.answer(WORKER, parentNonce, workerNonce));
	}

	private void send(FrameKind kind, byte[]... parts) throws IOException {
		FrameBuffer buffer = new FrameBuffer(MAX_FRAME_SIZE);
		for (byte[] part : parts) {
			buffer.write(part, 0, part.length);
		}
		this.channel.write(buffer.toFrame(kind, 0));
	}

	private byte[] receive(FrameKind kind, int length) throws IOException {
		Frame frame = this.wait.next(this.deadline);
		if (frame.kind() != kind || frame.body().remaining() != length || !frame.attachments().isEmpty()) {
			throw new FrameException("Expected " + kind + " but got " + frame.kind());
		}
		return frame.body().array();
	}

}
