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

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.heddle.subprocess.os.ExitCodes;

/**
 * The process of a worker and what the parent keeps of it.
 *
 * @param process the process
 * @param tree its descendants
 * @param lines the last lines of its output
 * @param pump the thread that reads its output, or {@code null}
 * @param errorFile where the JVM reports its own failure
 */
record StartedProcess(Process process, WorkerTree tree, LastLines lines, @Nullable Thread pump, Path errorFile) {

	private static final long REAP_MILLIS = 1_000;

	/**
	 * Kill the process and wait a little for its end.
	 * @return the exit code if it had ended by itself, negative for a signal
	 */
	OptionalInt end() {
		boolean ended = !this.process.isAlive();
		boolean interrupted = Thread.interrupted();
		this.tree.kill();
		try {
			this.process.waitFor(REAP_MILLIS, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			interrupted = true;
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		return (ended) ? OptionalInt.of(ExitCodes.of(this.process.exitValue())) : OptionalInt.empty();
	}

	/**
	 * Return the last lines of the output; all that was written if the process has ended.
	 * @return the lines
	 */
	List<String> lastOutput() {
		if (this.pump != null && !this.process.isAlive()) {
			boolean interrupted = Thread.interrupted();
			try {
				this.pump.join(REAP_MILLIS);
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
		return this.lines.get();
	}

}
