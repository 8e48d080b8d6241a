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

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.heddle.subprocess.os.Signals;

/**
 * A program that was started and may be running. Its output is read while it runs, so it
 * never has to wait for somebody to ask for it, unless that is asked for line by line.
 * The timeout of the policy holds. Thread-safe.
 */
public final class RunningProcess implements AutoCloseable {

	private final Runner runner;

	private final Execution execution;

	private final ProcessFuture future;

	private final @Nullable OutputStream stdin;

	RunningProcess(Runner runner, Execution execution, ProcessFuture future, boolean piped) {
		this.runner = runner;
		this.execution = execution;
		this.future = future;
		this.stdin = (piped)
				? new NoticedOutput(execution.process().getOutputStream(), () -> runner.pump().expect(execution))
				: null;
	}

	/**
	 * Return the process id.
	 * @return the process id
	 */
	public long pid() {
		return this.execution.pid();
	}

	/**
	 * Return the command, without what the policy redacts.
	 * @return executable and arguments
	 */
	public List<String> command() {
		return this.execution.command();
	}

	/**
	 * Return whether the program runs.
	 * @return whether it has not ended
	 */
	public boolean isAlive() {
		return this.execution.life().isAlive();
	}

	/**
	 * Return how the program ended.
	 * @return the exit code, {@code -n} for signal n; empty if it has not ended
	 */
	public OptionalInt poll() {
		return (isAlive()) ? OptionalInt.empty() : OptionalInt.of(this.execution.result().exitCode());
	}

	/**
	 * Wait for the end of the program.
	 * @return the exit code, {@code -n} for signal n
	 * @throws InterruptedException if interrupted while waiting; the program runs on
	 * @throws TimeoutExpiredException if it did not end within the timeout of the policy,
	 * and was ended
	 * @throws OutputLimitExceededException if it wrote too much, and was ended
	 */
	public int waitFor() throws InterruptedException {
		return completed().exitCode();
	}

	private CompletedProcess completed() throws InterruptedException {
		try {
			return this.future.get();
		}
		catch (ExecutionException ex) {
			throw unchecked(ex);
		}
	}

	private static RuntimeException unchecked(ExecutionException exception) {
		if (exception.getCause() instanceof RuntimeException unchecked) {
			return unchecked;
		}
		return new IllegalStateException(exception.getCause());
	}

