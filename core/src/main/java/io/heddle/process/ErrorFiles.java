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
import java.nio.file.StandardCopyOption;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the error files of crashed JVMs beyond the life of the pool.
 */
final class ErrorFiles {

	private static final int KEPT = 10;

	private ErrorFiles() {
	}

	/**
	 * Move an error file to where it is kept.
	 * @param file where the JVM would have written it
	 * @return where it is now, or {@code null} if there is none
	 */
	static @Nullable Path keep(Path file) {
		if (!Files.exists(file)) {
			return null;
		}
		try {
			CacheFolder folder = CacheFolder.of("crash");
			Path kept = folder.path().resolve(file.getFileName());
			Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
			folder.prune(KEPT, ".log");
			return kept;
		}
		catch (IOException ex) {
			return file;
		}
	}

}
