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

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * Runs one program by a policy: with which arguments, environment and folder, for how
 * long, how many at once, and how much of its output is kept.
 * <p>
 * Arguments are passed to the program as they are, never through a shell, and never split
 * again. What the policy does not allow is refused before anything starts. When a process
 * ends, however that is, what it has started ends with it, unless the policy says
 * otherwise. On Linux that includes those whose parent has died, as long as they were
 * seen before, share a session with one that was, or have a pipe to this JVM; a process
 * that closes its streams and leaves its parent within a moment escapes.
 * <p>
 * Thread-safe; the threads that wait may be virtual ones.
 */
public final class Subprocess implements AutoCloseable {

	private final SubprocessPolicy policy;

	private final Runner runner;

	Subprocess(SubprocessPolicy policy, SubprocessBuilder builder) {
		this.policy = policy;
		this.runner = new Runner(policy, builder, new ListenerCalls(this, builder.listener));
	}

	/**
	 * Begin to build a policy.
	 * @param name the name of the policy
	 * @return a builder
	 */
	public static SubprocessBuilder builder(String name) {
		return new SubprocessBuilder(name);
	}

	/**
	 * Return the name of the policy.
	 * @return the name
	 */
	public String name() {
		return this.policy.name();
	}

	/**
	 * Return a command with all that can be chosen for it.
	 * @param arguments the arguments, after the fixed ones of the policy
	 * @return the command, which has not been run
	 * @throws ArgumentRejectedException if the policy does not allow an argument
	 */
	public SubprocessCommand command(String... arguments) {
		List<String> list = List.of(arguments);
		try {
			this.policy.rules().check(list);
		}
		catch (ArgumentRejectedException ex) {
			throw this.runner.refused(ex);
		}
		return new SubprocessCommand(this.runner, new CommandSpec(list));
	}

	/**
	 * Run the program and wait for its end.
	 * @param arguments the arguments, after the fixed ones of the policy
	 * @return how it ended, and what it wrote
	 * @throws InterruptedException if interrupted while waiting; the process was ended
	 * @throws SubprocessRefusedException if the policy does not allow it
	 * @throws SubprocessStartException if the system could not start the program
	 * @throws TimeoutExpiredException if it did not end in time, and was ended
	 * @throws OutputLimitExceededException if it wrote too much, and was ended
	 */
	public CompletedProcess run(String... arguments) throws InterruptedException {
		return command(arguments).run();
	}

	/**
	 * Run the program with an input and wait for its end.
	 * @param input the standard input
	 * @param arguments the arguments, after the fixed ones of the policy
	 * @return how it ended, and what it wrote
	 * @throws InterruptedException if interrupted while waiting; the process was ended
	 * @throws SubprocessRefusedException if the policy does not allow it
	 * @throws SubprocessStartException if the system could not start the program
	 * @throws TimeoutExpiredException if it did not end in time, and was ended
	 * @throws OutputLimitExceededException if it wrote too much, and was ended
	 */
	public CompletedProcess run(SubprocessInput input, String... arguments) throws InterruptedException {
		return command(arguments).input(input).run();
	}

	/**
	 * Run the program and do not wait for its end.
	 * @param arguments the arguments, after the fixed ones of the policy
	 * @return a future, as {@link SubprocessCommand#runAsync()} gives it
	 * @throws SubprocessRefusedException if the policy does not allow it
	 */
	public CompletableFuture<CompletedProcess> runAsync(String... arguments) {
		return command(arguments).runAsync();
	}

	/**
	 * Run the program with an input and do not wait for its end.
	 * @param input the standard input
	 * @param arguments the arguments, after the fixed ones of the policy
	 * @return a future, as {@link SubprocessCommand#runAsync()} gives it
	 * @throws SubprocessRefusedException if the policy does not allow it
	 */
	public CompletableFuture<CompletedProcess> runAsync(SubprocessInput input, String... arguments) {
		return command(arguments).input(input).runAsync();
	}

