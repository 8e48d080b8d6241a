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

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * A single process that runs a task in a JVM of its own. Thread-safe.
 */
public final class JvmProcess implements AutoCloseable {

	JvmProcess() {
	}

	/**
	 * Return a process that has not been started.
	 * @param target what it runs
	 * @return the process
	 */
	public static JvmProcess of(ProcessRunnable target) {
		throw new UnsupportedOperationException("Not there yet");
	}

	/**
	 * Return the process that started this one by this class or by a pool.
	 * @return the handle of the parent, empty if there is none or it has ended
	 */
	public static Optional<ProcessHandle> parentProcess() {
		throw new UnsupportedOperationException("Not there yet");
	}

	/**
	 * Start the process.
	 * @throws IllegalStateException if it was started before
	 */
	public void start() {
		throw new UnsupportedOperationException("Not there yet");
	}

	/**
	 * Wait for the end of the process.
	 * @param timeout the longest time to wait
	 * @return whether it has ended
	 * @throws InterruptedException if interrupted while waiting
	 * @throws IllegalStateException if it was not started, or is the calling process
	 */
	public boolean join(Duration timeout) throws InterruptedException {
		throw new UnsupportedOperationException("Not there yet");
	}

	/**
	 * Return how the process ended.
	 * @return the exit code, {@code -n} for signal n; empty before its end
	 */
	public OptionalInt exitCode() {
		throw new UnsupportedOperationException("Not there yet");
	}

	/**
	 * Return the process id.
	 * @return the process id
	 * @throws IllegalStateException if it was not started
	 */
	public long pid() {
		throw new UnsupportedOperationException("Not there yet");
	}

	/**
	 * Return whether the process has been started and has not ended.
	 * @return whether it runs
	 */
	public boolean isAlive() {
		throw new UnsupportedOperationException("Not there yet");
	}

	/**
	 * Tell the process to end (SIGTERM).
	 * @throws IllegalStateException if it was not started
	 */
	public void terminate() {
		throw new UnsupportedOperationException("Not there yet");
	}

	/**
	 * Kill the process (SIGKILL).
	 * @throws IllegalStateException if it was not started
	 */
	public void kill() {
		throw new UnsupportedOperationException("Not there yet");
	}

	/**
	 * Interrupt the thread of the process that runs the task.
	 * @throws IllegalStateException if it was not started
	 */
	public void interrupt() {
		throw new UnsupportedOperationException("Not there yet");
	}

	/**
	 * Return a future that completes with the exit code when the process ends.
	 * @return the future
	 * @throws IllegalStateException if it was not started
	 */
	public CompletableFuture<Integer> sentinel() {
		throw new UnsupportedOperationException("Not there yet");
	}

	/**
	 * Free what belongs to the process. Harmless if repeated.
	 * @throws IllegalStateException if it is alive
	 */
	@Override
	public void close() {
		throw new UnsupportedOperationException("Not there yet");
	}

}
