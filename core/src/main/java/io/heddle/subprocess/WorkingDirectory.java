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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * The folder in which the programs of a policy run, or below which they do.
 *
 * @param policy the name of the policy
 * @param folder its real path
 * @param own whether it is that of this JVM, as none was given
 */
record WorkingDirectory(String policy, Path folder, boolean own) {

	static WorkingDirectory of(String policy, @Nullable Path folder) {
		Path given = (folder != null) ? folder : Path.of("");
		if (!Files.isDirectory(given)) {
			throw new IllegalArgumentException(
					"'workingDirectory' is '" + given + "', which is no folder. Create it, or name one that exists");
		}
		try {
			return new WorkingDirectory(policy, given.toRealPath(), folder == null);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("'workingDirectory' is '" + given + "', which cannot be read: " + ex,
					ex);
		}
	}

	/**
	 * Return the folder for a run.
	 * @param below a relative path, or {@code null} for the folder itself
	 * @return the real path, or {@code null} for that of this JVM
	 * @throws SubprocessRefusedException if it lies elsewhere
	 */
	@Nullable Path resolve(@Nullable String below) {
		if (below == null && this.own) {
			return null;
		}
		try {
			Path real = ((below != null) ? this.folder.resolve(below) : this.folder).toRealPath();
			boolean inside = (below != null) ? real.startsWith(this.folder) : real.equals(this.folder);
			if (inside && Files.isDirectory(real)) {
				return real;
			}
		}
		catch (IOException | InvalidPathException ex) {
			throw refusal(below, "does not exist or cannot be read");
		}
		throw refusal(below, "is no folder, or not inside the working directory of the policy");
	}

	private SubprocessRefusedException refusal(@Nullable String below, String reason) {
		String shown = (below != null) ? below.replaceAll("\\p{Cntrl}", "?") : ".";
		return new SubprocessRefusedException("Subprocess '" + this.policy + "' refuses the working directory '" + shown
				+ "': it " + reason + ", " + this.folder);
	}

}
