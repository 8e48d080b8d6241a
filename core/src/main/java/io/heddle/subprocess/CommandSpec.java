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

import org.jspecify.annotations.Nullable;

/**
 * What a call asks for.
 *
 * @param arguments the arguments that it adds
 * @param input the standard input
 * @param timeout how long the process may run, or {@code null} for as long as the policy
 * lets it
 * @param directory the folder inside the working directory, or {@code null} for itself
 * @param stdout where the standard output goes
 * @param stderr where the standard error goes, or {@code null} for where the output goes
 */
record CommandSpec(List<String> arguments, SubprocessInput input, @Nullable Duration timeout,
		@Nullable String directory, OutputDestination stdout, @Nullable OutputDestination stderr) {

	CommandSpec(List<String> arguments) {
		this(arguments, SubprocessInput.none(), null, null, OutputDestination.capture(), OutputDestination.capture());
	}

	CommandSpec withInput(SubprocessInput input) {
		return new CommandSpec(this.arguments, input, this.timeout, this.directory, this.stdout, this.stderr);
	}

	CommandSpec withTimeout(@Nullable Duration timeout) {
		return new CommandSpec(this.arguments, this.input, timeout, this.directory, this.stdout, this.stderr);
	}

	CommandSpec withDirectory(String directory) {
		return new CommandSpec(this.arguments, this.input, this.timeout, directory, this.stdout, this.stderr);
	}

	CommandSpec withStdout(OutputDestination stdout) {
		return new CommandSpec(this.arguments, this.input, this.timeout, this.directory, stdout, this.stderr);
	}

	CommandSpec withStderr(@Nullable OutputDestination stderr) {
		return new CommandSpec(this.arguments, this.input, this.timeout, this.directory, this.stdout, stderr);
	}

}
