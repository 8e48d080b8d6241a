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

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a captured stream, as they come. Not thread-safe.
 */
final class OutputLines implements Iterator<String> {

	private final Capture capture;

	private final Deque<String> lines = new ArrayDeque<>();

	private final LineSplitter splitter;

	private boolean ended;

	private OutputLines(Capture capture, Charset charset) {
		this.capture = capture;
		this.splitter = new LineSplitter(charset, this.lines::add);
	}

	static Stream<String> of(Capture capture, Charset charset) {
		capture.stream();
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new OutputLines(capture, charset),
				Spliterator.ORDERED | Spliterator.NONNULL), false);
	}

	@Override
	public boolean hasNext() {
		while (this.lines.isEmpty() && !this.ended) {
			byte[] bytes = take();
			if (bytes != null) {
				this.splitter.add(bytes, bytes.length);
			}
			else {
				this.ended = true;
				this.splitter.end();
			}
		}
		return !this.lines.isEmpty();
	}

	private byte @Nullable [] take() {
		try {
			return this.capture.take();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new UncheckedIOException(new InterruptedIOException("Interrupted while waiting for output"));
		}
	}

	@Override
	public String next() {
		if (!hasNext()) {
			throw new NoSuchElementException("The process has written no more lines");
		}
		return this.lines.remove();
	}

}
