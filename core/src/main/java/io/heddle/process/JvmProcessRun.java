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

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that was started: reads what it sends, on a thread of its own. Thread-safe.
 */
final class JvmProcessRun implements Runnable {

	static final long TASK = 1;

	private static final int FAILED = 1;

	private static final long FOREVER = Long.MAX_VALUE / 2;

	private static final Logger logger = LoggerFactory.getLogger(JvmProcess.class);

	private final String name;

	private final WorkerStarter starter;

	private final WorkerConnection connection;

	private final TaskCodec codec;

	private final RemoteLog log;

	private final LastLines lines = new LastLines();

	JvmProcessRun(String name, WorkerStarter starter, WorkerConnection connection, TaskCodec codec, RemoteLog log) {
		this.name = name;
		this.starter = starter;
		this.connection = connection;
		this.codec = codec;
		this.log = log;
	}

	void begin(OutgoingFrame task) throws IOException {
		this.connection.channel().write(task);
		Thread reader = new Thread(this, this.name + "-reader");
		reader.setDaemon(true);
		reader.start();
	}

	@Override
	public void run() {
		try (FrameWait wait = new FrameWait(this.connection.channel())) {
			while (true) {
				Frame frame = wait.next(System.nanoTime() + FOREVER);
				switch (frame.kind()) {
					case RESULT -> stop(0);
					case FAILURE -> {
						logger.error("Process '{}' (pid {}) failed", this.name, this.connection.pid(),
								this.codec.failure(frame));
						stop(FAILED);
					}
					case LOG, OUTPUT -> this.log.accept(this.connection.pid(), frame, this.lines);
					// interrupted before it had begun
					case DROPPED -> stop(FAILED);
					case RETIRING, EXITING -> {
						// it ends by itself
					}
					default -> throw new FrameException("The process sent " + frame.kind());
				}
			}
		}
		catch (FrameException | ClassNotFoundException ex) {
			logger.error("Process '{}' (pid {}) is killed, for it sent garbage", this.name, this.connection.pid(), ex);
			kill();
		}
		catch (IOException ex) {
			// it has ended
		}
		finally {
			this.connection.close();
		}
	}

	private void stop(int exitCode) throws IOException {
		this.connection.channel().write(TaskCodec.control(FrameKind.STOP, exitCode));
	}

	Process process() {
		return this.connection.process();
	}

	void kill() {
		this.connection.descendants().kill();
	}

	void interrupt() {
		try {
			this.connection.channel().write(TaskCodec.control(FrameKind.CANCEL, TASK));
		}
		catch (IOException ex) {
			// it has ended
		}
	}

	void close() {
		this.connection.close();
		this.starter.close();
	}

}
