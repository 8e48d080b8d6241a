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

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * A thread that does the same again and again while there is something to do. It starts
 * when it is needed and ends when it was not for a while.
 */
final class SweepThread {

	private static final long KEEP_ALIVE = TimeUnit.SECONDS.toNanos(5);

	private final Sweep sweep;

	private final ThreadFactory threads;

	private @Nullable Thread thread;

	private volatile boolean idle;

	SweepThread(Sweep sweep, ThreadFactory threads) {
		this.sweep = sweep;
		this.threads = threads;
	}

	/**
	 * Note that there is something to do.
	 * @param now whether at once, or as soon as it looks for it
	 */
	synchronized void wake(boolean now) {
		if (this.thread == null) {
			this.thread = this.threads.newThread(this::run);
			this.thread.start();
		}
		else if (now || this.idle) {
			LockSupport.unpark(this.thread);
		}
	}

	private void run() {
		try {
			long idleSince = System.nanoTime();
			while (!isDone(idleSince)) {
				if (this.sweep.hasWork()) {
					long pause = this.sweep.run();
					if (pause > 0) {
						LockSupport.parkNanos(pause);
					}
					else {
						Thread.yield();
					}
					idleSince = System.nanoTime();
				}
				else {
					idle();
				}
			}
		}
		finally {
			ended();
		}
	}

	private void idle() {
		this.idle = true;
		if (!this.sweep.hasWork()) {
			LockSupport.parkNanos(KEEP_ALIVE / 4);
		}
		this.idle = false;
	}

	private synchronized boolean isDone(long idleSince) {
		if (this.sweep.hasWork() || System.nanoTime() - idleSince < KEEP_ALIVE) {
			return false;
		}
		this.thread = null;
		return true;
	}

	private synchronized void ended() {
		if (this.thread == Thread.currentThread()) {
			// by an exception; the next that wakes it starts another
			this.thread = null;
		}
	}

	/**
	 * What the thread does.
	 */
	interface Sweep {

		/**
		 * Return whether there is something to do.
		 */
		boolean hasWork();

		/**
		 * Do it once.
		 * @return how many nanoseconds to wait before the next time
		 */
		long run();

	}

}
