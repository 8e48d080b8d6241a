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
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets a worker that is told to end by a signal finish its task first. A Ctrl-C reaches
 * all processes of a terminal at once, while the application still wants its results.
 */
final class SignalHook implements Runnable {

	private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

	private final WorkerLine line;

	private final WorkerInbox inbox;

	private final Thread runner;

	private final Duration grace;

	/**
	 * Create a hook.
	 * @param line where the parent is told
	 * @param inbox tells whether a task runs
	 * @param runner the thread that runs the tasks
	 * @param grace how long a task may go on
	 */
	SignalHook(WorkerLine line, WorkerInbox inbox, Thread runner, Duration grace) {
		this.line = line;
		this.inbox = inbox;
		this.runner = runner;
		this.grace = grace;
	}

	void install() {
		Runtime.getRuntime().addShutdownHook(new Thread(this, "heddle-signal"));
	}

	@Override
	public void run() {
		// whatever was printed without an end of line
		System.out.close();
		System.err.close();
		if (isExitOfRunner()) {
			tellExit();
			return;
		}
		long running = this.inbox.retire();
		try {
			// so that the parent knows which tasks were never begun
			this.line.send(TaskCodec.control(FrameKind.RETIRING, running));
			long end = System.nanoTime() + this.grace.toNanos();
			while (this.inbox.isBusy() && System.nanoTime() - end < 0) {
				LockSupport.parkNanos(this, TICK_NANOS);
			}
			// what is written under this lock is whole
			this.line.channel().writeLock().lock();
		}
		catch (IOException ex) {
			// the parent is gone and nobody waits for the result
		}
	}

	/**
	 * Tell the parent that the task has ended this JVM, so that other hooks cannot keep
	 * it for ever.
	 */
	private void tellExit() {
		long running = this.inbox.running();
		if (running < 0) {
			// told to end by the parent, which knows
			return;
		}
		try {
			this.line.send(TaskCodec.control(FrameKind.EXITING, running));
		}
		catch (IOException ex) {
			// the parent is gone
		}
	}

	/**
	 * Return whether the thread that runs the tasks has called {@link System#exit}: then
	 * it waits for this hook, and its task will not end.
	 */
	private boolean isExitOfRunner() {
		return Arrays.stream(this.runner.getStackTrace())
			.anyMatch((frame) -> frame.getClassName().equals("java.lang.Shutdown"));
	}

}
