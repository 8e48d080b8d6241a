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

package io.heddle.sync;

import java.time.Duration;

/**
 * Is told what happens to a synchronizer when somebody has to wait for it; what goes
 * through without waiting is not told of. Called on the thread that waited (for a lock or
 * a semaphore: while it holds what it waited for) or that broke the barrier, so an
 * implementation must be quick and thread-safe; what it throws is logged and has no other
 * effect.
 */
public interface SynchronizerListener {

	/**
	 * A thread begins to wait.
	 * @param synchronizer the synchronizer
	 */
	default void onContended(Synchronizer synchronizer) {
	}

	/**
	 * A thread has waited and got what it waited for.
	 * @param synchronizer the synchronizer
	 * @param waited how long it waited
	 */
	default void onWaited(Synchronizer synchronizer, Duration waited) {
	}

	/**
	 * A thread has waited and gone without, for its time was over.
	 * @param synchronizer the synchronizer
	 * @param waited how long it waited
	 */
	default void onTimedOut(Synchronizer synchronizer, Duration waited) {
	}

	/**
	 * A lock was released after a hold whose time was taken: the next one whenever
	 * somebody begins to wait or takes a snapshot. Called after the release; if that was
	 * by waiting for a condition, when the wait is over and the lock is held again.
	 * @param lock the lock
	 * @param held how long it was held
	 */
	default void onHeld(NamedLock lock, Duration held) {
	}

	/**
	 * A barrier was broken. Reported once until it is reset.
	 * @param barrier the barrier
	 * @param brokenBy what broke it
	 */
	default void onBroken(NamedBarrier barrier, String brokenBy) {
	}

}
