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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Reads how much memory a process has, where the system tells: on Linux.
 */
final class ResidentMemory {

	private static final String KEY = "VmRSS:";

	private ResidentMemory() {
	}

	static @Nullable Long of(long pid) {
		try {
			for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
				if (line.startsWith(KEY)) {
					return 1024 * Long.parseLong(line.substring(KEY.length()).replace("kB", "").trim());
				}
			}
			return null;
		}
		catch (IOException | NumberFormatException ex) {
			return null;
		}
	}

}
