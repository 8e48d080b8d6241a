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

import java.lang.invoke.VarHandle;

import org.jspecify.annotations.Nullable;

/**
 * Calls back once, as soon as no task of an executor runs and none is left to start.
 */
final class IdleCallback {

	private final TaskQueue queue;

	private final TaskCounters counters;

	private final LiveTasks tasks;

	private final @Nullable TaskHost host;

	private volatile @Nullable Runnable callback;

	IdleCallback(TaskQueue queue, TaskCounters counters, LiveTasks tasks, @Nullable TaskHost host) {
		this.queue = queue;
		this.counters = counters;
		this.tasks = tasks;
		this.host = host;
	}

	/**
	 * Set what is called back, in the place of what has not been yet.
	 * @param callback the callback
	 */
	void set(Runnable callback) {
		this.callback = callback;
		callIfIdle();
	}

	boolean isAwaited() {
		return this.callback != null;
	}

	void callIfIdle() {
		// of two threads that end at once, at least one must see both slots clear
		VarHandle.fullFence();
		Runnable callback = isIdle() ? take() : null;
		if (callback != null) {
			callback.run();
		}
	}

	private boolean isIdle() {
		// a task may have been taken by a thread that does not show it yet
		long unsettled = this.counters.unsettled();
		boolean noneToStart = unsettled == 0 || (this.queue.isPaused() && unsettled == waiting());
		return noneToStart && this.tasks.active() == 0;
	}

	private int waiting() {
		return this.queue.backlog() + ((this.host != null) ? this.host.held().size() : 0);
	}

	private synchronized @Nullable Runnable take() {
		Runnable callback = this.callback;
		this.callback = null;
		return callback;
	}

}
