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
 * A task as its {@link TaskHost} sees it. What changes its state in a runner
 * ({@code begin}, {@code putBack}, {@code end}) is called by one thread at a time for
 * each runner; all else is thread-safe.
 */
public interface HostedTask {

	/**
	 * Return the identifier of this task.
	 * @return the identifier, unique within the executor
	 */
	long id();

	/**
	 * Return the name to show for this task.
	 * @return the label
	 */
	String label();

	/**
	 * Return what was submitted.
	 * @return the callable or runnable
	 */
	Object submitted();

	/**
	 * Return the captured context of the submitter.
	 * @return the context, or {@code null}
	 */
	@Nullable Object context();

	/**
	 * Return what the submitter said about this task.
	 * @return the options
	 */
	TaskOptions options();

	/**
	 * Return what the host has attached.
	 * @return the attachment, or {@code null}
	 */
	@Nullable Object attachment();

	/**
	 * Attach something of the host's.
	 * @param attachment the attachment, or {@code null}
	 */
	void attach(@Nullable Object attachment);

	/**
	 * Return whether this task has its outcome.
	 * @return whether nothing can change it any more
	 */
	boolean isSettled();

	/**
	 * Show this task as running.
	 * @param runner what runs it
	 * @param startedAt since when, by {@link System#nanoTime()}
	 * @return whether it runs; not if it had been settled
	 */
	boolean begin(HostedRunner runner, long startedAt);

	/**
	 * Show this task, which has run without a result, as waiting again.
	 * @param runner what ran it
	 */
	void putBack(HostedRunner runner);

	/**
	 * Show this task as ended, whatever its outcome. A task may end that had not begun.
	 * @param runner what ran it, or {@code null} if it did not run
	 * @param now the present time, by {@link System#nanoTime()}
	 */
	void end(@Nullable HostedRunner runner, long now);

	/**
	 * Show this task, which has ended, as running once more: its result is being read.
	 * Nothing is counted.
	 * @param runner what reads it
	 * @param startedAt since when it runs, by {@link System#nanoTime()}
	 */
	void show(HostedRunner runner, long startedAt);

	/**
	 * Show this task as ended again.
	 * @param runner what has read its result
	 */
	void hide(HostedRunner runner);

	/**
	 * Settle this task as cancelled and end its future. Runs what depends on that.
	 * @return whether it was settled by this call
	 */
	boolean cancel();

	/**
	 * Settle this task with a result and end its future. Runs what depends on that.
	 * @param result the result
	 * @return whether it was settled by this call
	 */
	boolean complete(@Nullable Object result);

	/**
	 * Settle this task with an exception and end its future. Runs what depends on that.
	 * @param exception the exception
	 * @return whether it was settled by this call
	 */
	boolean fail(Throwable exception);

	/**
	 * Return whether a future is the one that tells of this task.
	 * @param future the future
	 * @return whether who waits for it waits for this task
	 */
	boolean isToldBy(@Nullable Object future);

	/**
	 * Return whether to end the future would run foreign code.
	 * @return whether anything but waiting threads depends on it
	 */
	boolean hasDependents();

}
