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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Has a process stand back behind others where the system has a program for that. Such a
 * program becomes the process, so its identifier is the same.
 */
final class Nice {

	private static final Path PROGRAM = Path.of("/usr/bin/nice");

	private Nice() {
	}

	/**
	 * Return a command whose process gets what others leave of the processors.
	 * @param command the command
	 * @return the same if the system cannot
	 */
	static List<String> words(List<String> command) {
		if (!Files.isExecutable(PROGRAM)) {
			return command;
		}
		List<String> words = new ArrayList<>(List.of(PROGRAM.toString(), "-n", "19"));
		words.addAll(command);
		return words;
	}

}
