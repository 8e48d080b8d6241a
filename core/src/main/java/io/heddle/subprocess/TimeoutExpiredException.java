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

/**
 * A program did not end in time. It was ended with its descendants, unless it was only
 * {@linkplain RunningProcess#communicate(Duration) waited for}; what it had written until
 * then is kept.
 */
public class TimeoutExpiredException extends SubprocessException {

	private static final long serialVersionUID = 1L;

	private final Duration timeout;

	private final ProcessResult result;

	TimeoutExpiredException(String message, Duration timeout, ProcessResult result) {
		super(message, null);
		this.timeout = timeout;
		this.result = result;
	}

	/**
	 * Return how long the program was given.
	 * @return the timeout
	 */
	public Duration timeout() {
		return this.timeout;
	}

	/**
	 * Return the process id of the program.
	 * @return the process id
	 */
	public long pid() {
		return this.result.pid();
	}

	/**
	 * Return what the program had written to its standard output.
	 * @return the text; empty if it is not captured
	 */
	public String stdout() {
		return this.result.stdout().text();
	}

	/**
	 * Return what the program had written to its standard error.
	 * @return the text; empty if it is not captured
	 */
	public String stderr() {
		return this.result.stderr().text();
	}

}
