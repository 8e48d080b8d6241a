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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.jspecify.annotations.Nullable;

/**
 * A standard stream of a process and where it goes. Never blocks: a pipe may be held open
 * by whatever the process has started. Used by one thread at a time.
 */
final class Outlet {

	/** More than that cannot be in a pipe when its process ends. **/
	private static final long MOST_AFTER_END = 1 << 20;

	private final InputStream stream;

	private final OutputTarget target;

	private volatile long count;

	private volatile @Nullable RuntimeException failure;

	Outlet(InputStream stream, OutputTarget target) {
		this.stream = stream;
		this.target = target;
	}

	/**
	 * Read what is there now.
	 * @param most about how many bytes at most
	 * @return how many were read
	 */
	long transfer(long most) {
		return transfer(most, false);
	}

	private long transfer(long most, boolean last) {
		long moved = 0;
		try {
			while (moved < most && (last || this.target.hasRoom())) {
				int available = this.stream.available();
				int read = (available > 0) ? this.target.readFrom(this.stream, available) : 0;
				if (read <= 0) {
					break;
				}
				moved += read;
				this.count += read;
			}
		}
		catch (IOException ex) {
			fail(new UncheckedIOException(ex));
		}
		catch (RuntimeException ex) {
			fail(ex);
		}
		return moved;
	}

	private void fail(RuntimeException failure) {
		if (this.failure == null) {
			this.failure = failure;
		}
	}

	/**
	 * Read what is left when the process has ended, and close the stream: whatever still
	 * writes there has nobody who reads it.
	 */
	void finish() {
		try {
			transfer(MOST_AFTER_END, true);
		}
		finally {
			close();
		}
		if (this.failure == null) {
			try {
				this.target.end();
			}
			catch (RuntimeException ex) {
				fail(ex);
			}
		}
	}

	/**
	 * Close the stream. Harmless if it is closed.
	 */
	void close() {
		try {
			this.stream.close();
		}
		catch (IOException ex) {
			// what was wanted of it has been read
		}
	}

	/**
	 * Return what the pipe or the target threw.
	 * @return the exception, or {@code null}
	 */
	@Nullable RuntimeException failure() {
		return this.failure;
	}

	OutputTarget target() {
		return this.target;
	}

	InputStream stream() {
		return this.stream;
	}

	long count() {
		return this.count;
	}

}
