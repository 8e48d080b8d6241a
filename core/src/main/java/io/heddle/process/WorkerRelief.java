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

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads while the thread that runs the tasks is at one of them for long, so that a cancel
 * is heard and the death of the parent is noticed. Thread-safe.
 */
final class WorkerRelief implements Runnable {

	private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

	// so many ticks without a task, and it sleeps until it is woken
	private static final int QUIET_TICKS = 10;

	private final WorkerInbox inbox;

	private final WorkerReader reader;

	private final ParentLoss parentLoss;

	private final Thread thread;

	private volatile boolean asleep;

	WorkerRelief(WorkerInbox inbox, WorkerReader reader, ParentLoss parentLoss) {
		this.inbox = inbox;
		this.reader = reader;
		this.parentLoss = parentLoss;
		this.thread = new Thread(this, "heddle-relief");
		this.thread.setDaemon(true);
	}

	void start() {
		this.thread.start();
	}

	/**
	 * To be called after a task was begun.
	 */
	void begun() {
		if (this.asleep) {
			LockSupport.unpark(this.thread);
		}
	}

	@Override
	public void run() {
		try {
			int quiet = 0;
			long last = -1;
			while (true) {
				boolean busy = this.inbox.isBusy();
				long begun = this.inbox.begun();
				if (busy && begun == last) {
					this.reader.relieve();
				}
				last = (busy) ? begun : -1;
				quiet = (busy) ? 0 : quiet + 1;
				nap(quiet > QUIET_TICKS);
			}
		}
		catch (Throwable ex) {
			// without it a cancel would not be heard, nor the death of the parent
			this.parentLoss.end(ex);
		}
	}

	private void nap(boolean untilWoken) {
		if (!untilWoken) {
			LockSupport.parkNanos(this, TICK_NANOS);
			return;
		}
		this.asleep = true;
		if (!this.inbox.isBusy()) {
			LockSupport.park(this);
		}
		this.asleep = false;
	}

}