	/**
	 * Wait for the end of the program.
	 * @param timeout the longest time to wait; zero or less does not wait
	 * @return whether it has ended
	 * @throws InterruptedException if interrupted while waiting; the program runs on
	 */
	public boolean waitFor(Duration timeout) throws InterruptedException {
		try {
			this.future.get(Nanos.of(timeout), TimeUnit.NANOSECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (ExecutionException | CancellationException ex) {
			return true;
		}
	}

	/**
	 * Close the input, if it is a pipe, and wait for the end of the program.
	 * @return how it ended, and what it wrote
	 * @throws InterruptedException if interrupted while waiting; the program runs on
	 * @throws TimeoutExpiredException if it did not end within the timeout of the policy,
	 * and was ended
	 * @throws OutputLimitExceededException if it wrote too much, and was ended
	 */
	public CompletedProcess communicate() throws InterruptedException {
		closeInputSoon();
		return completed();
	}

	/**
	 * Close the input, if it is a pipe, and wait for the end of the program. If that
	 * takes longer the program runs on, nothing is lost, and this may be called again.
	 * @param timeout the longest time to wait
	 * @return how it ended, and what it wrote
	 * @throws InterruptedException if interrupted while waiting; the program runs on
	 * @throws TimeoutExpiredException if it has not ended, with what it has written until
	 * now; or if it did not end within the timeout of the policy, and was ended
	 * @throws OutputLimitExceededException if it wrote too much, and was ended
	 */
	public CompletedProcess communicate(Duration timeout) throws InterruptedException {
		closeInputSoon();
		try {
			return this.future.get(Nanos.of(timeout), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			ProcessResult result = this.execution.result();
			throw new TimeoutExpiredException(result.who() + " has not ended within " + timeout + " and runs on",
					timeout, result);
		}
		catch (ExecutionException ex) {
			throw unchecked(ex);
		}
	}

	private void closeInputSoon() {
		if (this.stdin != null) {
			// elsewhere, for to write what is buffered waits until the program reads it
			this.runner.threads().execute(this::closeInput);
		}
	}

	private void closeInput() {
		if (this.stdin != null) {
			try {
				this.stdin.close();
			}
			catch (IOException ex) {
				// the program does not read any more
			}
		}
	}

	/**
	 * Send a signal to the program alone. Harmless if it has ended.
	 * @param signal the number
	 * @throws IllegalArgumentException if there is no such signal
	 * @throws UnsupportedOperationException if the system cannot send it: other signals
	 * than 9 and 15 are sent by the program {@code kill}
	 */
	public void signal(int signal) {
		SignalSender.send(this.execution.process().toHandle(), signal);
	}

	/**
	 * Send a signal to the program alone. Harmless if it has ended.
	 * @param signal the name such as {@code SIGINT} or {@code INT}
	 * @throws IllegalArgumentException if there is no such signal
	 * @throws UnsupportedOperationException if the system cannot send it: other signals
	 * than SIGKILL and SIGTERM are sent by the program {@code kill}
	 */
	public void signal(String signal) {
		signal(Signals.number(signal));
	}

	/**
	 * Ask the program to end (SIGTERM). Harmless if it has ended.
	 */
	public void terminate() {
		this.execution.life().terminate();
	}

	/**
	 * Kill the program (SIGKILL), and what it has started unless the policy spares that.
	 * Harmless if it has ended.
	 */
	public void kill() {
		if (isAlive()) {
			this.execution.life().kill();
		}
	}

	/**
	 * Return where the input of the program is written to, if it is
	 * {@link SubprocessInput#pipe()}. Writing blocks while the program does not read;
	 * close it to let the program see the end.
	 * @return the stream
	 * @throws IllegalStateException if the input is another one
	 */
	public OutputStream stdin() {
		if (this.stdin == null) {
			throw new IllegalStateException(
					"The input is no pipe. Give SubprocessInput.pipe() when the program is started");
		}
		return this.stdin;
	}

	/**
	 * Return the lines of the standard output as they come. They wait for each other:
	 * what is not taken keeps the program from writing more, and the limit of the policy
	 * does not count. What was taken before the end of the program is no part of the
	 * result. To wait for a line is interruptible: the stream then throws an
	 * {@link java.io.UncheckedIOException}.
	 * @return the lines, once
	 * @throws IllegalStateException if it is not captured, or this was called before
	 */
	public Stream<String> stdoutLines() {
		return lines(this.execution.stdout(), "output");
	}

	/**
	 * Return the lines of the standard error as they come, as {@link #stdoutLines()}
	 * does.
	 * @return the lines, once
	 * @throws IllegalStateException if it is not captured, or this was called before
	 */
	public Stream<String> stderrLines() {
		return lines(this.execution.stderr(), "error");
	}

	private Stream<String> lines(@Nullable Outlet outlet, String name) {
		if (outlet != null && outlet.target() instanceof Capture capture) {
			return OutputLines.of(capture, this.runner.policy().charset());
		}
		throw new IllegalStateException("The standard " + name + " goes elsewhere. Let it be captured");
	}

	/**
	 * Return a future of the end of the program.
	 * @return a new future; completing or cancelling it has no effect on the program
	 */
	public CompletableFuture<CompletedProcess> onExit() {
		return this.future.copy();
	}

	/**
	 * End the program if it runs: it is asked to, and killed after the grace of the
	 * policy, with what it has started. Returns when it has ended. If interrupted, kills
	 * at once.
	 */
	@Override
	public void close() {
		this.execution.life().end(Ending.REQUEST);
		closeInput();
		boolean interrupted = false;
		while (!this.future.isDone()) {
			try {
				waitFor(Duration.ofSeconds(1));
			}
			catch (InterruptedException ex) {
				interrupted = true;
				this.execution.life().kill();
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public String toString() {
		return this.execution.result().who();
	}

}
