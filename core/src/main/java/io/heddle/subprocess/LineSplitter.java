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

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.function.Consumer;

/**
 * Makes lines of bytes. Not thread-safe.
 */
final class LineSplitter {

	/** A line without an end is cut into pieces of that many characters. **/
	static final int LONGEST = 64 << 10;

	private static final int CHARACTERS = 8 << 10;

	private final CharsetDecoder decoder;

	private final Consumer<String> lines;

	private final StringBuilder line = new StringBuilder();

	private final CharBuffer characters = CharBuffer.allocate(CHARACTERS);

	/** What is left of a character that has not come as a whole yet. **/
	private ByteBuffer rest = ByteBuffer.allocate(0);

	LineSplitter(Charset charset, Consumer<String> lines) {
		this.decoder = charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPLACE)
			.onUnmappableCharacter(CodingErrorAction.REPLACE);
		this.lines = lines;
	}

	void add(byte[] bytes, int length) {
		ByteBuffer source = ByteBuffer.wrap(bytes, 0, length);
		if (this.rest.hasRemaining()) {
			source = ByteBuffer.allocate(this.rest.remaining() + length).put(this.rest).put(source).flip();
		}
		decode(source, false);
		this.rest = ByteBuffer.allocate(source.remaining()).put(source).flip();
	}

	/**
	 * Note that nothing comes any more, so that what is left is a line.
	 */
	void end() {
		decode(this.rest, true);
		this.decoder.flush(this.characters);
		takeCharacters();
		if (this.line.length() > 0) {
			give();
		}
	}

	private void decode(ByteBuffer source, boolean last) {
		boolean more;
		do {
			more = this.decoder.decode(source, this.characters, last).isOverflow();
			takeCharacters();
		}
		while (more);
	}

	private void takeCharacters() {
		this.characters.flip();
		while (this.characters.hasRemaining()) {
			char character = this.characters.get();
			if (character == '\n' || isFull(character)) {
				give();
			}
			if (character != '\n') {
				this.line.append(character);
			}
		}
		this.characters.clear();
	}

	/**
	 * Return whether the line is given without this character. One that may belong to the
	 * end of the line does not begin another.
	 */
	private boolean isFull(char next) {
		return this.line.length() >= ((next == '\r') ? LONGEST + 1 : LONGEST);
	}

	private void give() {
		int length = this.line.length();
		if (length > 0 && this.line.charAt(length - 1) == '\r') {
			this.line.setLength(length - 1);
		}
		String text = this.line.toString();
		this.line.setLength(0);
		this.lines.accept(text);
	}

}
