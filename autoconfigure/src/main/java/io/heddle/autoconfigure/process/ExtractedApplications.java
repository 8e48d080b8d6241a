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

package io.heddle.autoconfigure.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * The folder of the user that keeps fat jars in an extracted form, one folder for each
 * content. Safe for several JVMs at once: a folder appears as a whole.
 *
 * @param folder the folder
 */
record ExtractedApplications(Path folder) {

	private static final int KEPT = 3;

	/** Lists the files of the class path with their sizes. **/
	private static final String LIST = "classpath.list";

	static ExtractedApplications ofUser() {
		String cache = System.getenv("XDG_CACHE_HOME");
		Path base = (cache != null && !cache.isEmpty()) ? Path.of(cache)
				: Path.of(System.getProperty("user.home", ""), ".cache");
		return new ExtractedApplications(base.resolve("heddle").resolve("app"));
	}

	/**
	 * Return the class path of an archive, extracted now unless it already is.
	 * @param archive the archive
	 * @return the files
	 * @throws IOException if it cannot be extracted
	 */
	List<String> classPath(BootArchive archive) throws IOException {
		createFolder();
		Path home = this.folder.resolve(archive.digest());
		if (!isComplete(home)) {
			extract(archive, home);
			prune();
		}
		Files.setLastModifiedTime(home, FileTime.from(Instant.now()));
		return list(home).stream().map((line) -> home.resolve(name(line)).toString()).toList();
	}

	private void createFolder() throws IOException {
		Path own = this.folder.toAbsolutePath().getParent();
		Files.createDirectories(this.folder);
		if (this.folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			// fails if it belongs to another
			Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
			Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwx------"));
		}
	}

	private boolean isComplete(Path home) {
		try {
			for (String line : list(home)) {
				if (Files.size(home.resolve(name(line))) != size(line)) {
					return false;
				}
			}
			return true;
		}
		catch (IOException | IllegalArgumentException ex) {
			return false;
		}
	}

	private void extract(BootArchive archive, Path home) throws IOException {
		Path partial = Files.createTempDirectory(this.folder, "partial-");
		try {
			List<String> lines = new ArrayList<>();
			for (String name : archive.extract(partial)) {
				lines.add(Files.size(partial.resolve(name)) + " " + name);
			}
			Files.write(partial.resolve(LIST), lines, StandardCharsets.UTF_8);
			publish(partial, home);
		}
		finally {
			FileSystemUtils.deleteRecursively(partial);
		}
	}

	private void publish(Path partial, Path home) throws IOException {
		if (Files.exists(home) && !isComplete(home)) {
			FileSystemUtils.deleteRecursively(home);
		}
		try {
			Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			// another JVM may have been faster
			if (!isComplete(home)) {
				throw ex;
			}
		}
	}

	/**
	 * A folder that was used within the last day may have workers.
	 */
	private void prune() throws IOException {
		Instant old = Instant.now().minusSeconds(24 * 60 * 60);
		try (Stream<Path> homes = Files.list(this.folder)) {
			List<Path> oldestLast = homes.sorted(Comparator.comparing(ExtractedApplications::lastUsed).reversed())
				.toList();
			for (Path home : oldestLast.subList(Math.min(KEPT, oldestLast.size()), oldestLast.size())) {
				if (lastUsed(home).isBefore(old)) {
					FileSystemUtils.deleteRecursively(home);
				}
			}
		}
	}

	private static Instant lastUsed(Path home) {
		return Instant.ofEpochMilli(home.toFile().lastModified());
	}

	private static List<String> list(Path home) throws IOException {
		return Files.readAllLines(home.resolve(LIST), StandardCharsets.UTF_8);
	}

	private static String name(String line) {
		return line.substring(line.indexOf(' ') + 1);
	}

	private static long size(String line) {
		return Long.parseLong(line.substring(0, line.indexOf(' ')));
	}

}
