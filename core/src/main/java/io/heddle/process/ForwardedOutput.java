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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Sends what the worker prints to the parent, line by line, with the task and the MDC of
 * the thread that prints. Thread-safe.
 */
final class ForwardedOutput extends OutputStream {

	private static final int MAX_LINE = 8 << 10;

	private final ForwardedLog log;

	private final boolean error;

	private final QuietTime quietTime = new QuietTime("heddle-output", this::sendIfQuiet);

	private final ByteArrayOutputStream line = new ByteArrayOutputStream();

	/** The task that printed the beginning of the line. **/
	private long task;

	private Map<String, String> mdc = Map.of();

	private ForwardedOutput(ForwardedLog log, boolean error) {
		this.log = log;
		this.error = error;
	}

	/**
	 * Take the place of {@code System.out} and {@code System.err}.
	 * @param log takes the lines
	 */
	static void install(ForwardedLog log) {
		System.setOut(new Lines(new ForwardedOutput(log, false)));
		System.setErr(new Lines(new ForwardedOutput(log, true)));
	}

	/**
	 * Return what takes the lines of a stream.
	 * @param stream a stream
	 * @return the log, or {@code null} if the stream is not forwarded
	 */
	static @Nullable WorkerLogSink logBehind(PrintStream stream) {
		return (stream instanceof Lines lines) ? lines.output.log : null;
	}

	@Override
	public void write(int value) {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public synchronized void write(byte[] source, int offset, int length) {
		for (int i = offset; i < offset + length; i++) {
			append(source[i]);
		}
		if (this.line.size() > 0) {
			this.quietTime.begin();
		}
	}

	private void append(byte value) {
		if (this.line.size() == 0) {
			Map<String, String> mdc = MDC.getCopyOfContextMap();
			this.mdc = (mdc != null) ? mdc : Map.of();
			this.task = this.log.task();
		}
		if (value != '\n') {
			this.line.write(value);
		}
		if (value == '\n' || this.line.size() >= MAX_LINE) {
			send();
		}
	}

	/**
	 * Does nothing: a line is sent when it is complete, or when nothing was added to it
	 * for a while.
	 */
	@Override
	public void flush() throws IOException {
	}

	/**
	 * Send a line that has no end.
	 */
	@Override
	public synchronized void close() {
		if (this.line.size() > 0) {
			send();
		}
	}

	private synchronized boolean sendIfQuiet(boolean quiet) {
		if (quiet && this.line.size() > 0) {
			send();
		}
		return this.line.size() > 0;
	}

	private void send() {
		String text = this.line.toString(Charset.defaultCharset());
		this.line.reset();
		this.log.output(this.error, (text.endsWith("\r")) ? text.substring(0, text.length() - 1) : text, this.task,
				this.mdc);
	}

	/**
	 * A stream that is known to be forwarded.
	 */
	private static final class Lines extends PrintStream {

		private final ForwardedOutput output;

		Lines(ForwardedOutput output) {
			super(output, true);
			this.output = output;
		}

		/**
		 * Print a line at once, which a subclass otherwise does in two steps.
		 */
		@Override
		public void println(@Nullable String line) {
			print(line + System.lineSeparator());
		}

		@Override
		public void println(@Nullable Object line) {
			println(String.valueOf(line));
		}

	}

}
