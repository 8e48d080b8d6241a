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

import java.time.Duration;
import java.util.List;

/**
 * A program that has ended, and what it wrote. Thread-safe.
 */
public final class CompletedProcess {

	private final ProcessResult result;

	CompletedProcess(ProcessResult result) {
		this.result = result;
	}

	/**
	 * Return the process id that the program had.
	 * @return the process id
	 */
	public long pid() {
		return this.result.pid();
	}

	/**
	 * Return the command, without what the policy redacts.
	 * @return executable and arguments
	 */
	public List<String> command() {
		return this.result.command();
	}

	/**
	 * Return how the program ended. The JDK does not tell a signal from an exit code of
	 * 129 to 192, which are taken for signals 1 to 64: a program that calls
	 * {@code exit(137)} looks like one that was killed.
	 * @return the exit code, {@code -n} for signal n
	 */
	public int exitCode() {
		return this.result.exitCode();
	}

	/**
	 * Return whether the exit code is one of those that the policy takes for a success.
	 * @return whether it was successful
	 */
	public boolean isSuccess() {
		return this.result.success();
	}

	/**
	 * Return what the program wrote to its standard output, decoded by the charset of the
	 * policy.
	 * @return the text; empty if it is not captured
	 */
	public String stdout() {
		return this.result.stdout().text();
	}

	/**
	 * Return what the program wrote to its standard error, decoded by the charset of the
	 * policy.
	 * @return the text; empty if it is not captured, or merged into the output
	 */
	public String stderr() {
		return this.result.stderr().text();
	}

	/**
	 * Return what the program wrote to its standard output.
	 * @return a copy of the bytes; empty if it is not captured
	 */
	public byte[] stdoutBytes() {
		return this.result.stdout().bytes();
	}

	/**
	 * Return what the program wrote to its standard error.
	 * @return a copy of the bytes; empty if it is not captured, or merged into the output
	 */
	public byte[] stderrBytes() {
		return this.result.stderr().bytes();
	}

	/**
	 * Return how long the program ran, without the time for which it waited for others of
	 * the policy to end.
	 * @return the time between its start and its end
	 */
	public Duration took() {
		return this.result.took();
	}

	/**
	 * Return whether the program wrote more than the policy keeps of a stream.
	 * @return whether the end of the output is missing
	 */
	public boolean truncated() {
		return this.result.stdout().isTruncated() || this.result.stderr().isTruncated();
	}

	/**
	 * Make sure that the program was successful.
	 * @return this
	 * @throws CalledProcessException if it was not
	 */
	public CompletedProcess check() {
		if (!isSuccess()) {
			throw new CalledProcessException(this.result);
		}
		return this;
	}

	@Override
	public String toString() {
		return this.result.describe();
	}

}
