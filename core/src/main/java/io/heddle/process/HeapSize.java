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

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The largest heap of a worker, as {@code -Xmx} takes it.
 *
 * @param text the size
 */
record HeapSize(String text) {

	private static final Pattern SYNTAX = Pattern.compile("(\\d{1,12})([kmgt]?)", Pattern.CASE_INSENSITIVE);

	/** A JVM does not start with less. **/
	private static final long LEAST = 2 << 20;

	static HeapSize of(String text) {
		Matcher matcher = SYNTAX.matcher(text);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("'maxHeap' must be a size such as '256m' or '1g' but is '" + text + "'");
		}
		if (bytes(matcher) < LEAST) {
			throw new IllegalArgumentException("'maxHeap' must be at least '2m' but is '" + text + "'");
		}
		return new HeapSize(text);
	}

	private static long bytes(Matcher matcher) {
		long number = Long.parseLong(matcher.group(1));
		return switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
			case "k" -> number << 10;
			case "m" -> number << 20;
			case "g" -> number << 30;
			case "t" -> number << 40;
			default -> number;
		};
	}

}
