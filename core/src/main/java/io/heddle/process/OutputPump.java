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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Reads what a worker JVM writes to its standard output and error by other ways than
 * {@code System.out}: its own complaints, and native code. Without it the worker would
 * block once the pipe is full. A line without an end is a line after a while.
 */
final class OutputPump implements Runnable {

	// a line without an end is cut into pieces of that many characters
	private static final int MAX_LINE = 8 << 10;

	private static final Duration QUIET_TIME = Duration.ofMillis(300);

	private final InputStream source;

	private final Consumer<String> target;

	OutputPump(InputStream source, Consumer<String> target) {
		this.source = source;
		this.target = target;
	}

	Thread start(String name) {
		Thread thread = new Thread(this, name);
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	@Override
	public void run() {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(this.source))) {
			for (String line = readLine(reader); line != null; line = readLine(reader)) {
				this.target.accept(line);
			}
		}
		catch (IOException ex) {
			// the process has ended and the pipe was closed
		}
	}

	private static @Nullable String readLine(BufferedReader reader) throws IOException {
		StringBuilder line = new StringBuilder();
		int next = reader.read();
		if (next < 0) {
			return null;
		}
		while (next >= 0 && next != '\n') {
			line.append((char) next);
			if (line.length() >= MAX_LINE || !isMoreToCome(reader)) {
				break;
			}
			next = reader.read();
		}
		if (line.length() > 0 && line.charAt(line.length() - 1) == '\r') {
			line.setLength(line.length() - 1);
		}
		return line.toString();
	}

	/**
	 * Wait a while for the rest of a line.
	 */
	private static boolean isMoreToCome(BufferedReader reader) throws IOException {
		long end = System.nanoTime() + QUIET_TIME.toNanos();
		while (!reader.ready()) {
			if (System.nanoTime() - end > 0) {
				return false;
			}
			try {
				TimeUnit.MILLISECONDS.sleep(10);
			}
			catch (InterruptedException ex) {
				return false;
			}
		}
		return true;
	}

}
