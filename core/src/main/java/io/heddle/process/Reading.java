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

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.HostedRunner;

/**
 * The reading of a result that runs code of the user. The task counts as running
 * meanwhile, so that it can be cancelled and time out. Thread-safe.
 */
final class Reading {

	private final PoolTask task;

	private final HostedRunner runner;

	private @Nullable Thread reader;

	private boolean over;

	private boolean interrupted;

	Reading(PoolTask task, String pool) {
		this.task = task;
		this.runner = new HostedRunner(pool + "-result", this::stack);
	}

	PoolTask task() {
		return this.task;
	}

	HostedRunner runner() {
		return this.runner;
	}

	private synchronized List<StackTraceElement> stack() {
		return (this.reader != null) ? List.of(this.reader.getStackTrace()) : List.of();
	}

	/**
	 * Begin on the calling thread.
	 * @return whether the result is still wanted
	 */
	synchronized boolean begin() {
		this.reader = Thread.currentThread();
		return !this.over;
	}

	/**
	 * End on the calling thread, which is not interrupted for this reading any more.
	 */
	synchronized void end() {
		this.reader = null;
		if (this.interrupted) {
			Thread.interrupted();
		}
	}

	/**
	 * Give up, for the result is not wanted any more.
	 */
	synchronized void cancel() {
		this.over = true;
		if (this.reader != null) {
			this.interrupted = true;
			this.reader.interrupt();
		}
	}

}
