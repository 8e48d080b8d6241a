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
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A file of classes that a JVM maps instead of loading them: a dynamic CDS archive before
 * Java 25, an AOT cache from then on. A truncated one kills the JVM that maps it, so it
 * appears whole or not at all, its length is checked before each use, and it is put aside
 * when a worker dies early with it. Thread-safe, also between processes.
 */
final class ClassArchive {

	private static final int AOT_VERSION = 25;

	private static final int KEPT = 10;

	private static final Duration QUARANTINE = Duration.ofDays(1);

	// longer than a bad one is remembered, and than making one may take
	private static final Duration STALE = Duration.ofHours(25);

	private static final String ENDING = ".archive";

	private final CacheFolder folder;

	private final Path file;

	private final int version;

	ClassArchive(CacheFolder folder, String key, int version) {
		this.folder = folder;
		this.file = folder.path().resolve(key + ENDING);
		this.version = version;
	}

	/**
	 * Return the archive for a command.
	 * @param command the command of the worker
	 * @return the archive, which need not exist; {@code null} if none is possible
	 */
	static @Nullable ClassArchive of(LaunchCommand command) {
		try {
			String key = ArchiveKey.of(command);
			return (key != null) ? new ClassArchive(CacheFolder.of("cds"), key, command.version()) : null;
		}
		catch (IOException ex) {
			// workers start without it too
			return null;
		}
	}

	/**
	 * Return the options that use the archive.
	 * @return the options, none if it is not there or not whole
	 */
	List<String> options() {
		try {
			if (Files.size(this.file) != Long.parseLong(Files.readString(beside(".len")).trim())) {
				return List.of();
			}
		}
		catch (IOException | NumberFormatException ex) {
			return List.of();
		}
		return (this.version >= AOT_VERSION) ? List.of("-XX:AOTCache=" + this.file, "-Xlog:aot*=off", "-Xlog:cds*=off")
				: List.of("-XX:SharedArchiveFile=" + this.file, "-Xshare:auto", "-Xlog:cds*=off");
	}

	/**
	 * Return whether the archive is worth making: it is not there, and was not bad
	 * lately.
	 * @return whether to make it
	 */
	boolean isWanted() {
		try {
			Path bad = beside(".bad");
			return options().isEmpty() && (!Files.exists(bad)
					|| Files.getLastModifiedTime(bad).toInstant().isBefore(Instant.now().minus(QUARANTINE)));
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Make the archive, unless another process does.
	 * @param training runs a worker with the given options and ends it in good order
	 * @throws IOException if it cannot be made
	 * @throws InterruptedException if interrupted meanwhile
	 */
	void make(Training training) throws IOException, InterruptedException {
		try (FileChannel lock = FileChannel.open(beside(".lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE)) {
			if (lock.tryLock() == null || !isWanted()) {
				return;
			}
			// so that it counts as new where leftovers are pruned
			Files.setLastModifiedTime(beside(".lock"), FileTime.from(Instant.now()));
			Path partial = beside(".tmp");
			deletePartial();
			try {
				training.run((this.version >= AOT_VERSION)
						? List.of("-XX:AOTCacheOutput=" + partial, "-Xlog:aot*=off", "-Xlog:cds*=off")
						: List.of("-XX:ArchiveClassesAtExit=" + partial, "-Xlog:cds*=off"));
				publish(partial);
			}
			finally {
				deletePartial();
			}
		}
		catch (OverlappingFileLockException ex) {
			// another pool of this JVM makes it
			return;
		}
		this.folder.prune(KEPT, ENDING);
		this.folder.pruneLeftovers(STALE, ENDING);
	}

	private void deletePartial() throws IOException {
		Files.deleteIfExists(beside(".tmp"));
		// what JDK 25 writes first
		Files.deleteIfExists(beside(".tmp.config"));
	}

	private void publish(Path partial) throws IOException {
		try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
		Files.deleteIfExists(this.file);
		Files.writeString(beside(".len"), Long.toString(Files.size(partial)));
		Files.move(partial, this.file, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Put the archive aside, since a worker did not start with it.
	 * @throws IOException if that does not succeed
	 */
	void quarantine() throws IOException {
		Files.deleteIfExists(beside(".len"));
		Files.move(this.file, beside(".bad"), StandardCopyOption.REPLACE_EXISTING);
		Files.setLastModifiedTime(beside(".bad"), FileTime.from(Instant.now()));
	}

	private Path beside(String ending) {
		return this.file.resolveSibling(this.file.getFileName() + ending);
	}

	/**
	 * Runs a worker to learn what it loads.
	 */
	interface Training {

		void run(List<String> options) throws IOException, InterruptedException;

	}

}
