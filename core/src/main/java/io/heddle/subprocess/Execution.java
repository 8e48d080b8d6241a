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
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.heddle.subprocess.os.ExitCodes;
import io.heddle.subprocess.os.Signals;

/**
 * A process that was started, until it has ended with all that belongs to it. It is
 * driven by steps that never block for long: {@link #transfer} moves what it writes, and
 * {@link ProcessLife#supervise} looks after its life. Each of the two is called by one
 * thread at a time, all else is thread-safe.
 */
final class Execution {

	private final SubprocessPolicy policy;

	private final List<String> command;

	private final ProcessLife life;

	private final Instant startedAt = Instant.now();

	private final @Nullable Outlet stdout;

	private final @Nullable Outlet stderr;

	private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

	private volatile @Nullable InputFeed feed;

	Execution(SubprocessPolicy policy, List<String> command, ProcessLife life, @Nullable Outlet stdout,
			@Nullable Outlet stderr) {
		this.policy = policy;
		this.command = command;
		this.life = life;
		this.stdout = stdout;
		this.stderr = stderr;
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
			if (InputFeed.writeIfSmall(bytes, process().getOutputStream())) {
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
		InputFeed feed = new InputFeed(source, process().getOutputStream(), this::fail);
		this.feed = feed;
		threads.execute(feed);
	}

	/**
	 * Let go of the input, once the process has ended.
	 * @param threads runs what may block
	 */
	void stopFeed(Executor threads) {
		InputFeed feed = this.feed;
		if (feed != null) {
			feed.stop(threads);
		}
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
		long moved = (outlet != null) ? outlet.transfer(most) : 0;
		if (outlet != null) {
			check(outlet);
		}
		return moved > 0;
	}

	private void check(Outlet outlet) {
		RuntimeException failure = outlet.failure();
		if (failure != null) {
			fail(failure);
		}
		if (this.policy.onOverflow() == OverflowPolicy.KILL && outlet.target().isOverflown()) {
			this.life.end(Ending.OVERFLOW);
		}
	}

	/**
	 * Have the process ended, since something failed.
	 * @param failure what the caller gets
	 */
	void fail(RuntimeException failure) {
		this.failure.compareAndSet(null, failure);
		this.life.end(Ending.FAILURE);
	}

	/**
	 * Read what is left, once the process has ended.
	 */
	void finish() {
		finish(this.stdout);
		finish(this.stderr);
	}

	private void finish(@Nullable Outlet outlet) {
		if (outlet != null) {
			outlet.finish();
			check(outlet);
		}
	}

	/**
	 * Return what is known now.
	 * @return the result, with an exit code once the process has ended
	 */
	ProcessResult result() {
		return result(captured(this.stdout), captured(this.stderr));
	}

	/**
	 * Return what is known now, without what the process wrote.
	 * @return the result, with an exit code once the process has ended
	 */
	ProcessResult resultWithoutOutput() {
		return result(CapturedOutput.none(this.policy.charset()), CapturedOutput.none(this.policy.charset()));
	}

	private ProcessResult result(CapturedOutput stdout, CapturedOutput stderr) {
		boolean alive = process().isAlive();
		int exitCode = (alive) ? 0 : ExitCodes.of(process().exitValue());
		Ending ending = this.life.ending();
		boolean success = !alive && this.policy.successExitCodes().contains(exitCode)
				&& (ending == null || !ending.isFailure());
		String lastWords = "";
		if (!success) {
			String tail = stderr.tail(this.policy.redaction());
			lastWords = (tail.isEmpty()) ? stdout.tail(this.policy.redaction()) : tail;
		}
		return new ProcessResult(this.policy.name(), pid(), this.command, exitCode, success, stdout, stderr,
				this.life.ranFor(), lastWords);
	}

	private CapturedOutput captured(@Nullable Outlet outlet) {
		return (outlet != null) ? outlet.target().captured() : CapturedOutput.none(this.policy.charset());
	}

	/**
	 * Return what the caller gets instead of a result.
	 * @param result the result
	 * @return the exception, or {@code null} if there is none
	 */
	@Nullable RuntimeException exception(ProcessResult result) {
		Ending ending = this.life.ending();
		Duration timeout = this.life.timeout();
		if (ending == Ending.TIMEOUT && timeout != null) {
			return new TimeoutExpiredException(
					result.who() + " did not end within " + timeout + " and was ended" + result.lastWordsText(),
					timeout, result);
		}
		if (ending == Ending.OVERFLOW) {
			return new OutputLimitExceededException(result.who() + " wrote more than " + this.policy.maxOutput()
					+ " bytes and was ended" + result.lastWordsText(), result);
		}
		return (ending == Ending.FAILURE) ? this.failure.get() : null;
	}

	FinishedSubprocess finished(ProcessResult result) {
		int exitCode = result.exitCode();
		boolean truncated = result.stdout().isTruncated() || result.stderr().isTruncated();
		return new FinishedSubprocess(result.pid(), this.command, exitCode,
				(exitCode < 0) ? Signals.name(-exitCode) : null, this.startedAt, result.took(),
				this.life.ending() == Ending.TIMEOUT, truncated, result.success(), outputBytes());
	}

	RunningSubprocess running() {
		return new RunningSubprocess(pid(), this.command, this.startedAt, this.life.ranFor(), outputBytes(),
				this.life.descendants());
	}

	private long outputBytes() {
		return ((this.stdout != null) ? this.stdout.count() : 0) + ((this.stderr != null) ? this.stderr.count() : 0);
	}

	ProcessLife life() {
		return this.life;
	}

	Process process() {
		return this.life.process();
	}

	long pid() {
		return process().pid();
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

}
