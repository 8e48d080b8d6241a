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

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LineSplitter}.
 */
class LineSplitterTests {

	private final List<String> lines = new ArrayList<>();

	@Test
	void shouldSplitLinesWhereverTheBytesAreCut() {
		byte[] bytes = "one\r\nzwölf €\n\n😀 end".getBytes(StandardCharsets.UTF_8);
		for (int size = 1; size <= bytes.length; size++) {
			this.lines.clear();
			split(StandardCharsets.UTF_8, bytes, size);
			assertThat(this.lines).containsExactly("one", "zwölf €", "", "😀 end");
		}
	}

	@Test
	void shouldSplitLinesOfWideCharset() {
		split(StandardCharsets.UTF_16BE, "a\nb\n".getBytes(StandardCharsets.UTF_16BE), 3);
		assertThat(this.lines).containsExactly("a", "b");
	}

	@Test
	void shouldReplaceWhatIsNoCharacter() {
		split(StandardCharsets.UTF_8, new byte[] { 'a', (byte) 0xff, '\n', 'b', (byte) 0xc3 }, 2);
		assertThat(this.lines).containsExactly("a\ufffd", "b\ufffd");
	}

	@Test
	void shouldGiveNothingAfterLongestLine() {
		String longest = "x".repeat(LineSplitter.LONGEST);
		split(StandardCharsets.US_ASCII, (longest + "\nend").getBytes(StandardCharsets.US_ASCII), 50_000);
		split(StandardCharsets.US_ASCII, (longest + "\r\nend").getBytes(StandardCharsets.US_ASCII), 50_000);
		assertThat(this.lines).containsExactly(longest, "end", longest, "end");
	}

	@Test
	void shouldCutLineWithoutEnd() {
		split(StandardCharsets.US_ASCII, "x".repeat(3 * LineSplitter.LONGEST + 5).getBytes(StandardCharsets.US_ASCII),
				50_000);
		assertThat(this.lines).extracting(String::length)
			.containsExactly(LineSplitter.LONGEST, LineSplitter.LONGEST, LineSplitter.LONGEST, 5);
	}

	@Test
	void shouldGiveNoLineForNothing() {
		split(StandardCharsets.UTF_8, new byte[0], 1);
		assertThat(this.lines).isEmpty();
	}

	private void split(Charset charset, byte[] bytes, int size) {
		LineSplitter splitter = new LineSplitter(charset, this.lines::add);
		for (int i = 0; i < bytes.length; i += size) {
			int length = Math.min(size, bytes.length - i);
			byte[] part = new byte[size];
			System.arraycopy(bytes, i, part, 0, length);
			splitter.add(part, length);
		}
		splitter.end();
	}

}
