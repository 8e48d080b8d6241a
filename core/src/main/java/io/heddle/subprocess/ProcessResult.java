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

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

import io.heddle.subprocess.os.Signals;

/**
 * How a process ended and what it wrote.
 *
 * @param policy the name of the policy
 * @param pid its process id
 * @param command the redacted command
 * @param exitCode the exit code, negative for a signal
 * @param success whether that is a success
 * @param stdout its standard output
 * @param stderr its standard error
 * @param took how long it ran
 * @param lastWords the end of what it wrote, redacted
 */
record ProcessResult(String policy, long pid, List<String> command, int exitCode, boolean success,
		CapturedOutput stdout, CapturedOutput stderr, Duration took, String lastWords) implements Serializable {

	/**
	 * Return a sentence such as "Subprocess 'ffmpeg' (pid 4711, /usr/bin/ffmpeg -i a.mp4)
	 * was killed by SIGKILL after PT2S".
	 */
	String describe() {
		return who() + " " + ending() + " after " + this.took;
	}

	String who() {
		return "Subprocess '" + this.policy + "' (pid " + this.pid + ", " + String.join(" ", this.command) + ")";
	}

	private String ending() {
		return (this.exitCode >= 0) ? "ended with exit code " + this.exitCode
				: "was killed by " + Signals.name(-this.exitCode);
	}

	/**
	 * Return what the program wrote last, to be added to a sentence.
	 */
	String lastWordsText() {
		return (this.lastWords.isEmpty()) ? ""
				: "; its last output:" + System.lineSeparator() + "\t" + this.lastWords.replace("\n", "\n\t");
	}

}
