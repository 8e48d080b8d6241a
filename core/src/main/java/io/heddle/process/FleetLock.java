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

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The lock of a fleet. It is held to update lists only: tasks are encoded before, and
 * written, killed, decoded and ended after it is released.
 */
final class FleetLock {

	private final ReentrantLock lock = new ReentrantLock();

	private final FleetReader reader;

	FleetLock(FleetReader reader) {
		this.reader = reader;
	}

	void lock() {
		this.lock.lock();
	}

	boolean tryLock() {
		return this.lock.tryLock();
	}

	void unlock() {
		this.lock.unlock();
	}

	/**
	 * Do what a change under the lock has left. To be called without the lock.
	 * @param after what is left
	 */
	void finish(Afterwards after) {
		after.run(this.reader);
	}

	/**
	 * Change something under the lock, and do what is left once it is released.
	 * @param change the change
	 */
	void change(Consumer<Afterwards> change) {
		Afterwards after = new Afterwards();
		this.lock.lock();
		try {
			change.accept(after);
		}
		finally {
			this.lock.unlock();
		}
		finish(after);
	}

}
