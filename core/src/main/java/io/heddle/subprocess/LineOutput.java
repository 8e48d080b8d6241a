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
import java.nio.charset.Charset;
import java.util.function.Consumer;

/**
 * Gives each line that a process writes to a consumer.
 */
final class LineOutput implements OutputTarget {

	private final Charset charset;

	private final LineSplitter splitter;

	private final byte[] buffer = new byte[BLOCK / 4];

	LineOutput(Charset charset, Consumer<String> lines) {
		this.charset = charset;
		this.splitter = new LineSplitter(charset, lines);
	}

	@Override
	public boolean hasRoom() {
		return true;
	}

	@Override
	public int readFrom(InputStream source, int available) throws IOException {
		int count = source.read(this.buffer, 0, this.buffer.length);
		if (count > 0) {
			this.splitter.add(this.buffer, count);
		}
		return count;
	}

	@Override
	public boolean isOverflown() {
		return false;
	}

	@Override
	public void end() {
		this.splitter.end();
	}

	@Override
	public CapturedOutput captured() {
		return CapturedOutput.none(this.charset);
	}

}
