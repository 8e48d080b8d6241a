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

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * An action that can be interrupted while it runs, and only then. Thread-safe.
 */
final class InterruptibleAction implements Runnable {

	private final Action action;

	private final Consumer<Throwable> failure;

	private @Nullable Thread thread;

	private boolean interrupted;

	InterruptibleAction(Action action, Consumer<Throwable> failure) {
		this.action = action;
		this.failure = failure;
	}

	@Override
	public void run() {
		if (!begin()) {
			return;
		}
		try {
			this.action.run();
		}
		catch (InterruptedException | RuntimeException | Error ex) {
			this.failure.accept(ex);
		}
		finally {
			end();
		}
	}

	private synchronized boolean begin() {
		this.thread = Thread.currentThread();
		return !this.interrupted;
	}

	private synchronized void end() {
		this.thread = null;
		Thread.interrupted();
	}

	synchronized void interrupt() {
		this.interrupted = true;
		if (this.thread != null && this.thread != Thread.currentThread()) {
			this.thread.interrupt();
		}
	}

	/**
	 * What may be interrupted.
	 */
	interface Action {

		void run() throws InterruptedException;

	}

}
