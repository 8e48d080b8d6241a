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

package io.heddle.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A block of code in the documentation that is copied from a file, which a comment above
 * it names: {@code <!-- snippet: path/of/the/file#region -->}.
 *
 * @param page the page
 * @param file the file, from the root of the repository
 * @param region the marked region, or empty for the whole file
 * @param code the code
 */
record Snippet(String page, String file, String region, String code) {

	private static final Pattern SNIPPET = Pattern.compile("<!-- snippet: ([^#\\s]+)#?(\\S*) -->\\n+```\\w*\\n(.*?)```",
			Pattern.DOTALL);

	static final Path ROOT = Path.of("").toAbsolutePath().getParent();

	static List<Snippet> of(String page) throws IOException {
		List<Snippet> snippets = new ArrayList<>();
		Matcher matcher = SNIPPET.matcher(Files.readString(ROOT.resolve(page)));
		while (matcher.find()) {
			snippets.add(new Snippet(page, matcher.group(1), matcher.group(2), matcher.group(3)));
		}
		return snippets;
	}

	String source() throws IOException {
		List<String> lines = Files.readAllLines(ROOT.resolve(this.file));
		if (!this.region.isEmpty()) {
			lines = lines.subList(indexOf(lines, "tag") + 1, indexOf(lines, "end"));
		}
		return lines.stream().map((line) -> line.replace("\t", "    ")).collect(Collectors.joining("\n")).stripIndent()
				+ "\n";
	}

	private int indexOf(List<String> lines, String marker) {
		for (int index = 0; index < lines.size(); index++) {
			if (lines.get(index).endsWith(marker + "::" + this.region + "[]")) {
				return index;
			}
		}
		throw new IllegalStateException("There is no '" + marker + "::" + this.region + "[]' in " + this.file);
	}

	@Override
	public String toString() {
		return this.page + ": " + this.file + "#" + this.region;
	}

}
