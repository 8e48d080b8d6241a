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

package io.heddle.autoconfigure.named;

import io.heddle.executor.NamedExecutor;

/**
 * Pauses an executor while its context is stopped, and keeps apart who paused it: the
 * context or the user. Does what Spring's own lifecycle of executors does, without its
 * locks on the way of each task.
 */
public final class ExecutorLifecycle {

	private final NamedExecutor executor;

	private boolean stopped;

	private boolean held;

	private boolean closing;

	/**
	 * Create the lifecycle of an executor.
	 * @param executor the executor
	 */
	public ExecutorLifecycle(NamedExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Return whether the executor runs.
	 * @return whether it was not stopped and has not ended
	 */
	public synchronized boolean isRunning() {
		return !this.stopped && !this.executor.isTerminated();
	}

	/**
	 * The context starts.
	 */
	public synchronized void start() {
		this.stopped = false;
		update();
	}

	/**
	 * The context stops.
	 */
	public synchronized void stop() {
		this.stopped = true;
		update();
	}

	/**
	 * Stop, and call back once no task runs and none is about to.
	 * @param callback the callback
	 */
	public void stop(Runnable callback) {
		stop();
		this.executor.onceIdle(callback);
	}

	/**
	 * The context closes: waiting tasks go on being started until the shutdown.
	 */
	public synchronized void close() {
		this.closing = true;
		update();
	}

	/**
	 * The user pauses the executor.
	 */
	public synchronized void hold() {
		this.held = true;
		update();
	}

	/**
	 * The user resumes the executor.
	 */
	public synchronized void release() {
		this.held = false;
		update();
	}

	private void update() {
		if (this.held || (this.stopped && !this.closing)) {
			this.executor.pause();
		}
		else {
			this.executor.resume();
		}
	}

}
