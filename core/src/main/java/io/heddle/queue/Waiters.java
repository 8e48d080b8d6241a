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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;

/**
 * The threads that wait for the same, and since when. Guarded by the lock of the
 * condition.
 */
final class Waiters {

	private final Condition condition;

	private final Map<Thread, Long> since = new LinkedHashMap<>();

	private int count;

	Waiters(Condition condition) {
		this.condition = condition;
	}

	/**
	 * Begin to wait. To be followed by {@link #end()}, whatever happens.
	 */
	void begin() {
		this.since.put(Thread.currentThread(), System.nanoTime());
		this.count = this.since.size();
	}

	void end() {
		this.since.remove(Thread.currentThread());
		this.count = this.since.size();
	}

	/**
	 * Wait for a signal.
	 * @param nanos how long at most; the greatest number is for ever
	 * @return how much of the time is left
	 * @throws InterruptedException if the thread is interrupted
	 */
	long await(long nanos) throws InterruptedException {
		if (nanos == Long.MAX_VALUE) {
			this.condition.await();
			return nanos;
		}
		return this.condition.awaitNanos(nanos);
	}

	void wakeOne() {
		if (this.count > 0) {
			this.condition.signal();
		}
	}

	void wakeAll() {
		if (this.count > 0) {
			this.condition.signalAll();
		}
	}

	int count() {
		return this.count;
	}

	List<BlockedThread> list() {
		long now = System.nanoTime();
		List<BlockedThread> threads = new ArrayList<>(this.since.size());
		this.since.forEach((thread, since) -> threads.add(BlockedThread.of(thread, now - since)));
		return threads;
	}

}