	/**
	 * Start the program, to talk to it while it runs.
	 * @param arguments the arguments, after the fixed ones of the policy
	 * @return the process
	 * @throws InterruptedException if interrupted while waiting for others to end
	 * @throws SubprocessRefusedException if the policy does not allow it
	 * @throws SubprocessStartException if the system could not start the program
	 */
	public RunningProcess start(String... arguments) throws InterruptedException {
		return command(arguments).start();
	}

	/**
	 * Start the program with an input, to talk to it while it runs.
	 * @param input the standard input
	 * @param arguments the arguments, after the fixed ones of the policy
	 * @return the process
	 * @throws InterruptedException if interrupted while waiting for others to end
	 * @throws SubprocessRefusedException if the policy does not allow it
	 * @throws SubprocessStartException if the system could not start the program
	 */
	public RunningProcess start(SubprocessInput input, String... arguments) throws InterruptedException {
		return command(arguments).input(input).start();
	}

	/**
	 * Return the state of the policy at this moment.
	 * @return the state
	 */
	public SubprocessSnapshot snapshot() {
		Permits permits = this.runner.permits();
		return new SubprocessSnapshot(name(), this.policy.executable().path().toString(),
				new Launch(this.policy, new CommandSpec(List.of())).text(), this.policy.maxConcurrent(),
				this.runner.running().size(), permits.waiting(), this.runner.statistics().counts(permits.waitTime()),
				isClosed());
	}

	/**
	 * Return the processes that run now.
	 * @return the processes, the one that was started first at the beginning
	 */
	public List<RunningSubprocess> running() {
		return this.runner.running()
			.stream()
			.map(Execution::running)
			.sorted(Comparator.comparing(RunningSubprocess::startedAt))
			.toList();
	}

	/**
	 * Return the processes that have ended last.
	 * @return at most 50 processes, the one that ended last at the end
	 */
	public List<FinishedSubprocess> finished() {
		return this.runner.statistics().finished();
	}

	/**
	 * Have a process ended, with what it has started: it is asked to (SIGTERM), and
	 * killed after the grace of the policy. Does not wait for that.
	 * @param pid the process id
	 * @return whether a process of this policy with that number runs
	 */
	public boolean terminate(long pid) {
		for (Execution execution : this.runner.running()) {
			if (execution.pid() == pid && execution.life().isAlive()) {
				execution.life().end(Ending.REQUEST);
				return true;
			}
		}
		return false;
	}

	/**
	 * Return why nothing could be started now. Looks at the file system.
	 * @return the reason, or {@code null} if nothing speaks against it
	 */
	public @Nullable String unavailable() {
		if (isClosed()) {
			return "Subprocess '" + name() + "' is closed";
		}
		try {
			this.policy.executable().check(name());
			this.policy.directory().resolve(null);
			return null;
		}
		catch (SubprocessRefusedException ex) {
			return ex.getMessage();
		}
	}

	/**
	 * Call back once, when no process runs and nobody waits for a process to end; at once
	 * if it is so now.
	 * @param callback what to call, which must be quick
	 */
	public void onceIdle(Runnable callback) {
		this.runner.permits().onceIdle(callback);
	}

	/**
	 * Return whether this takes no more runs.
	 * @return whether it was closed
	 */
	public boolean isClosed() {
		return this.runner.permits().isClosed();
	}

	/**
	 * Take no more runs, and refuse those that wait. Processes that run may end by
	 * themselves for the grace of the policy, then they are ended with all that they have
	 * started. Harmless if repeated. If interrupted, ends them at once.
	 */
	@Override
	public void close() {
		this.runner.close();
	}

	@Override
	public String toString() {
		return "Subprocess '" + name() + "' [" + this.policy.executable().path() + ", " + this.runner.running().size()
				+ " running]";
	}

}
