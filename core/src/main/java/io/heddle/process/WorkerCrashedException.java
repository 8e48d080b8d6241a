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

import org.jspecify.annotations.Nullable;

/**
 * The worker JVM that ran a task died before it had reported a result. The message names
 * all that is known.
 */
public class WorkerCrashedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final long pid;

	private final @Nullable Integer exitCode;

	private final List<String> lastOutput;

	private final @Nullable String errorFile;

	/**
	 * Create an exception.
	 * @param what what happened, to begin the message with
	 * @param pid the process id of the worker
	 * @param exitCode the exit code, negative for a signal; empty if not known
	 * @param lastOutput the last lines of its output
	 * @param errorFile the error file of the JVM, or {@code null}
	 */
	public WorkerCrashedException(String what, long pid, OptionalInt exitCode, List<String> lastOutput,
			@Nullable Path errorFile) {
		super(message(what, pid, exitCode, lastOutput, errorFile));
		this.pid = pid;
		this.exitCode = (exitCode.isPresent()) ? exitCode.getAsInt() : null;
		this.lastOutput = List.copyOf(lastOutput);
		this.errorFile = (errorFile != null) ? errorFile.toString() : null;
	}

	private static String message(String what, long pid, OptionalInt exitCode, List<String> lastOutput,
			@Nullable Path errorFile) {
		StringBuilder message = new StringBuilder(what).append(" (pid ").append(pid).append(", ");
		if (exitCode.isEmpty()) {
			message.append("exit code unknown");
		}
		else if (exitCode.getAsInt() < 0) {
			message.append("signal ").append(-exitCode.getAsInt());
		}
		else {
			message.append("exit code ").append(exitCode.getAsInt());
		}
		if (errorFile != null) {
			message.append(", error file ").append(errorFile);
		}
		message.append(')');
		if (!lastOutput.isEmpty()) {
			message.append("; its last output:");
			lastOutput.forEach((line) -> message.append(System.lineSeparator()).append('\t').append(line));
		}
		return message.toString();
	}

	/**
	 * Return the process id of the worker.
	 * @return the process id
	 */
	public long pid() {
		return this.pid;
	}

	/**
	 * Return how the worker ended. An exit code of 129 to 192 is taken for the signal
	 * that the system reports so; a {@code System.exit(137)} cannot be told from a
	 * SIGKILL.
	 * @return the exit code, {@code -n} for signal n; empty if it is not known
	 */
	public OptionalInt exitCode() {
		return (this.exitCode != null) ? OptionalInt.of(this.exitCode) : OptionalInt.empty();
	}

	/**
	 * Return the last lines that the worker wrote to its standard output and error.
	 * @return at most 50 lines, oldest first
	 */
	public List<String> lastOutput() {
		return this.lastOutput;
	}

	/**
	 * Return the file in which the JVM reported its own failure.
	 * @return the file, or {@code null} if there is none
	 */
	public @Nullable Path errorFile() {
		return (this.errorFile != null) ? Path.of(this.errorFile) : null;
	}

}
