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

package io.heddle.subprocess.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * The processes that a thread of this JVM has started. Linux tells them apart from those
 * that other threads start meanwhile.
 */
public final class ThreadChildren {

	private static final Path FILE = Path.of("/proc/thread-self/children");

	private ThreadChildren() {
	}

	/**
	 * Return the children of the current thread, or of the carrier of a virtual one.
	 * @return the process ids in their order; empty where the system does not tell
	 */
	public static Set<Long> current() {
		Set<Long> children = new TreeSet<>();
		try {
			for (String word : Files.readString(FILE).split(" ")) {
				if (!word.isBlank()) {
					children.add(Long.valueOf(word.strip()));
				}
			}
		}
		catch (IOException ex) {
			// not on Linux, or a kernel without this file
		}
		return children;
	}

}
