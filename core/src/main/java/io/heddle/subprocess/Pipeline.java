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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * Commands of which each reads what the one before it writes, without a shell. The policy
 * of each holds: its checks, its timeout, its permits. When one of them times out or
 * writes too much, all are ended; when one ends, the one before it is ended too unless it
 * ends by itself within a moment, for nobody reads what it writes. Immutable.
 */
public final class Pipeline {

	private final List<SubprocessCommand> commands;

	private final @Nullable Duration timeout;

	private Pipeline(List<SubprocessCommand> commands, @Nullable Duration timeout) {
		this.commands = commands;
		this.timeout = timeout;
	}

	/**
	 * Return a pipeline.
	 * @param commands the commands, the first of which reads the input, and the last of
	 * which writes the output
	 * @return the pipeline, which has not been run
	 * @throws IllegalArgumentException if there is none, or one in between has an input
	 * or a destination of its own
	 */
	public static Pipeline of(SubprocessCommand... commands) {
		if (commands.length == 0) {
			throw new IllegalArgumentException("'commands' must not be empty");
		}
		for (int i = 0; i < commands.length; i++) {
			CommandSpec spec = commands[i].spec();
			if (i > 0 && spec.input().kind() != SubprocessInput.Kind.NONE) {
				throw new IllegalArgumentException(
						"Command " + (i + 1) + " has an input, but reads what the one before it writes");
			}
			if (i < commands.length - 1 && spec.stdout().kind() != OutputDestination.Kind.CAPTURE) {
				throw new IllegalArgumentException(
						"Command " + (i + 1) + " has a destination, but its output is read by the one after it");
			}
			if (spec.input().kind() == SubprocessInput.Kind.PIPE) {
				throw new IllegalArgumentException("'input' is a pipe to which nobody could write");
			}
		}
		return new Pipeline(List.of(commands), null);
	}

	/**
	 * Return this pipeline with an input of the first command.
	 * @param input the standard input
	 * @return another pipeline
	 */
	public Pipeline input(SubprocessInput input) {
		Objects.requireNonNull(input, "'input' must not be null");
		List<SubprocessCommand> changed = new ArrayList<>(this.commands);
		changed.set(0, changed.get(0).input(input));
		return new Pipeline(of(changed.toArray(SubprocessCommand[]::new)).commands, this.timeout);
	}

	/**
	 * Return this pipeline with a timeout. Those of the policies hold too.
	 * @param timeout how long it may run
	 * @return another pipeline
	 * @throws IllegalArgumentException if it is not positive
	 */
	public Pipeline timeout(Duration timeout) {
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("'timeout' must be positive but is " + timeout);
		}
		return new Pipeline(this.commands, timeout);
	}

	/**
	 * Run the programs and wait for the end of all.
	 * @return how they ended, and what the last of them wrote
	 * @throws InterruptedException if interrupted while waiting; all were ended
	 * @throws SubprocessRefusedException if a policy does not allow it; none was started
	 * @throws SubprocessStartException if the system could not start a program
	 * @throws TimeoutExpiredException if one did not end in time, and all were ended
	 * @throws OutputLimitExceededException if one wrote too much, and all were ended
	 */
	public CompletedPipeline run() throws InterruptedException {
		return new PipelineCall(this.commands, this.timeout).run(this.commands.get(0).runner().context());
	}

	/**
	 * Run the programs on a thread of the first policy.
	 * @return a future; to cancel it, or to complete it in another way, ends the
	 * programs. It fails with what {@link #run()} throws
	 */
	public CompletableFuture<CompletedPipeline> runAsync() {
		Runner first = this.commands.get(0).runner();
		Object context = first.context();
		CompletableFuture<CompletedPipeline> future = new CompletableFuture<>();
		InterruptibleAction action = new InterruptibleAction(
				() -> future.complete(new PipelineCall(this.commands, this.timeout).run(context)),
				future::completeExceptionally);
		future.whenComplete((result, ex) -> action.interrupt());
		first.threads().execute(action);
		return future;
	}

	@Override
	public String toString() {
		return String.join(" | ", this.commands.stream().map(SubprocessCommand::toString).toList());
	}

}
