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

import java.util.List;

/**
 * A program ended with an exit code that the policy does not take for a success, or was
 * killed by a signal. The message names both, the command without its secrets, and the
 * end of what the program wrote.
 */
public class CalledProcessException extends SubprocessException {

	private static final long serialVersionUID = 1L;

	private final ProcessResult result;

	CalledProcessException(ProcessResult result) {
		super(result.describe() + result.lastWordsText(), null);
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
	 * Return how the program ended.
	 * @return the exit code, {@code -n} for signal n
	 */
	public int exitCode() {
		return this.result.exitCode();
	}

	/**
	 * Return what the program wrote to its standard output.
	 * @return the text; empty if it is not captured
	 */
	public String stdout() {
		return this.result.stdout().text();
	}

	/**
	 * Return what the program wrote to its standard error.
	 * @return the text; empty if it is not captured
	 */
	public String stderr() {
		return this.result.stderr().text();
	}

}
