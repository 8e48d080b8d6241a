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
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A command that the policy allows, with what a call may choose for it. Immutable; each
 * run starts a new process.
 */
public final class SubprocessCommand {

	private final Runner runner;

	private final CommandSpec spec;

	SubprocessCommand(Runner runner, CommandSpec spec) {
		this.runner = runner;
		this.spec = spec;
	}

	/**
	 * Return this command with an input; {@link SubprocessInput#none()} by default.
	 * @param input the standard input
	 * @return another command
	 */
	public SubprocessCommand input(SubprocessInput input) {
		Objects.requireNonNull(input, "'input' must not be null");
		return new SubprocessCommand(this.runner, this.spec.withInput(input));
	}

	/**
	 * Return this command with a timeout. That of the policy holds too.
	 * @param timeout how long the process may run
	 * @return another command
	 * @throws IllegalArgumentException if it is not positive
	 */
	public SubprocessCommand timeout(Duration timeout) {
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("'timeout' must be positive but is " + timeout);
		}
		return new SubprocessCommand(this.runner, this.spec.withTimeout(timeout));
	}

	/**
	 * Return this command with another working directory, inside that of the policy.
	 * @param directory a relative path
	 * @return another command
	 */
	public SubprocessCommand directory(String directory) {
		Objects.requireNonNull(directory, "'directory' must not be null");
		return new SubprocessCommand(this.runner, this.spec.withDirectory(directory));
	}

	/**
	 * Return this command with a destination of its standard output;
	 * {@link OutputDestination#capture()} by default.
	 * @param stdout where it goes
	 * @return another command
	 */
	public SubprocessCommand stdout(OutputDestination stdout) {
		Objects.requireNonNull(stdout, "'stdout' must not be null");
		return new SubprocessCommand(this.runner, this.spec.withStdout(stdout));
	}

	/**
	 * Return this command with a destination of its standard error;
	 * {@link OutputDestination#capture()} by default.
	 * @param stderr where it goes
	 * @return another command
	 */
	public SubprocessCommand stderr(OutputDestination stderr) {
		Objects.requireNonNull(stderr, "'stderr' must not be null");
		return new SubprocessCommand(this.runner, this.spec.withStderr(stderr));
	}

	/**
	 * Return this command with its standard error going where its standard output goes,
	 * in the order in which they are written.
	 * @return another command
	 */
	public SubprocessCommand mergeStderr() {
		return new SubprocessCommand(this.runner, this.spec.withStderr(null));
	}

	/**
	 * Return the command as it may be shown.
	 * @return executable and arguments, without what the policy redacts
	 */
	public List<String> text() {
		return new Launch(this.runner.policy(), this.spec).text();
	}

	/**
	 * Run the program and wait for its end.
	 * @return how it ended, and what it wrote
	 * @throws InterruptedException if interrupted while waiting; the process was ended
	 * @throws SubprocessRefusedException if the policy does not allow it
	 * @throws SubprocessStartException if the system could not start the program
	 * @throws TimeoutExpiredException if it did not end in time, and was ended
	 * @throws OutputLimitExceededException if it wrote too much, and was ended
	 */
	public CompletedProcess run() throws InterruptedException {
		return new Call(this.runner, withoutPipe()).run();
	}

	/**
	 * Run the program and do not wait for its end. What goes wrong after the checks is
	 * what the future fails with. What depends on the future runs on a thread of the
	 * policy.
	 * @return a future; to cancel it, or to complete it in another way, ends the process
	 * with all that it has started
	 * @throws SubprocessRefusedException if the policy is closed
	 */
	public CompletableFuture<CompletedProcess> runAsync() {
		return new Call(this.runner, withoutPipe()).runAsync();
	}

	/**
	 * Start the program, to talk to it while it runs.
	 * @return the process
	 * @throws InterruptedException if interrupted while waiting for others to end
	 * @throws SubprocessRefusedException if the policy does not allow it
	 * @throws SubprocessStartException if the system could not start the program
	 */
	public RunningProcess start() throws InterruptedException {
		return new Call(this.runner, this.spec).start();
	}

	private CommandSpec withoutPipe() {
		if (this.spec.input().kind() == SubprocessInput.Kind.PIPE) {
			throw new IllegalArgumentException(
					"'input' is a pipe to which nobody could write. Call start(), or give the input itself");
		}
		return this.spec;
	}

	Runner runner() {
		return this.runner;
	}

	CommandSpec spec() {
		return this.spec;
	}

	@Override
	public String toString() {
		return String.join(" ", text());
	}

}
