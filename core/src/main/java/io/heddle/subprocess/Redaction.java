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

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what patterns match. A pattern that matches an argument and the one after it,
 * with a space between them, hides the one after it. In an argument, a dot matches the
 * end of a line too: a secret may have several. What is too long for a pattern is hidden
 * as a whole.
 *
 * @param patterns the patterns
 * @param ofArguments the same for arguments
 */
record Redaction(List<Pattern> patterns, List<Pattern> ofArguments) {

	static final String HIDDEN = "******";

	private static final int LONGEST = 200;

	Redaction(List<Pattern> patterns) {
		this(patterns,
				patterns.stream()
					.map((pattern) -> Pattern.compile(pattern.pattern(), pattern.flags() | Pattern.DOTALL))
					.toList());
	}

	List<String> redact(List<String> command) {
		List<String> redacted = new ArrayList<>(command.size());
		for (int i = 0; i < command.size(); i++) {
			String argument = command.get(i);
			redacted
				.add((i > 0 && isSecretOf(command.get(i - 1), argument)) ? HIDDEN : redact(argument, this.ofArguments));
		}
		return List.copyOf(redacted);
	}

	private boolean isSecretOf(String before, String argument) {
		String pair = before + " " + argument;
		try {
			return this.ofArguments.stream()
				.anyMatch((pattern) -> pattern.matcher(pair).matches() && !pattern.matcher(before).find());
		}
		catch (StackOverflowError ex) {
			// too long for a pattern with repeated alternatives
			return true;
		}
	}

	String redact(String text) {
		return redact(text, this.patterns);
	}

	private static String redact(String text, List<Pattern> patterns) {
		String redacted = text;
		try {
			for (Pattern pattern : patterns) {
				redacted = pattern.matcher(redacted).replaceAll(Matcher.quoteReplacement(HIDDEN));
			}
		}
		catch (StackOverflowError ex) {
			// nobody knows which part of it may be shown
			return HIDDEN;
		}
		return redacted;
	}

	/**
	 * Return an argument as it may stand in a message.
	 * @param command all arguments
	 * @param index which one
	 * @return it in quotes, redacted, on one line and not too long
	 */
	String show(List<String> command, int index) {
		String text = redact(command).get(index);
		StringBuilder shown = new StringBuilder("'");
		text.codePoints().limit(LONGEST).forEach((character) -> {
			if (Character.isISOControl(character)) {
				shown.append(String.format("\\u%04x", character));
			}
			else {
				shown.appendCodePoint(character);
			}
		});
		return shown.append((text.codePointCount(0, text.length()) > LONGEST) ? "' [cut]" : "'").toString();
	}

}
