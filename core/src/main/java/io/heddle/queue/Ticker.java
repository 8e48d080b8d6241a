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

package io.heddle.queue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts hundredths of a second as long as somebody wants to know: to look at the count
 * costs next to nothing, unlike to look at the clock. Thread-safe.
 */
final class Ticker implements Runnable {

	// a shorter one would show in the throughput of a queue
	private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(10);

	/** As many ticks go on when nobody wants any more. **/
	private static final int IDLE_TICKS = 10;

	private final String name;

	private final AtomicInteger ticks = new AtomicInteger();

	private final AtomicBoolean ticking = new AtomicBoolean();

	private volatile boolean wanted;

	/**
	 * Create a ticker.
	 * @param name the name of its thread
	 */
	Ticker(String name) {
		this.name = name;
	}

	/**
	 * Return a number that changes with each tick, and when there are to be no more.
	 */
	int ticks() {
		return this.ticks.get();
	}

	/**
	 * Tick for a while. The number of ticks is to be looked at before.
	 * @return whether this ticks, which it cannot do without a thread
	 */
	boolean tick() {
		if (!this.wanted) {
			this.wanted = true;
		}
		return this.ticking.get() || !this.ticking.compareAndSet(false, true) || start();
	}

	private boolean start() {
		try {
			Thread thread = new Thread(null, this, this.name, 0, false);
			thread.setDaemon(true);
			thread.start();
			return true;
		}
		catch (OutOfMemoryError ex) {
			this.ticking.set(false);
			return false;
		}
	}

	@Override
	public void run() {
		int idle = 0;
		while (idle < IDLE_TICKS) {
			LockSupport.parkNanos(PERIOD);
			// the thread would not be parked again
			Thread.interrupted();
			idle = this.wanted ? 0 : idle + 1;
			this.wanted = false;
			this.ticks.incrementAndGet();
		}
		this.ticking.set(false);
		// for whoever has just seen this tick
		this.ticks.incrementAndGet();
	}

}
