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
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a worker that has just been started, and ends it if it does not come. Used
 * once, by one thread.
 */
final class WorkerIntroduction {

	private static final Logger logger = LoggerFactory.getLogger(ProcessPool.class);

	// how long a caller may be silent; it keeps the worker waiting
	private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final WorkerSettings settings;

	private final StartedProcess process;

	private final ServerSocketChannel server;

	private final Path socket;

	private final Authkey key;

	private final long deadline;

	private final RemoteLog log;

	WorkerIntroduction(WorkerSettings settings, StartedProcess process, ServerSocketChannel server, Path socket,
			Authkey key, long deadline, RemoteLog log) {
		this.settings = settings;
		this.process = process;
		this.server = server;
		this.socket = socket;
		this.key = key;
		this.deadline = deadline;
		this.log = log;
	}

	WorkerConnection introduce(Bootstrap bootstrap) throws IOException {
		boolean ready = false;
		FrameChannel channel = null;
		try {
			try (OutputStream input = this.process.process().getOutputStream()) {
				bootstrap.write(input);
			}
			channel = accept();
			Files.deleteIfExists(this.socket);
			channel.maxFrameSize(this.settings.maxFrameSize());
			Set<String> beans = configure(channel);
			ready = true;
			return new StartedWorker(this.process, channel, beans);
		}
		catch (InterruptedIOException ex) {
			if (ex instanceof SocketTimeoutException) {
				throw failure("was not ready in time", ex, false);
			}
			throw ex;
		}
		catch (WorkerStartException ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw failure("did not become ready", ex, channel == null);
		}
		finally {
			if (!ready) {
				if (channel != null) {
					channel.close();
				}
				this.process.end();
			}
		}
	}

	private FrameChannel accept() throws IOException {
		try (Selector selector = Selector.open()) {
			this.server.configureBlocking(false);
			this.server.register(selector, SelectionKey.OP_ACCEPT);
			this.process.process().onExit().thenRun(selector::wakeup);
			while (true) {
				SocketChannel caller = this.server.accept();
				FrameChannel channel = (caller != null) ? authenticate(caller) : null;
				if (channel != null) {
					return channel;
				}
				long millis = TimeUnit.NANOSECONDS.toMillis(this.deadline - System.nanoTime());
				if (millis <= 0) {
					throw new SocketTimeoutException("It did not connect");
				}
				if (!this.process.process().isAlive()) {
					throw new IOException("It ended before it had connected");
				}
				selector.select(millis);
				selector.selectedKeys().clear();
				if (Thread.currentThread().isInterrupted()) {
					throw new InterruptedIOException();
				}
			}
		}
	}

	private @Nullable FrameChannel authenticate(SocketChannel caller) throws IOException {
		FrameChannel channel = new FrameChannel(caller, Handshake.MAX_FRAME_SIZE);
		boolean known = false;
		try (FrameWait wait = new FrameWait(channel)) {
			long deadline = Math.min(this.deadline - System.nanoTime(), SILENCE_NANOS) + System.nanoTime();
			new Handshake(channel, wait, this.key, deadline).asParent();
			known = true;
			return channel;
		}
		catch (SocketTimeoutException ex) {
			logger.warn("A caller of process pool '{}' was silent and was turned away", this.settings.pool());
			return null;
		}
		catch (InterruptedIOException ex) {
			throw ex;
		}
		catch (IOException ex) {
			logger.warn("A caller of process pool '{}' was turned away: {}", this.settings.pool(), ex.getMessage());
			return null;
		}
		finally {
			if (!known) {
				channel.close();
			}
		}
	}

	private Set<String> configure(FrameChannel channel) throws IOException {
		TaskCodec codec = TaskCodec.of(this.settings);
		channel.write(WorkerConfig.of(this.settings).encode(codec));
		try (FrameWait wait = new FrameWait(channel)) {
			while (true) {
				Frame frame = wait.next(this.deadline);
				switch (frame.kind()) {
					case READY -> {
						return Set.copyOf(Arrays.asList((String[]) codec.decodePlain(frame).get(0)));
					}
					case START_FAILED -> throw startFailed(codec, frame);
					case LOG, OUTPUT -> this.log.accept(this.process.process().pid(), frame, this.process.lines());
					default -> throw new FrameException("The worker sent " + frame.kind() + " instead of READY");
				}
			}
		}
	}

	private WorkerStartException startFailed(TaskCodec codec, Frame frame) throws IOException {
		try {
			Throwable cause = codec.failure(frame);
			return new WorkerStartException(text("could not open its beans: " + cause.getMessage()), cause);
		}
		catch (ClassNotFoundException ex) {
			throw new FrameException("The worker sent " + ex.getMessage());
		}
	}

	private WorkerStartException failure(String what, IOException cause, boolean early) {
		OptionalInt exitCode = this.process.end();
		WorkerCrashedException crash = new WorkerCrashedException(text(what), this.process.process().pid(), exitCode,
				this.process.lastOutput(), null);
		crash.initCause(cause);
		return new WorkerStartException(String.valueOf(crash.getMessage()), crash, early);
	}

	private String text(String what) {
		return "A worker of process pool '" + this.settings.pool() + "' " + what;
	}

}
