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

package io.heddle.subprocess;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The program of a policy, and how its file is known again. It is run by the path by
 * which it was found, since programs with several names, and those of a virtual
 * environment, look at that path.
 *
 * @param path its absolute path
 * @param key what the system knows the file by, links resolved, or {@code null}
 * @param size its size
 * @param modified when it was modified
 */
record Executable(Path path, @Nullable Object key, long size, FileTime modified) {

	/**
	 * Find an executable.
	 * @param name a path, or a name to look up
	 * @param searchPath the folders to look it up in, or {@code null}
	 * @return the executable
	 * @throws IllegalArgumentException if there is none, with nothing but the reason
	 */
	static Executable find(String name, @Nullable String searchPath) {
		if (name.isEmpty()) {
			throw new IllegalArgumentException("The name of a program must not be empty");
		}
		try {
			for (Path path : candidates(name, (searchPath != null) ? searchPath : "")) {
				if (Files.isRegularFile(path) && Files.isExecutable(path)) {
					return of(path);
				}
				if (isPath(name) && Files.exists(path)) {
					throw new IllegalArgumentException(
							Files.isDirectory(path) ? "It is a folder" : "The file is not executable");
				}
			}
		}
		catch (IOException | InvalidPathException ex) {
			throw new IllegalArgumentException("It cannot be read: " + ex, ex);
		}
		throw new IllegalArgumentException(isPath(name) ? "There is no such file"
				: "There is no executable file of that name in any absolute folder of PATH (" + searchPath + ")");
	}

	private static boolean isPath(String name) {
		return name.indexOf(File.separatorChar) >= 0 || name.indexOf('/') >= 0;
	}

	private static List<Path> candidates(String name, String searchPath) {
		if (isPath(name)) {
			return List.of(Path.of(name).toAbsolutePath().normalize());
		}
		List<Path> candidates = new ArrayList<>();
		for (String folder : searchPath.split(File.pathSeparator)) {
			// an empty one would be the working directory, where anybody may put
			// something
			if (!folder.isEmpty() && Path.of(folder).isAbsolute()) {
				candidates.add(Path.of(folder, name));
			}
		}
		return candidates;
	}

	private static Executable of(Path path) throws IOException {
		BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
		return new Executable(path, attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
	}

	/**
	 * Check that it still is the file that was found.
	 * @param policy the name of the policy
	 * @throws SubprocessRefusedException if it is not
	 */
	void check(String policy) {
		boolean same;
		try {
			same = equals(of(this.path));
		}
		catch (IOException ex) {
			same = false;
		}
		if (!same) {
			throw new SubprocessRefusedException("Subprocess '" + policy + "' refuses to run " + this.path
					+ ": it is not the file any more that it was when the policy was made. "
					+ "If it was updated, make the policy anew (restart the application)");
		}
	}

}
