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

package io.heddle.subprocess;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Writes the input of a process, and blocks while the process does not read it. That it
 * does not read to the end is no error.
 */
final class InputFeed implements Runnable {

	/** What every pipe takes at once, however few there are left for the user. **/
	private static final int ALWAYS_FITS = 4 << 10;

	private static final int BLOCK = 64 << 10;

	private final InputStream source;

	private final OutputStream target;

	private final Consumer<RuntimeException> failure;

	private final InterruptibleAction action;

	private volatile boolean over;

	/**
	 * Create a feed.
	 * @param source the input
	 * @param target where to write
	 * @param failure takes what reading the source threw
	 */
	InputFeed(InputStream source, OutputStream target, Consumer<RuntimeException> failure) {
		this.source = source;
		this.target = target;
		this.failure = failure;
		this.action = new InterruptibleAction(this::write, this::fail);
	}

	/**
	 * Write the input at once if it certainly fits into the pipe.
	 * @param bytes the input
	 * @param target where to write
	 * @return whether it was written
	 */
	static boolean writeIfSmall(byte[] bytes, OutputStream target) {
		if (bytes.length > ALWAYS_FITS) {
			return false;
		}
		new InputFeed(new ByteArrayInputStream(bytes), target, (ex) -> {
		}).write();
		return true;
	}

	@Override
	public void run() {
		this.action.run();
		this.over = true;
	}

	/**
	 * Write nothing more, for the process has ended: what waits for a source that gives
	 * nothing is interrupted, and the source closed.
	 * @param threads runs what may block
	 */
	void stop(Executor threads) {
		if (!this.over) {
			this.over = true;
			this.action.interrupt();
			threads.execute(this::closeSource);
		}
	}

	private void closeSource() {
		try {
			this.source.close();
		}
		catch (IOException ex) {
			// nobody wants anything of it any more
		}
	}

	private void write() {
		// what fails is told before the pipe ends
		try (Quiet target = new Quiet(this.target)) {
			copy(target);
		}
	}

	private void copy(OutputStream target) {
		try (InputStream source = this.source) {
			byte[] block = new byte[BLOCK];
			for (int count = source.read(block); count >= 0; count = source.read(block)) {
				target.write(block, 0, count);
				target.flush();
			}
		}
		catch (Broken ex) {
			// the process does not read any more
		}
		catch (IOException ex) {
			fail(new UncheckedIOException("The input of a process could not be read", ex));
		}
		catch (RuntimeException | Error ex) {
			fail(ex);
		}
	}

	private void fail(Throwable exception) {
		// to be interrupted or closed after the end of the process is no failure
		if (!this.over) {
			this.failure.accept((exception instanceof RuntimeException unchecked) ? unchecked
					: new IllegalStateException("The input of a process could not be read", exception));
		}
	}

	/**
	 * The pipe, of whose end no more is made than it is.
	 */
	private static final class Quiet extends OutputStream {

		private final OutputStream pipe;

		Quiet(OutputStream pipe) {
			this.pipe = pipe;
		}

		@Override
		public void write(int value) throws IOException {
			write(new byte[] { (byte) value }, 0, 1);
		}

		@Override
		public void write(byte[] source, int offset, int length) throws IOException {
			try {
				this.pipe.write(source, offset, length);
			}
			catch (IOException ex) {
				throw new Broken();
			}
		}

		@Override
		public void flush() throws IOException {
			try {
				this.pipe.flush();
			}
			catch (IOException ex) {
				throw new Broken();
			}
		}

		@Override
		public void close() {
			try {
				this.pipe.close();
			}
			catch (IOException ex) {
				// what it had in its buffer is not wanted any more
			}
		}

	}

	/**
	 * Nobody reads from the pipe.
	 */
	private static final class Broken extends IOException {

		private static final long serialVersionUID = 1L;

	}

}
