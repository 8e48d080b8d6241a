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

import java.util.concurrent.locks.ReentrantLock;

/**
 * The lock of a queue. To put an item into a heap, or to get one, takes a good part of
 * the time that it takes to park a thread and wake it: who finds the lock taken tries
 * again for a while before that.
 */
@SuppressWarnings("serial")
final class QueueLock extends ReentrantLock {

	/** How often to try again for a queue whose items are in a heap. **/
	private static final int HEAP_TRIES = 512;

	private final int tries;

	QueueLock(NamedQueueType type) {
		this.tries = (type == NamedQueueType.PRIORITY) ? HEAP_TRIES : 0;
	}

	@Override
	public void lock() {
		if (!tryAgainAndAgain()) {
			super.lock();
		}
	}

	@Override
	public void lockInterruptibly() throws InterruptedException {
		if (Thread.currentThread().isInterrupted() || !tryAgainAndAgain()) {
			super.lockInterruptibly();
		}
	}

	private boolean tryAgainAndAgain() {
		for (int i = 0; i < this.tries; i++) {
			if (tryLock()) {
				return true;
			}
			Thread.onSpinWait();
		}
		return false;
	}

}
