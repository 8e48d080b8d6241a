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

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.heddle.subprocess.os.ExitCodes;
import io.heddle.subprocess.os.ProcessTree;
import io.heddle.subprocess.os.Signals;

/**
 * A process that was started, until it has ended with all that belongs to it. It is
 * driven by steps that never block for long: {@link #transfer} moves what it writes, and
 * {@link #supervise} looks after its life. Each of the two is called by one thread at a
 * time, all else is thread-safe.
 */
final class Execution {

	private static final long FIRST_SAMPLE = TimeUnit.MILLISECONDS.toNanos(1);

	private static final long LONGEST_SAMPLE = TimeUnit.MILLISECONDS.toNanos(250);

	private static final long NEXT_KILL = TimeUnit.MILLISECONDS.toNanos(50);

	private final SubprocessPolicy policy;

	private final List<String> command;

	private final Process process;

	private final ProcessTree tree;

	private final @Nullable Duration timeout;

	private final long startNanos = System.nanoTime();

	private final Instant startedAt = Instant.now();

	private final @Nullable Outlet stdout;

	private final @Nullable Outlet stderr;

	private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();

	private volatile @Nullable RuntimeException failure;

	private boolean terminated;

	private long killAt;

	private long sampleInterval = FIRST_SAMPLE;

	private long sampleAt = this.startNanos + FIRST_SAMPLE;

	private volatile boolean over;

	private volatile long endNanos;

	Execution(Launch launch, Process process, ProcessTree tree, @Nullable Outlet stdout, @Nullable Outlet stderr) {
		this.policy = launch.policy();
		this.command = launch.text();
		this.process = process;
		this.tree = tree;
		this.stdout = stdout;
		this.stderr = stderr;
		this.timeout = shorter(launch.policy().timeout(), launch.spec().timeout());
	}

	private static @Nullable Duration shorter(@Nullable Duration one, @Nullable Duration other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return (one.compareTo(other) <= 0) ? one : other;
	}

	/**
	 * Give the process its input, and close it.
	 * @param input the input
	 * @param threads runs what blocks
	 */
	void feed(SubprocessInput input, Executor threads) {
		InputStream source;
		if (input.kind() == SubprocessInput.Kind.BYTES) {
			byte[] bytes = input.source(byte[].class);
			if (InputFeed.writeIfSmall(bytes, this.process.getOutputStream())) {
				return;
			}
			source = new ByteArrayInputStream(bytes);
		}
		else if (input.kind() == SubprocessInput.Kind.STREAM) {
			source = input.source(InputStream.class);
		}
		else {
			return;
		}
		threads.execute(new InputFeed(source, this.process.getOutputStream(), this::fail));
	}

	/**
	 * Read what the process has written.
	 * @param most about how many bytes of each stream at most
	 * @return whether there was anything
	 */
	boolean transfer(long most) {
		return transfer(this.stdout, most) | transfer(this.stderr, most);
	}

	private boolean transfer(@Nullable Outlet outlet, long most) {
		if (outlet == null) {
			return false;
		}
		long moved = outlet.transfer(most);
		RuntimeException failure = outlet.failure();
		if (failure != null) {
			fail(failure);
		}
		if (moved > 0 && this.policy.onOverflow() == OverflowPolicy.KILL && outlet.target().isOverflown()) {
			end(Ending.OVERFLOW);
		}
		return moved > 0;
	}

	private void fail(RuntimeException failure) {
		if (this.ending.compareAndSet(null, Ending.FAILURE)) {
			this.failure = failure;
		}
	}

