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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that wait for a synchronizer. Each records itself, which only those do that
 * have to wait.
 */
final class Waiters {

	private static final Logger logger = LoggerFactory.getLogger(Synchronizer.class);

	private final Synchronizer synchronizer;

	private final @Nullable SynchronizerListener listener;

	private final Set<Waiter> present = ConcurrentHashMap.newKeySet();

	private final LongAdder begun = new LongAdder();

	private final LongAdder ended = new LongAdder();

	private final LongAdder timedOut = new LongAdder();

	private final LongAdder nanos = new LongAdder();

	Waiters(Synchronizer synchronizer, @Nullable SynchronizerListener listener) {
		this.synchronizer = synchronizer;
		this.listener = listener;
	}

	/**
	 * Record that the calling thread begins to wait.
	 * @param timed whether it does so with a timeout
	 * @param detail what it waits for beside the synchronizer itself
	 * @return the waiter, to be {@linkplain #end ended}
	 */
	Waiter begin(boolean timed, @Nullable Object detail) {
		Waiter waiter = new Waiter(Thread.currentThread(), System.nanoTime(), timed, detail);
		this.present.add(waiter);
		this.begun.increment();
		if (this.listener != null) {
			tell((listener) -> listener.onContended(this.synchronizer));
		}
		return waiter;
	}

	/**
	 * Record that the calling thread does not wait any more.
	 * @param waiter the waiter
	 * @param end how the wait ended
	 */
	void end(Waiter waiter, End end) {
		this.present.remove(waiter);
		long waited = Math.max(0, System.nanoTime() - waiter.since());
		this.nanos.add(waited);
		if (end == End.TIMED_OUT) {
			this.timedOut.increment();
		}
		this.ended.increment();
		if (this.listener != null && end == End.GRANTED) {
			tell((listener) -> listener.onWaited(this.synchronizer, Duration.ofNanos(waited)));
		}
		else if (this.listener != null && end == End.TIMED_OUT) {
			tell((listener) -> listener.onTimedOut(this.synchronizer, Duration.ofNanos(waited)));
		}
	}

	/**
	 * Tell the listener of something.
	 * @param message what to tell
	 */
	void tell(Message message) {
		if (this.listener != null) {
			try {
				message.to(this.listener);
			}
			catch (RuntimeException | Error ex) {
				logger.error("The listener of '{}' failed", this.synchronizer.name(), ex);
			}
		}
	}

	/**
	 * Return who waits now.
	 * @return a copy, longest waiting first
	 */
	List<Waiter> present() {
		return sorted(this.present);
	}

	static List<Waiter> sorted(Collection<Waiter> unsorted) {
		List<Waiter> waiters = new ArrayList<>(unsorted);
		// the clock may have gone over its end
		long now = System.nanoTime();
		waiters.sort(Comparator.comparingLong((waiter) -> waiter.since() - now));
		return waiters;
	}

	List<WaiterSnapshot> snapshot() {
		return snapshot(present());
	}

	static List<WaiterSnapshot> snapshot(Collection<Waiter> waiters) {
		Instant now = Instant.now();
		long nanoTime = System.nanoTime();
		return waiters.stream().map((waiter) -> waiter.snapshot(now, nanoTime)).toList();
	}

	WaitCounts counts() {
		return new WaitCounts(this.begun.sum(), this.ended.sum(), this.timedOut.sum(),
				Duration.ofNanos(this.nanos.sum()));
	}

	/**
	 * How a wait ends.
	 */
	enum End {

		/** The thread has what it waited for. **/
		GRANTED,

		/** The time was over. **/
		TIMED_OUT,

		/** The thread was interrupted, or what it waited for failed. **/
		GIVEN_UP

	}

	/**
	 * Something to tell a listener.
	 */
	@FunctionalInterface
	interface Message {

		void to(SynchronizerListener listener);

	}

}
