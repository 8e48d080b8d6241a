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

import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/**
 * What was kept of what a process wrote to one of its streams. Immutable.
 */
final class CapturedOutput implements Serializable {

	private static final long serialVersionUID = 1L;

	private static final int TAIL = 2_000;

	private static final int SEARCHED = 64 << 10;

	/** In the order in which they were read. **/
	private final byte[][] blocks;

	private final int length;

	private final boolean truncated;

	private final String charset;

	CapturedOutput(List<byte[]> blocks, boolean truncated, Charset charset) {
		this.blocks = blocks.toArray(byte[][]::new);
		this.length = blocks.stream().mapToInt((block) -> block.length).sum();
		this.truncated = truncated;
		this.charset = charset.name();
	}

	static CapturedOutput none(Charset charset) {
		return new CapturedOutput(List.of(), false, charset);
	}

	byte[] bytes() {
		byte[] whole = new byte[this.length];
		int position = 0;
		for (byte[] block : this.blocks) {
			System.arraycopy(block, 0, whole, position, block.length);
			position += block.length;
		}
		return whole;
	}

	String text() {
		byte[] whole = (this.blocks.length == 1) ? this.blocks[0] : bytes();
		return new String(whole, Charset.forName(this.charset));
	}

	/**
	 * Return the end of it, for a message.
	 * @param redaction hides what may not be shown
	 * @return at most 2,000 characters, without the space around them
	 */
	String tail(Redaction redaction) {
		// much more than is shown, so that no secret is cut before it is found
		int first = this.blocks.length;
		int searched = 0;
		while (first > 0 && searched < SEARCHED) {
			first--;
			searched += this.blocks[first].length;
		}
		List<byte[]> last = Arrays.asList(this.blocks).subList(first, this.blocks.length);
		String text = new CapturedOutput(last, false, Charset.forName(this.charset)).text();
		String redacted = redaction.redact(text).strip();
		return redacted.substring(Math.max(0, redacted.length() - TAIL));
	}

	boolean isTruncated() {
		return this.truncated;
	}

}
