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

package io.heddle.sample;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The programs of this machine.
 *
 * @param folders where to look for them
 */
record InstalledPrograms(List<String> folders) {

	static InstalledPrograms ofThePath() {
		String path = System.getenv("PATH");
		return new InstalledPrograms((path != null) ? List.of(path.split(File.pathSeparator)) : List.of());
	}

	boolean contains(String... programs) {
		return Arrays.stream(programs)
			.allMatch((program) -> this.folders.stream()
				.anyMatch((folder) -> Files.isExecutable(Path.of(folder, program))));
	}

}
