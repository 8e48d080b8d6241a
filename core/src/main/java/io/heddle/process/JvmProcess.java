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

package io.heddle.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.heddle.subprocess.os.ExitCodes;

/**
 * A single process that runs a task in a JVM of its own. Its exit code is 0 after the
 * task has ended, 1 if the task threw (its stack trace is then logged), and otherwise
 * what the task gave to {@link System#exit}. It ends with this JVM. Thread-safe.
 */
public final class JvmProcess implements AutoCloseable {

	private static final Duration START_DEADLINE = Duration.ofMinutes(1);

	private final WorkerSettings settings;

	private final ProcessRunnable target;

	private final LogForwarder log;

	private @Nullable JvmProcessRun run;

	private boolean closed;

	JvmProcess(WorkerSettings settings, ProcessRunnable target) {
		this.settings = settings;
		this.target = target;
		this.log = new LogForwarder(settings.pool());
	}

	/**
	 * Return a process that has not been started.
	 * @param target what it runs; what it captures must be serializable
	 * @return the process
	 */
	public static JvmProcess of(ProcessRunnable target) {
		return builder(target).build();
	}

	/**
	 * Return a builder for a process.
	 * @param target what it runs; what it captures must be serializable
	 * @return the builder
	 */
	public static JvmProcessBuilder builder(ProcessRunnable target) {
		return new JvmProcessBuilder(target);
	}

	/**
	 * Return the process that started this one by this class or by a pool. Wait for its
	 * death by {@link ProcessHandle#onExit()}; without that, this process ends soon after
	 * it.
	 * @return the handle of the parent, empty if there is none or it has ended
	 */
	public static Optional<ProcessHandle> parentProcess() {
		Long pid = Long.getLong(LaunchCommand.PARENT);
		// another process may have got the same number since
		return ProcessHandle.current().parent().filter((parent) -> pid != null && parent.pid() == pid);
	}

	/**
	 * Start the process, and return once it is about to run the task.
	 * @throws IllegalStateException if it was started before, or does not start
	 * @throws IllegalArgumentException if the task cannot be serialized
	 */
	public synchronized void start() {
		if (this.run != null || this.closed) {
			throw new IllegalStateException("Process '" + this.settings.pool() + "' was "
					+ ((this.closed) ? "closed" : "started before") + "; a process starts once, so make another");
		}
		TaskCodec codec = TaskCodec.of(this.settings);
		WorkerStarter starter = new WorkerStarter(this.log);
		try {
			OutgoingFrame task = codec.task(JvmProcessRun.TASK, null, this.target);
			JvmProcessRun run = new JvmProcessRun(this.settings.pool(), starter,
					starter.start(this.settings, START_DEADLINE), codec, this.log);
			run.begin(task);
			this.run = run;
		}
		catch (WorkerStartException ex) {
			starter.close();
			throw new IllegalStateException(ex.getMessage(), ex);
		}
		catch (IOException ex) {
			starter.close();
			throw new IllegalArgumentException(
					"The task of process '" + this.settings.pool() + "' cannot be sent: " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			starter.close();
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while process '" + this.settings.pool() + "' was starting",
					ex);
		}
	}

	private synchronized JvmProcessRun run() {
		JvmProcessRun run = this.run;
		if (run == null) {
			throw new IllegalStateException("Process '" + this.settings.pool() + "' was not started; call start()");
		}
		return run;
	}

	/**
	 * Wait for the end of the process.
	 * @param timeout the longest time to wait; zero or less does not wait
	 * @return whether it has ended
	 * @throws InterruptedException if interrupted while waiting
	 * @throws IllegalStateException if it was not started
	 */
	public boolean join(Duration timeout) throws InterruptedException {
		Process process = run().process();
		long millis = (timeout.compareTo(Duration.ofMillis(Long.MAX_VALUE)) < 0) ? timeout.toMillis() : Long.MAX_VALUE;
		return process.waitFor(millis, TimeUnit.MILLISECONDS);
	}

	/**
	 * Return how the process ended.
	 * @return the exit code, {@code -n} for signal n; empty before its end
	 */
	public synchronized OptionalInt exitCode() {
		JvmProcessRun run = this.run;
		if (run == null || run.process().isAlive()) {
			return OptionalInt.empty();
		}
		return OptionalInt.of(ExitCodes.of(run.process().exitValue()));
	}

	/**
	 * Return the process id.
	 * @return the process id
	 * @throws IllegalStateException if it was not started
	 */
	public long pid() {
		return run().process().pid();
	}

	/**
	 * Return whether the process has been started and has not ended.
	 * @return whether it runs
	 */
	public synchronized boolean isAlive() {
		JvmProcessRun run = this.run;
		return run != null && run.process().isAlive();
	}

	/**
	 * Tell the process to end (SIGTERM). Harmless if it has ended.
	 * @throws IllegalStateException if it was not started
	 */
	public void terminate() {
		run().process().destroy();
	}

	/**
	 * Kill the process (SIGKILL), and what it has started. Harmless if it has ended.
	 * @throws IllegalStateException if it was not started
	 */
	public void kill() {
		run().kill();
	}

	/**
	 * Interrupt the thread of the process that runs the task. Harmless if it has ended.
	 * @throws IllegalStateException if it was not started
	 */
	public void interrupt() {
		run().interrupt();
	}

	/**
	 * Return a future that completes with the exit code when the process ends.
	 * @return a new future; completing or cancelling it has no effect on the process
	 * @throws IllegalStateException if it was not started
	 */
	public CompletableFuture<Integer> sentinel() {
		return run().process().onExit().thenApply((process) -> ExitCodes.of(process.exitValue()));
	}

	/**
	 * Free what belongs to the process. Harmless if repeated, or if it was not started;
	 * it cannot be started afterwards.
	 * @throws IllegalStateException if it is alive
	 */
	@Override
	public synchronized void close() {
		if (isAlive()) {
			throw new IllegalStateException("Process '" + this.settings.pool() + "' (pid " + pid()
					+ ") is alive; join, terminate or kill it before closing");
		}
		if (!this.closed && this.run != null) {
			this.run.close();
		}
		this.closed = true;
		this.log.close();
	}

}
