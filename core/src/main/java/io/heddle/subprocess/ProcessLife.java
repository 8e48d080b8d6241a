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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.heddle.subprocess.os.ProcessTree;

/**
 * The life of a process and of all that belongs to it. One thread at a time looks after
 * it; all else is thread-safe.
 */
final class ProcessLife {

	private static final long FIRST_SAMPLE = TimeUnit.MILLISECONDS.toNanos(2);

	private static final long LONGEST_SAMPLE = TimeUnit.MILLISECONDS.toNanos(250);

	private static final long CALM_AFTER = TimeUnit.SECONDS.toNanos(1);

	private static final long NEXT_KILL = TimeUnit.MILLISECONDS.toNanos(50);

	private static final long LONGEST_ABANDON = TimeUnit.SECONDS.toNanos(1);

	private final SubprocessPolicy policy;

	private final Process process;

	private final ProcessTree tree;

	private final @Nullable Duration timeout;

	private final long startNanos = System.nanoTime();

	private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();

	private boolean terminated;

	private long killAt;

	private long sampleInterval = FIRST_SAMPLE;

	private long sampleAt = this.startNanos + FIRST_SAMPLE;

	private volatile boolean over;

	private volatile long endNanos;

	ProcessLife(SubprocessPolicy policy, Process process, ProcessTree tree, @Nullable Duration timeout) {
		this.policy = policy;
		this.process = process;
		this.tree = tree;
		this.timeout = timeout;
	}

	/**
	 * Have the process ended: it is asked to, then killed after its grace. Has no effect
	 * if that was begun for another reason.
	 * @param ending why
	 * @return whether this is the reason
	 */
	boolean end(Ending ending) {
		return this.ending.compareAndSet(null, ending);
	}

	/**
	 * Note whether the process has ended, and end it when it is time to.
	 * @return whether the process has ended with all that belongs to it
	 */
	boolean supervise() {
		if (this.over) {
			return true;
		}
		long now = System.nanoTime();
		if (!this.process.isAlive()) {
			this.endNanos = now;
			if (this.policy.killTree() && this.tree.killDescendants(Integer.MAX_VALUE)) {
				this.tree.awaitEnd();
			}
			this.over = true;
			return true;
		}
		Duration timeout = this.timeout;
		if (timeout != null && now - this.startNanos >= Nanos.of(timeout)) {
			end(Ending.TIMEOUT);
		}
		if (this.ending.get() != null) {
			endNow(now);
		}
		else if (this.policy.killTree() && now - this.sampleAt >= 0) {
			this.tree.sample();
			this.sampleInterval = Math.min(LONGEST_SAMPLE, 2 * this.sampleInterval);
			this.sampleAt = now + this.sampleInterval;
		}
		return false;
	}

	private void endNow(long now) {
		if (!this.terminated) {
			this.terminated = true;
			this.killAt = now + Math.min(Nanos.of(this.policy.killGrace()), Long.MAX_VALUE / 2);
			if (!this.policy.killGrace().isZero()) {
				terminateAll();
			}
		}
		if (now - this.killAt >= 0) {
			kill();
			this.killAt = now + NEXT_KILL;
		}
	}

	private void terminateAll() {
		if (this.policy.killTree()) {
			this.tree.terminate();
		}
		else {
			terminate();
		}
	}

	/**
	 * Ask the process to end (SIGTERM).
	 */
	void terminate() {
		// by its handle, for the process itself would throw away what it has written last
		this.process.toHandle().destroy();
	}

	/**
	 * Kill the process (SIGKILL), and what belongs to it unless the policy spares that.
	 */
	void kill() {
		if (this.policy.killTree()) {
			this.tree.kill();
		}
		else {
			this.process.toHandle().destroyForcibly();
		}
	}

	/**
	 * Kill the process, for nobody can look after it any more, and wait a moment for its
	 * end.
	 */
	void abandon() {
		end(Ending.FAILURE);
		kill();
		boolean interrupted = Thread.interrupted();
		try {
			awaitExit(LONGEST_ABANDON);
		}
		catch (InterruptedException ex) {
			interrupted = true;
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Wait until the process has ended, or a little while is over.
	 * @param nanos how long at most
	 * @throws InterruptedException if interrupted
	 */
	void awaitExit(long nanos) throws InterruptedException {
		this.process.waitFor(nanos, TimeUnit.NANOSECONDS);
	}

	/**
	 * Return whether the process is ended for something that nobody wanted.
	 */
	boolean isFailing() {
		Ending ending = this.ending.get();
		return ending != null && (ending.isFailure() || ending == Ending.SHUTDOWN);
	}

	/**
	 * Return whether nothing is expected to happen soon.
	 */
	boolean isCalm() {
		return this.ending.get() == null && System.nanoTime() - this.startNanos > CALM_AFTER;
	}

	boolean isOver() {
		return this.over;
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * Return why the process is ended.
	 * @return why, or {@code null} if it is not
	 */
	@Nullable Ending ending() {
		return this.ending.get();
	}

	/**
	 * Return how long the process may run.
	 * @return the timeout, or {@code null} if there is none
	 */
	@Nullable Duration timeout() {
		return this.timeout;
	}

	/**
	 * Return how long the process has run until now, or until its end.
	 * @return the time
	 */
	Duration ranFor() {
		return Duration.ofNanos(((this.over) ? this.endNanos : System.nanoTime()) - this.startNanos);
	}

	/**
	 * Return what the process has started, and what these have.
	 * @return the process ids
	 */
	List<Long> descendants() {
		this.tree.sample();
		return this.tree.seen().stream().map(ProcessHandle::pid).sorted().toList();
	}

	Process process() {
		return this.process;
	}

}
