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
 * Knows the number of live threads of a pool, and so whether it rather adds a thread than
 * queues a task for which none waits.
 */
final class PoolGrowth implements Growth {

	private final boolean threadsFirst;

	private final QueueType queueType;

	private final AtomicInteger live = new AtomicInteger();

	private volatile int max;

	private volatile Runnable endCallback = () -> {
	};

	PoolGrowth(Scaling scaling, QueueType queueType) {
		this.threadsFirst = (scaling == Scaling.THREADS_FIRST);
		this.queueType = queueType;
	}

	void max(int max) {
		this.max = max;
	}

	int live() {
		return this.live.get();
	}

	void started() {
		this.live.incrementAndGet();
	}

	void ended() {
		this.live.decrementAndGet();
		this.endCallback.run();
	}

	/**
	 * Set what is called on a thread that is about to end.
	 * @param callback the callback
	 */
	void onEnd(Runnable callback) {
		this.endCallback = callback;
	}

	@Override
	public boolean comesFirst() {
		return this.threadsFirst && this.live.get() < this.max;
	}

	@Override
	public int room(int capacity, int takers) {
		return (this.queueType == QueueType.HANDOFF) ? takers : capacity;
	}

	@Override
	public boolean leavesRoomToCapacity() {
		// a submitter compares its task with others itself: that is foreign code
		return !this.threadsFirst && (this.queueType == QueueType.FIFO || this.queueType == QueueType.LIFO);
	}

}
