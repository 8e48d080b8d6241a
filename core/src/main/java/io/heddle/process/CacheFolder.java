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
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of the user for what outlives this JVM.
 *
 * @param path the folder
 */
record CacheFolder(Path path) {

	/**
	 * Return a folder that exists and belongs to the user alone.
	 * @param name what it is for
	 * @return the folder
	 * @throws IOException if there is none
	 */
	static CacheFolder of(String name) throws IOException {
		String cache = System.getenv("XDG_CACHE_HOME");
		String home = System.getProperty("user.home", "");
		Path base = (cache != null && !cache.isEmpty()) ? Path.of(cache) : Path.of(home, ".cache");
		try {
			return create(base.resolve("heddle"), name);
		}
		catch (IOException ex) {
			String user = System.getProperty("user.name", "");
			return create(Path.of(System.getProperty("java.io.tmpdir"), "heddle-of-" + user), name);
		}
	}

	private static CacheFolder create(Path folder, String name) throws IOException {
		Files.createDirectories(folder.toAbsolutePath());
		if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			// fails if it belongs to another
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
		}
		return new CacheFolder(Files.createDirectories(folder.resolve(name)));
	}

	/**
	 * Delete the oldest files.
	 * @param kept how many are kept
	 * @param ending how the names of the files end
	 */
	void prune(int kept, String ending) {
		try (Stream<Path> files = Files.list(this.path)) {
			List<Path> oldestLast = files.filter((file) -> file.toString().endsWith(ending))
				.sorted(Comparator.comparing(CacheFolder::age))
				.toList();
			for (Path file : oldestLast.subList(Math.min(kept, oldestLast.size()), oldestLast.size())) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			// the next one tries again
		}
	}

	/**
	 * Delete the old files that belong to others of a given ending and are left over: all
	 * but those without which such a file could not be used.
	 * @param age how old they are at least
	 * @param ending how the names of the files end to which they belong
	 */
	void pruneLeftovers(Duration age, String ending) {
		try (Stream<Path> files = Files.list(this.path)) {
			for (Path file : files.filter((file) -> isLeftover(file, ending)).toList()) {
				if (age(file) > age.toMillis()) {
					Files.deleteIfExists(file);
				}
			}
		}
		catch (IOException ex) {
			// the next one tries again
		}
	}

	private static boolean isLeftover(Path file, String ending) {
		String name = file.getFileName().toString();
		int end = name.indexOf(ending + ".");
		boolean isLength = name.endsWith(ending + ".len");
		return end > 0 && !(isLength && Files.exists(file.resolveSibling(name.substring(0, end) + ending)));
	}

	private static long age(Path file) {
		return System.currentTimeMillis() - file.toFile().lastModified();
	}

}
