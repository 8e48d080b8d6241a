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

package io.heddle.executor;

import org.jspecify.annotations.Nullable;

/**
 * A task that is run by a {@link TaskHost}.
 */
final class HostedEntry extends Task implements HostedTask {

	private final TaskMonitor monitor;

	private final TaskHost host;

	private volatile @Nullable Object attachment;

	private volatile boolean hasBegunBefore;

	HostedEntry(TaskMonitor monitor, TaskHost host, Runnable command, @Nullable Object context, Object submitter,
			long id) {
		super(monitor, command, context, submitter, id);
		this.monitor = monitor;
		this.host = host;
	}

	@Override
	public long id() {
		return super.id();
	}

	@Override
	public String label() {
		return toString();
	}

	@Override
	public Object submitted() {
		return TaskLabel.submitted(command());
	}

	@Override
	public @Nullable Object context() {
		return super.context();
	}

	@Override
	public TaskOptions options() {
		return super.options();
	}

	@Override
	public @Nullable Object attachment() {
		return this.attachment;
	}

	@Override
	public void attach(@Nullable Object attachment) {
		this.attachment = attachment;
	}

	@Override
	public boolean isSettled() {
		return outcome() != Outcome.NONE;
	}

	@Override
	public boolean begin(HostedRunner runner, long startedAt) {
		if (!startIfWaiting()) {
			return false;
		}
		runner.begin(this, startedAt);
		this.monitor.inspector().started(this);
		return true;
	}

	/**
	 * Return whether it waits for its first start. One that has run and waits once more
	 * has not waited since it was submitted.
	 */
	boolean waitsFirst() {
		return !this.hasBegunBefore && !hasStarted();
	}

	@Override
	public void putBack(HostedRunner runner) {
		this.hasBegunBefore = true;
		runner.end(0);
		waitAgain();
	}

	@Override
	public void end(@Nullable HostedRunner runner, long now) {
		super.end();
		if (runner != null && runner.task() == this) {
			long startedAt = runner.end(now);
			runner.ran(startedAt - submittedAt(), now - startedAt);
		}
	}

	@Override
	public void show(HostedRunner runner, long startedAt) {
		runner.begin(this, startedAt);
		this.monitor.inspector().started(this);
	}

	@Override
	public void hide(HostedRunner runner) {
		runner.end(0);
	}

	@Override
	public boolean cancel() {
		return cancel(true);
	}

	@Override
	public boolean complete(@Nullable Object result) {
		boolean settled = settle(Outcome.COMPLETED);
		if (settled && command() instanceof TaskFuture<?> future) {
			endNormally(future, result);
		}
		return settled;
	}

	@SuppressWarnings({ "unchecked", "NullAway" }) // the result of a T that may be null
	private static <T extends @Nullable Object> void endNormally(TaskFuture<T> future, @Nullable Object result) {
		future.endNormally(
				(future.callable() instanceof RunnableCallable<?> callable) ? (T) callable.result() : (T) result);
	}

	@Override
	public boolean fail(Throwable exception) {
		boolean settled = settle(Outcome.FAILED);
		if (settled && command() instanceof TaskFuture<?> future) {
			future.endExceptionally(exception);
		}
		else if (settled) {
			this.monitor.uncaught(this, exception);
		}
		return settled;
	}

	@Override
	public boolean isToldBy(@Nullable Object future) {
		return future != null && command() == future;
	}

	@Override
	public boolean hasDependents() {
		return !(command() instanceof HostedFuture<?> future) || future.hasDependents();
	}

	@Override
	void leave(boolean interrupt) {
		this.monitor.forget(this);
		this.host.settled(this, interrupt);
	}

	@Override
	public String toString() {
		return TaskLabel.of(this);
	}

}
