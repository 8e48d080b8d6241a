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

import java.util.concurrent.locks.Condition;

/**
 * The threads that wait for a task. Changed under the lock of the {@link TaskQueue}; also
 * read without it. Whoever adds a task first and looks here then cannot miss a thread
 * that has not seen the task.
 */
final class Takers {

	private final Condition condition;

	private volatile int count;

	/**
	 * How many of them have been woken and are still on their way. Never too high: a
	 * thread that was woken by its timeout or an interrupt may be taken for one of these.
	 */
	private int woken;

	private volatile boolean anyAsleep;

	Takers(Condition condition) {
		this.condition = condition;
	}

	int count() {
		return this.count;
	}

	/**
	 * Return whether a thread sleeps that is to be woken if there is a task.
	 * @return whether at least one sleeps
	 */
	boolean isAnyAsleep() {
		return this.anyAsleep;
	}

	void arrive() {
		this.count = this.count + 1;
		update();
	}

	/**
	 * Let a thread arrive that need not be woken, since it comes for a task by itself.
	 */
	void arriveAwake() {
		this.woken++;
		this.count = this.count + 1;
	}

	void leave() {
		this.count = this.count - 1;
		this.woken = Math.min(this.woken, this.count);
		update();
	}

	long awaitNanos(long nanos) throws InterruptedException {
		try {
			return this.condition.awaitNanos(nanos);
		}
		finally {
			awoke();
		}
	}

	private void awoke() {
		if (this.woken > 0) {
			this.woken--;
			update();
		}
	}

	void wakeOne() {
		if (this.count > this.woken) {
			this.condition.signal();
			this.woken++;
			update();
		}
	}

	void wakeAll() {
		this.condition.signalAll();
		this.woken = this.count;
		update();
	}

	private void update() {
		this.anyAsleep = this.count > this.woken;
	}

}
