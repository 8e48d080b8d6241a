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
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.heddle.subprocess.os.Relatives;

/**
 * The processes below a worker: its descendants, and on Linux all that have inherited its
 * mark in their environment, so that those are found too whose parent has died.
 *
 * @param worker the worker
 * @param mark what marks it, unique
 */
record MarkedProcesses(ProcessHandle worker, @Nullable String mark) implements Relatives {

	/**
	 * The name of the environment variable. Its value lists the marks of all workers
	 * above the process, the nearest last.
	 */
	static final String VARIABLE = "HEDDLE_WORKER";

	private static final Path PROC = Path.of("/proc");

	static MarkedProcesses ofThisWorker() {
		String marks = System.getenv(VARIABLE);
		return new MarkedProcesses(ProcessHandle.current(),
				(marks != null) ? marks.substring(marks.lastIndexOf(',') + 1) : null);
	}

	@Override
	public Set<ProcessHandle> nearest() {
		Set<ProcessHandle> found = new HashSet<>();
		this.worker.descendants().forEach(found::add);
		return found;
	}

	@Override
	public Set<ProcessHandle> all() {
		Set<ProcessHandle> found = nearest();
		findMarked(found);
		found.remove(this.worker);
		return found;
	}

	private void findMarked(Set<ProcessHandle> found) {
		String mark = this.mark;
		if (mark == null || !Files.isDirectory(PROC)) {
			return;
		}
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[1-9]*")) {
			for (Path entry : entries) {
				if (isMarked(entry.resolve("environ"), mark)) {
					Optional<ProcessHandle> handle = ProcessHandle.of(Long.parseLong(entry.getFileName().toString()));
					handle.ifPresent(found::add);
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			// those that are descendants still were found
		}
	}

	private static boolean isMarked(Path environ, String mark) {
		try {
			return new String(Files.readAllBytes(environ), StandardCharsets.ISO_8859_1).contains(mark);
		}
		catch (IOException ex) {
			// another user's, or gone
			return false;
		}
	}

}
