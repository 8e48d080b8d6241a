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

package io.heddle.autoconfigure.scheduling;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.heddle.scheduling.SteerableTask;

/**
 * A daemon thread that looks for stuck and overdue tasks, about four times in the
 * shortest limit. It is started with the first task, unless there is no limit.
 */
class TaskInspector {

	private static final Log logger = LogFactory.getLog(TaskInspector.class);

	private static final long LEAST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

	private static final long MOST_PAUSE = TimeUnit.SECONDS.toNanos(10);

	private final SteeredTasks tasks;

	private @Nullable Thread thread;

	private volatile boolean closed;

	TaskInspector(SteeredTasks tasks) {
		this.tasks = tasks;
	}

	synchronized void ensureStarted() {
		if (this.thread == null && !this.closed && this.tasks.configuration().shortestLimit() != null) {
			this.thread = new Thread(this::run, "heddle-schedules");
			this.thread.setDaemon(true);
			this.thread.start();
		}
	}

	private void run() {
		while (!this.closed) {
			this.tasks.steerable().forEach(this::inspect);
			LockSupport.parkNanos(this, pause(this.tasks.configuration().shortestLimit()));
		}
	}

	static long pause(@Nullable Duration limit) {
		if (limit == null || limit.compareTo(Duration.ofNanos(4 * MOST_PAUSE)) > 0) {
			return MOST_PAUSE;
		}
		return Math.max(LEAST_PAUSE, limit.toNanos() / 4);
	}

	private void inspect(SteerableTask task) {
		try {
			task.inspect();
		}
		catch (RuntimeException ex) {
			logger.error("Could not inspect " + task, ex);
		}
	}

	/**
	 * Look at once, for the limits have changed.
	 */
	synchronized void lookAgain() {
		ensureStarted();
		LockSupport.unpark(this.thread);
	}

	synchronized void close() {
		this.closed = true;
		LockSupport.unpark(this.thread);
	}

}
