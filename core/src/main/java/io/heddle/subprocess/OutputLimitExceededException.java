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

/**
 * A program wrote more than the policy allows, and was ended for it with its descendants.
 * What it had written until then is kept.
 */
public class OutputLimitExceededException extends SubprocessException {

	private static final long serialVersionUID = 1L;

	private final ProcessResult result;

	OutputLimitExceededException(String message, ProcessResult result) {
		super(message, null);
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
	 * Return the beginning of what the program wrote to its standard output.
	 * @return the text; empty if it is not captured
	 */
	public String stdout() {
		return this.result.stdout().text();
	}

	/**
	 * Return the beginning of what the program wrote to its standard error.
	 * @return the text; empty if it is not captured
	 */
	public String stderr() {
		return this.result.stderr().text();
	}

}
