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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last lines of an output. Thread-safe.
 */
final class LastLines {

	private static final int SIZE = 50;

	private static final int MAX_LENGTH = 4 << 10;

	private final Deque<String> lines = new ArrayDeque<>(SIZE);

	synchronized void add(String line) {
		if (this.lines.size() == SIZE) {
			this.lines.remove();
		}
		this.lines.add((line.length() > MAX_LENGTH) ? line.substring(0, MAX_LENGTH) + " [cut]" : line);
	}

	synchronized List<String> get() {
		return List.copyOf(this.lines);
	}

}
