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

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The folder of a pool for sockets and other files that live as long as it: visible to
 * nobody but the user, locked while its owner lives, and removed by the next one if its
 * owner was killed. Thread-safe.
 */
final class RuntimeFolder implements Closeable {

	private static final String PREFIX = "heddle-";

	/**
	 * What the names of this process's own folders begin with. They are never looked
	 * into: a process that closes a lock file loses all its locks on it.
	 **/
	private static final String OWN_PREFIX = PREFIX + ProcessHandle.current().pid() + "-";

	private static final String LOCK = "owner";

	// what a socket address can hold, less the name of the socket
	private static final int MAX_LENGTH = 90;

	// for the time between creation and lock
	private static final Duration MIN_AGE = Duration.ofSeconds(10);

	private final Path path;

	private final FileChannel lock;

	private RuntimeFolder(Path path, FileChannel lock) {
		this.path = path;
		this.lock = lock;
	}

	/**
	 * Create a folder, which is locked.
	 * @return the folder
	 * @throws ClosedByInterruptException if this thread is interrupted
	 * @throws IOException if there is no place for it
	 */
	static RuntimeFolder create() throws IOException {
		Set<Path> bases = bases();
		IOException failure = new IOException("There is no folder whose path is short enough for sockets among " + bases
				+ "; set 'java.io.tmpdir' to one");
		for (Path base : bases) {
			try {
				sweep(base);
				return own(Files.createTempDirectory(base, OWN_PREFIX, ownerOnly(base)));
			}
			catch (ClosedByInterruptException ex) {
				// any other place would fail too
				throw ex;
			}
			catch (IOException ex) {
				failure.addSuppressed(ex);
			}
		}
		throw failure;
	}

	private static RuntimeFolder own(Path path) throws IOException {
		FileChannel lock = null;
		try {
			lock = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			lock.lock();
			return new RuntimeFolder(path, lock);
		}
		catch (IOException | RuntimeException ex) {
			discard(path, lock);
			if (ex instanceof FileLockInterruptionException) {
				throw interruption(ex);
			}
			throw ex;
		}
	}

	private static void discard(Path path, @Nullable FileChannel lock) throws IOException {
		delete(path);
		if (lock != null) {
			lock.close();
		}
	}

	private static ClosedByInterruptException interruption(Exception cause) {
		ClosedByInterruptException interruption = new ClosedByInterruptException();
		interruption.initCause(cause);
		return interruption;
	}

	static Set<Path> bases() {
		Set<Path> bases = new LinkedHashSet<>();
		for (@Nullable
		String base : new String[] { System.getenv("XDG_RUNTIME_DIR"), System.getProperty("java.io.tmpdir"), "/tmp" }) {
			if (base != null && !base.isEmpty() && base.length() < MAX_LENGTH - OWN_PREFIX.length() - 20
					&& Files.isDirectory(Path.of(base))) {
				bases.add(Path.of(base).toAbsolutePath().normalize());
			}
		}
		return bases;
	}

	private static FileAttribute<?>[] ownerOnly(Path base) {
		return (base.getFileSystem().supportedFileAttributeViews().contains("posix"))
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")) }
				: new FileAttribute<?>[0];
	}

	/**
	 * Remove the folders whose owner was killed.
	 */
	private static void sweep(Path base) {
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(base, PREFIX + "[0-9]*")) {
			for (Path folder : folders) {
				if (!folder.getFileName().toString().startsWith(OWN_PREFIX) && isAbandoned(folder)) {
					delete(folder);
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			// not ours to look into; the next start tries again
		}
	}

	private static boolean isAbandoned(Path folder) {
		try {
			// its process may have been killed before it made the lock, or after it
			// removed it
			boolean used = (Files.isRegularFile(folder.resolve(LOCK))) ? isOwned(folder) : !isEmpty(folder);
			return !used && Files.getLastModifiedTime(folder).toInstant().isBefore(Instant.now().minus(MIN_AGE));
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static boolean isEmpty(Path folder) throws IOException {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
			return !files.iterator().hasNext();
		}
	}

	/**
	 * Return whether the process that has made a folder lives on. Unlike its identifier,
	 * its lock also ends where nobody collects dead processes. Not to be asked by that
	 * process.
	 * @param folder the folder
	 * @return whether it has an owner, or cannot be looked into
	 */
	static boolean isOwned(Path folder) {
		try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
				FileLock taken = channel.tryLock()) {
			return taken == null;
		}
		catch (IOException | OverlappingFileLockException ex) {
			return true;
		}
	}

	/**
	 * Delete a folder with all that is in it, as far as that goes.
	 * @param folder the folder
	 */
	static void delete(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException | RuntimeException ex) {
			// another one deletes it too, or the next start will
		}
	}

	Path path() {
		return this.path;
	}

	@Override
	public void close() {
		delete(this.path);
		try {
			this.lock.close();
		}
		catch (IOException ex) {
			// the folder is gone, and the lock with it
		}
	}

}
