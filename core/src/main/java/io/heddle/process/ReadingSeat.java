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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * The seat of the one thread that reads. Thread-safe, without locks.
 */
final class ReadingSeat {

	private final AtomicReference<@Nullable Thread> holder = new AtomicReference<>();

	/** How often the seat was taken; written by its holder. **/
	private volatile int turns;

	/** What the holder of the seat waits for. **/
	private volatile @Nullable CompletableFuture<?> awaited;

	/**
	 * Take the seat, unless it is taken.
	 * @param thread the calling thread
	 * @param awaited the future that it waits for, if it does; to be looked at after this
	 * call, for who ends it looks for a holder that awaits it
	 * @return whether the seat was free
	 */
	boolean take(Thread thread, @Nullable CompletableFuture<?> awaited) {
		if (!this.holder.compareAndSet(null, thread)) {
			return false;
		}
		this.turns++;
		this.awaited = awaited;
		return true;
	}

	/**
	 * Leave the seat. Called by its holder.
	 */
	void leave() {
		this.awaited = null;
		this.holder.set(null);
	}

	boolean isVacant() {
		return this.holder.get() == null;
	}

	/**
	 * Return whether a thread other than the calling one sits here and waits for a
	 * future.
	 * @param future the future
	 */
	boolean isElsewhereAwaited(CompletableFuture<?> future) {
		return this.awaited == future && this.holder.get() != Thread.currentThread();
	}

	/**
	 * Return a number that changes with each turn.
	 */
	int turns() {
		return this.turns;
	}

}
