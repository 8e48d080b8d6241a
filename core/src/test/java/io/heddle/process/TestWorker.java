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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import io.heddle.subprocess.os.ExitCodes;

/**
 * A real worker JVM, driven frame by frame.
 */
final class TestWorker implements Closeable {

	static final Duration DEADLINE = Duration.ofSeconds(30);

	final List<String> output = new CopyOnWriteArrayList<>();

	final WorkerSettings settings;

	final WorkerStarter starter;

	final WorkerConnection connection;

	final TaskCodec codec;

	private final FrameWait wait;

	private final RemoteLog log = new RemoteLog() {

		@Override
		public void accept(long pid, Frame frame, LastLines lines) {
			TestWorker.this.output.add(frame.kind().name());
		}

		@Override
		public void line(long pid, String line) {
			TestWorker.this.output.add(line);
		}

	};

	TestWorker(UnaryOperator<ProcessPoolBuilder> customizer) throws Exception {
		this.settings = customizer
			.apply(ProcessPool.builder("imaging").archive(false).allow(List.of("io.heddle.process.*")))
			.workerSettings();
		this.starter = new WorkerStarter(this.log);
		this.codec = TaskCodec.of(this.settings);
		try {
			this.connection = this.starter.start(this.settings, DEADLINE);
		}
		catch (Exception ex) {
			this.starter.close();
			throw ex;
		}
		this.wait = new FrameWait(this.connection.channel());
	}

	static TestWorker start() throws Exception {
		return new TestWorker(UnaryOperator.identity());
	}

	long pid() {
		return this.connection.pid();
	}

	void send(OutgoingFrame frame) throws IOException {
		this.connection.channel().write(frame);
	}

	void submit(long id, ProcessTask<?> task) throws IOException {
		send(this.codec.task(id, Map.of(), task));
	}

	/**
	 * Wait for the next frame that is no log or output.
	 */
	Frame receive() throws IOException {
		while (true) {
			Frame frame = receiveAny();
			if (frame.kind() != FrameKind.LOG && frame.kind() != FrameKind.OUTPUT) {
				return frame;
			}
			this.received.add(frame);
		}
	}

	Frame receiveAny() throws IOException {
		return this.wait.next(System.nanoTime() + DEADLINE.toNanos());
	}

	final List<Frame> received = new ArrayList<>();

	Object call(ProcessTask<?> task) throws Exception {
		submit(1, task);
		return result(receive());
	}

	Object result(Frame frame) throws Exception {
		if (frame.kind() == FrameKind.FAILURE && this.codec.failure(frame) instanceof Exception ex) {
			throw ex;
		}
		return this.codec.result(frame);
	}

	int awaitEnd() throws Exception {
		if (!this.connection.process().waitFor(30, TimeUnit.SECONDS)) {
			throw new AssertionError("Worker " + pid() + " lives on");
		}
		return ExitCodes.of(this.connection.process().exitValue());
	}

	@Override
	public void close() throws IOException {
		this.wait.close();
		this.connection.close();
		this.connection.descendants().kill();
		this.starter.close();
	}

}
