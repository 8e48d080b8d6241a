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
 * The programs of a pipeline, all of which have ended. Thread-safe.
 */
public final class CompletedPipeline {

	private final List<CompletedProcess> processes;

	private final List<CompletedProcess> failed;

	private final Duration took;

	CompletedPipeline(List<CompletedProcess> processes, List<CompletedProcess> failed, Duration took) {
		this.processes = List.copyOf(processes);
		this.failed = List.copyOf(failed);
		this.took = took;
	}

	/**
	 * Return the programs.
	 * @return the programs in the order of the pipeline
	 */
	public List<CompletedProcess> processes() {
		return this.processes;
	}

	/**
	 * Return how each program ended.
	 * @return the exit codes in the order of the pipeline, {@code -n} for signal n
	 */
	public List<Integer> exitCodes() {
		return this.processes.stream().map(CompletedProcess::exitCode).toList();
	}

	private CompletedProcess last() {
		return this.processes.get(this.processes.size() - 1);
	}

	/**
	 * Return what the last program wrote to its standard output.
	 * @return the text; empty if it is not captured
	 */
	public String stdout() {
		return last().stdout();
	}

	/**
	 * Return what the last program wrote to its standard output.
	 * @return a copy of the bytes; empty if it is not captured
	 */
	public byte[] stdoutBytes() {
		return last().stdoutBytes();
	}

	/**
	 * Return how long the pipeline ran.
	 * @return the time between the start of the first program and the end of all
	 */
	public Duration took() {
		return this.took;
	}

	/**
	 * Return whether all programs were successful. One that was ended since the next one
	 * did not read any more, by SIGPIPE or by the pipeline, counts as successful.
	 * @return whether all were
	 */
	public boolean isSuccess() {
		return this.failed.isEmpty();
	}

	/**
	 * Make sure that all programs were successful, in the sense of {@link #isSuccess()}.
	 * @return this
	 * @throws CalledProcessException of the first that was not
	 */
	public CompletedPipeline check() {
		this.failed.forEach(CompletedProcess::check);
		return this;
	}

	@Override
	public String toString() {
		return this.processes.toString();
	}

}
