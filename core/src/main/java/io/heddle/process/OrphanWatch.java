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
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A small process that kills a worker with its descendants should this JVM die, for the
 * time in which a worker cannot do so itself: while its JVM writes an archive no thread
 * of it runs, and the JVM that it may start for that knows nothing of us. Where there is
 * no shell nobody watches.
 */
final class OrphanWatch implements Closeable {

	private static final Path SHELL = Path.of("/bin/sh");

	/**
	 * Arguments are the mark and the process id. The standard input ends with this JVM,
	 * and has a line if all is well. Processes are found by their mark where the system
	 * shows it, so that a process id that is used again does no harm.
	 */
	private static final String SCRIPT = """
			trap '' HUP INT TERM
			read -r line && exit 0
			find_all() {
				if [ -r /proc/self/environ ]; then
					grep -lsF -- "$1" /proc/[0-9]*/environ | tr -dc '0-9\n'
				else
					echo "$2"
					pgrep -P "$2"
				fi
			}
			for round in 1 2 3 4 5; do
				found=$(find_all "$1" "$2")
				[ -n "$found" ] || exit 0
				kill -9 $found 2>/dev/null
			done
			""";

	private final @Nullable Process process;

	private OrphanWatch(@Nullable Process process) {
		this.process = process;
	}

	/**
	 * Begin to watch.
	 * @param worker the process of the worker
	 * @param mark what it and its descendants have in their environment
	 * @return the watch, to be closed when the worker has ended
	 * @throws IOException if it cannot be started
	 */
	static OrphanWatch of(ProcessHandle worker, String mark) throws IOException {
		if (!Files.isExecutable(SHELL)) {
			return new OrphanWatch(null);
		}
		ProcessBuilder builder = new ProcessBuilder(SHELL.toString(), "-c", SCRIPT, "heddle-watch", mark,
				String.valueOf(worker.pid()))
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.redirectError(ProcessBuilder.Redirect.DISCARD);
		Map<String, String> environment = builder.environment();
		String path = environment.get("PATH");
		environment.clear();
		environment.put("PATH", (path != null) ? path : "/usr/bin:/bin");
		return new OrphanWatch(builder.start());
	}

	@Override
	public void close() {
		Process process = this.process;
		if (process == null) {
			return;
		}
		try (OutputStream input = process.getOutputStream()) {
			input.write("done\n".getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			// somebody has ended it
			process.destroyForcibly();
		}
	}

}