	/**
	 * Have the process ended: it is asked to, then killed after its grace. Has no effect
	 * if that was begun for another reason.
	 * @param ending why
	 */
	void end(Ending ending) {
		this.ending.compareAndSet(null, ending);
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
			if (this.policy.killTree()) {
				this.tree.killDescendants(Integer.MAX_VALUE);
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

	boolean isOver() {
		return this.over;
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	long pid() {
		return this.process.pid();
	}

	Process process() {
		return this.process;
	}

	List<String> command() {
		return this.command;
	}

	@Nullable Outlet stdout() {
		return this.stdout;
	}

	@Nullable Outlet stderr() {
		return this.stderr;
	}

	/**
	 * Read what is left, once the process has ended.
	 */
	void finish() {
		for (Outlet outlet : new @Nullable Outlet[] { this.stdout, this.stderr }) {
			if (outlet != null) {
				outlet.finish();
				RuntimeException failure = outlet.failure();
				if (failure != null) {
					fail(failure);
				}
			}
		}
	}

	/**
	 * Return what is known now.
	 * @return the result, with an exit code once the process has ended
	 */
	ProcessResult result() {
		boolean alive = this.process.isAlive();
		int exitCode = (alive) ? 0 : ExitCodes.of(this.process.exitValue());
		Ending ending = this.ending.get();
		boolean success = !alive && this.policy.successExitCodes().contains(exitCode)
				&& (ending == null || !ending.isFailure());
		CapturedOutput stdout = captured(this.stdout);
		CapturedOutput stderr = captured(this.stderr);
		String lastWords = "";
		if (!success) {
			String tail = stderr.tail();
			lastWords = this.policy.redaction().redact((tail.isEmpty()) ? stdout.tail() : tail);
		}
		return new ProcessResult(this.policy.name(), pid(), this.command, exitCode, success, stdout, stderr, ranFor(),
				lastWords);
	}

	private CapturedOutput captured(@Nullable Outlet outlet) {
		return (outlet != null) ? outlet.target().captured() : CapturedOutput.none(this.policy.charset());
	}

	private Duration ranFor() {
		return Duration.ofNanos(((this.over) ? this.endNanos : System.nanoTime()) - this.startNanos);
	}

	/**
	 * Return what the caller gets instead of a result.
	 * @param result the result
	 * @return the exception, or {@code null} if there is none
	 */
	@Nullable RuntimeException exception(ProcessResult result) {
		Ending ending = this.ending.get();
		if (ending == Ending.TIMEOUT && this.timeout != null) {
			return new TimeoutExpiredException(result.who() + " did not end within " + this.timeout
					+ " and was ended" + result.lastWordsText(), this.timeout, result);
		}
		if (ending == Ending.OVERFLOW) {
			return new OutputLimitExceededException(result.who() + " wrote more than " + this.policy.maxOutput()
					+ " bytes and was ended" + result.lastWordsText(), result);
		}
		return (ending == Ending.FAILURE) ? this.failure : null;
	}

	FinishedSubprocess finished(ProcessResult result) {
		int exitCode = result.exitCode();
		boolean truncated = result.stdout().isTruncated() || result.stderr().isTruncated();
		return new FinishedSubprocess(result.pid(), this.command, exitCode,
				(exitCode < 0) ? Signals.name(-exitCode) : null, this.startedAt,
				result.took(), this.ending.get() == Ending.TIMEOUT, truncated, result.success(), outputBytes());
	}

	RunningSubprocess running() {
		if (this.policy.killTree()) {
			this.tree.sample();
		}
		List<Long> descendants = this.tree.seen().stream().map(ProcessHandle::pid).sorted().toList();
		return new RunningSubprocess(pid(), this.command, this.startedAt, ranFor(), outputBytes(), descendants);
	}

	private long outputBytes() {
		return ((this.stdout != null) ? this.stdout.count() : 0) + ((this.stderr != null) ? this.stderr.count() : 0);
	}

	/**
	 * Why a process is ended.
	 */
	enum Ending {

		TIMEOUT(true), OVERFLOW(true), FAILURE(true), INTERRUPT(false), REQUEST(false), SHUTDOWN(false);

		private final boolean failure;

		Ending(boolean failure) {
			this.failure = failure;
		}

		/**
		 * Return whether it is no success, whatever the exit code may be.
		 */
		boolean isFailure() {
			return this.failure;
		}

	}

}
