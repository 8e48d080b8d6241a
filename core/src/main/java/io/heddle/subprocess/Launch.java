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

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Prepares the start of a command, and makes the checks that depend on the moment.
 *
 * @param policy the policy
 * @param spec what the call asks for
 */
record Launch(SubprocessPolicy policy, CommandSpec spec) {

	private static final File NOTHING = new File((File.separatorChar == '\\') ? "NUL" : "/dev/null");

	/**
	 * Return what starts the command.
	 * @return a new builder
	 * @throws SubprocessRefusedException if the executable or the folder is not what the
	 * policy allows
	 */
	ProcessBuilder prepare() {
		Executable executable = this.policy.executable();
		executable.check(this.policy.name());
		Path directory = this.policy.directory().resolve(this.spec.directory());
		ProcessBuilder builder = new ProcessBuilder(command());
		if (directory != null) {
			builder.directory(directory.toFile());
		}
		this.policy.environment().applyTo(builder);
		builder.redirectInput(input());
		builder.redirectOutput(this.spec.stdout().redirect());
		OutputDestination stderr = this.spec.stderr();
		if (stderr != null) {
			builder.redirectError(stderr.redirect());
		}
		return builder.redirectErrorStream(stderr == null);
	}

	private List<String> command() {
		List<String> command = new ArrayList<>();
		command.add(this.policy.executable().path().toString());
		command.addAll(this.policy.fixedArguments());
		command.addAll(this.spec.arguments());
		return command;
	}

	private ProcessBuilder.Redirect input() {
		SubprocessInput input = this.spec.input();
		return switch (input.kind()) {
			case NONE -> ProcessBuilder.Redirect.from(NOTHING);
			case FILE -> ProcessBuilder.Redirect.from(input.source(Path.class).toFile());
			case INHERIT -> ProcessBuilder.Redirect.INHERIT;
			case BYTES, STREAM, PIPE -> ProcessBuilder.Redirect.PIPE;
		};
	}

	/**
	 * Return the command as it may be shown.
	 * @return executable and arguments, redacted
	 */
	List<String> text() {
		return this.policy.redaction().redact(command());
	}

	/**
	 * Return how long the process may run.
	 * @return the shorter timeout of policy and call, or {@code null}
	 */
	@Nullable Duration timeout() {
		Duration policy = this.policy.timeout();
		Duration call = this.spec.timeout();
		if (policy == null || call == null) {
			return (policy != null) ? policy : call;
		}
		return (policy.compareTo(call) <= 0) ? policy : call;
	}

	SubprocessStartException failure(IOException cause) {
		String reason = this.policy.redaction().redact(String.valueOf(cause.getMessage()));
		return new SubprocessStartException("Subprocess '" + this.policy.name() + "' could not start: " + reason,
				cause);
	}

	@Nullable OutputTarget target(@Nullable OutputDestination destination, LineConsumers consumers, boolean error) {
		if (destination == null || !destination.isPiped()) {
			return null;
		}
		if (destination.kind() == OutputDestination.Kind.CAPTURE) {
			return new Capture(this.policy.maxOutput(), this.policy.charset());
		}
		return new LineOutput(this.policy.charset(), consumers.of(destination, error));
	}

}
