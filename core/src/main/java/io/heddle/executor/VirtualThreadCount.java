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

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the virtual threads of an executor up to their maximum. Each thread that could
 * still be added makes room for a task beyond those that may wait.
 */
final class VirtualThreadCount implements Growth {

	private final AtomicInteger live = new AtomicInteger();

	private volatile int max;

	VirtualThreadCount(int max) {
		this.max = max;
	}

	void max(int max) {
		this.max = max;
	}

	int live() {
		return this.live.get();
	}

	boolean isBelowMax() {
		return this.live.get() < this.max;
	}

	boolean isAboveMax() {
		return this.live.get() > this.max;
	}

	/**
	 * Count one more thread; called by one thread at a time.
	 * @return whether there may be one more
	 */
	boolean add() {
		boolean added = isBelowMax();
		if (added) {
			this.live.incrementAndGet();
		}
		return added;
	}

	void remove() {
		this.live.decrementAndGet();
	}

	@Override
	public boolean comesFirst() {
		return false;
	}

	@Override
	public int room(int capacity, int takers) {
		long spare = takers + Math.max(0, this.max - this.live.get());
		return (int) Math.min(Integer.MAX_VALUE, capacity + spare);
	}

	@Override
	public boolean leavesRoomToCapacity() {
		return true;
	}

}
