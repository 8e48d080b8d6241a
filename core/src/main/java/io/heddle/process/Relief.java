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

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that reads when nobody else does. While anything is expected of a worker it
 * looks each millisecond whether the seat is in use; if not, it takes it until nothing is
 * expected any more. So a thread that waits for one result after the other reads itself,
 * and all else is read a moment later at most.
 */
final class Relief {

	private static final Logger logger = LoggerFactory.getLogger(ProcessPool.class);

	private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);

	private static final long LONGEST_TURN = TimeUnit.MILLISECONDS.toNanos(5);

	private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(50);

	private static final long SLEEP = TimeUnit.MILLISECONDS.toNanos(500);

	private final String name;

	private final FleetReader reader;

	private final Duty duty;

	private volatile @Nullable Thread thread;

	private volatile boolean called;

	private volatile boolean asleep;

	private volatile boolean closed;

	Relief(String name, FleetReader reader, Duty duty) {
		this.name = name;
		this.reader = reader;
		this.duty = duty;
	}

	synchronized void start() {
		if (this.thread == null && !this.closed) {
			Thread thread = new Thread(this::run, this.name);
			thread.setDaemon(true);
			this.thread = thread;
			thread.start();
		}
	}

	void call() {
		this.called = true;
		LockSupport.unpark(this.thread);
	}

	void callIfBusy() {
		if (this.duty.isBusy()) {
			call();
		}
	}

	void wakeIfAsleep() {
		if (this.asleep) {
			LockSupport.unpark(this.thread);
		}
	}

	private void run() {
		Thread current = Thread.currentThread();
		long lastBusy = System.nanoTime();
		while (!this.closed) {
			try {
				lastBusy = relieve(current, lastBusy);
			}
			catch (RuntimeException | Error ex) {
				// without this thread the pool would hang
				logger.error("{} goes on after a failure", this.name, ex);
			}
		}
	}

	private long relieve(Thread current, long lastBusy) {
		int turns = this.reader.turns();
		if (!this.called) {
			sleep(System.nanoTime() - lastBusy);
		}
		boolean called = this.called;
		this.called = false;
		if (this.duty.isBusy()) {
			this.duty.tick();
			// not between two turns of a thread that waits
			if (this.reader.isVacant() && (called || turns == this.reader.turns())) {
				readWhileBusy(current);
			}
			return System.nanoTime();
		}
		if (called || System.nanoTime() - lastBusy > QUIET) {
			// what idle workers log, and their end
			this.reader.turn(current, null, 0);
		}
		return lastBusy;
	}

	private void sleep(long quiet) {
		if (quiet < QUIET) {
			LockSupport.parkNanos(this, TICK);
			return;
		}
		this.asleep = true;
		// who makes a worker busy sees that this sleeps, or this sees the worker busy
		if (!this.duty.isBusy() && !this.called) {
			LockSupport.parkNanos(this, SLEEP);
		}
		this.asleep = false;
	}

	private void readWhileBusy(Thread current) {
		while (!this.closed && this.duty.isBusy() && this.reader.turn(current, null, LONGEST_TURN)) {
			this.duty.tick();
		}
	}

	synchronized void close() {
		this.closed = true;
		LockSupport.unpark(this.thread);
	}

	/**
	 * What this thread has to do. Called without locks.
	 */
	interface Duty {

		/**
		 * Return whether anything is expected of a worker.
		 * @return whether somebody must read
		 */
		boolean isBusy();

		/**
		 * Look after long tasks; called each millisecond or so while busy.
		 */
		void tick();

	}

}
