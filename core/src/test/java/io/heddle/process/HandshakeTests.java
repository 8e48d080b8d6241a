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
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link Handshake}.
 */
@Timeout(60)
class HandshakeTests {

	private final Authkey key = new Authkey(Authkey.random());

	private SocketPair pair;

	private FrameWait left;

	private FrameWait right;

	@BeforeEach
	void open() throws IOException {
		this.pair = SocketPair.open(Handshake.MAX_FRAME_SIZE);
		this.left = new FrameWait(this.pair.left());
		this.right = new FrameWait(this.pair.right());
	}

	@AfterEach
	void close() throws IOException {
		this.left.close();
		this.right.close();
		this.pair.close();
	}

	@Test
	void shouldAcceptSameKey() {
		CompletableFuture<Void> worker = worker(this.key);
		assertThatNoException().isThrownBy(() -> parent(this.key, 10).asParent());
		assertThatNoException().isThrownBy(worker::join);
	}

	@Test
	void shouldLeaveParentWithoutKey() {
		CompletableFuture<Void> worker = worker(this.key).whenComplete((done, ex) -> closeRight());
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> parent(new Authkey(Authkey.random()), 10).asParent());
		assertThatExceptionOfType(CompletionException.class).isThrownBy(worker::join)
			.withMessageContaining("The parent has not the key");
	}

	@Test
	void shouldRefuseWrongKey() {
		CompletableFuture<Void> stranger = CompletableFuture.runAsync(() -> {
			try {
				send(FrameKind.HELLO, new byte[Authkey.SIZE]);
				this.right.next(in(10));
				send(FrameKind.PROOF, new byte[Authkey.SIZE]);
			}
			catch (IOException ex) {
				throw new CompletionException(ex);
			}
		});
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> parent(this.key, 10).asParent())
			.withMessageContaining("without the key");
		stranger.join();
	}

	@Test
	void shouldRefuseReflectedProof() {
		CompletableFuture<Void> stranger = CompletableFuture.runAsync(() -> {
			try {
				send(FrameKind.HELLO, new byte[Authkey.SIZE]);
				byte[] proof = new byte[Authkey.SIZE];
				this.right.next(in(10)).body().position(Authkey.SIZE).get(proof);
				send(FrameKind.PROOF, proof);
			}
			catch (IOException ex) {
				throw new CompletionException(ex);
			}
		});
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> parent(this.key, 10).asParent())
			.withMessageContaining("without the key");
		stranger.join();
	}

	@Test
	void shouldTurnSilentStrangerAwayHavingToldNothing() throws IOException {
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> parent(this.key, 0).asParent());
		this.pair.left().close();
		assertThat(this.pair.right().fill()).isFalse();
		assertThat(this.pair.right().poll()).isNull();
	}

	@Test
	void shouldRefuseLongOrOtherFrames() throws IOException {
		send(FrameKind.RESULT, new byte[Authkey.SIZE]);
		assertThatExceptionOfType(FrameException.class).isThrownBy(() -> parent(this.key, 10).asParent())
			.withMessageContaining("RESULT");
		FrameBuffer buffer = new FrameBuffer(10_000);
		buffer.write(new byte[300], 0, 300);
		this.pair.right().write(buffer.toFrame(FrameKind.HELLO, 0));
		assertThatExceptionOfType(FrameException.class).isThrownBy(() -> parent(this.key, 10).asParent())
			.withMessageContaining("256");
	}

	private CompletableFuture<Void> worker(Authkey key) {
		return CompletableFuture.runAsync(() -> {
			try {
				new Handshake(this.pair.right(), this.right, key, in(10)).asWorker(Authkey.random());
			}
			catch (IOException ex) {
				throw new CompletionException(ex);
			}
		});
	}

	private Handshake parent(Authkey key, int seconds) {
		return new Handshake(this.pair.left(), this.left, key, in(seconds));
	}

	private void send(FrameKind kind, byte[] body) throws IOException {
		FrameBuffer buffer = new FrameBuffer(Handshake.MAX_FRAME_SIZE);
		buffer.write(body, 0, body.length);
		this.pair.right().write(buffer.toFrame(kind, 0));
	}

	private void closeRight() {
		try {
			this.pair.right().close();
		}
		catch (IOException ex) {
			throw new CompletionException(ex);
		}
	}

	private static long in(int seconds) {
		return System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
	}

}
