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
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A flag with a name, for which threads can wait until it is set. To set and clear it at
 * once still wakes everyone who was waiting.
 */
public final class NamedEvent implements Synchronizer {

	private final String name;

	private final Waiters waiters;

	/** Closed from the beginning or a clearing on until the event is set. **/
	private final AtomicReference<Gate> gate;

	private volatile boolean closed;

	NamedEvent(NamedEventBuilder builder) {
		this.name = builder.name;
		this.waiters = new Waiters(this, builder.listener);
		this.gate = new AtomicReference<>(new Gate(builder.set));
	}

	/**
	 * Return a builder for an event.
	 * @param name the name of the event
	 * @return the builder
	 */
	public static NamedEventBuilder builder(String name) {
		return new NamedEventBuilder(name);
	}

	@Override
	public String name() {
		return this.name;
	}

	/**
	 * Set this event and wake all that wait for it. Without effect if it is set.
	 */
	public void set() {
		Gate gate = this.gate.get();
		if (!gate.open(Gate.State.SET)) {
			// for those that come; those that were waiting have been told of the close
			this.gate.compareAndSet(gate, new Gate(true));
		}
	}

	/**
	 * Clear this event, so that threads wait again. Without effect if it is not set.
	 */
	public void clear() {
		Gate gate = this.gate.get();
		if (gate.state() != Gate.State.SHUT) {
			// if another one has replaced it, that one has cleared the event
			this.gate.compareAndSet(gate, new Gate(false));
		}
	}

	/**
	 * Let nobody wait for this event any more: those that do, and those that come while
	 * it is not set, get an {@link IllegalStateException}. Who waits for an event that
	 * was set before this goes on all the same. For the end of an application.
	 */
	public void close() {
		// first, so that nobody begins to wait after this
		this.closed = true;
		this.gate.get().open(Gate.State.ABANDONED);
	}

	/**
	 * Return whether this event is set.
	 * @return whether it is set
	 */
	public boolean isSet() {
		return this.gate.get().state() == Gate.State.SET;
	}

	/**
	 * Wait until this event is set.
	 * @throws InterruptedException if interrupted before or while waiting
	 * @throws IllegalStateException if this event is or gets {@linkplain #close() closed}
	 */
	public void await() throws InterruptedException {
		await(false, 0);
	}

	/**
	 * Wait until this event is set or the time is over.
	 * @param timeout the longest time to wait; zero never waits
	 * @return whether it was set in time
	 * @throws InterruptedException if interrupted before or while waiting
	 * @throws IllegalArgumentException if the timeout is negative
	 * @throws IllegalStateException if this event is or gets {@linkplain #close() closed}
	 */
	public boolean await(Duration timeout) throws InterruptedException {
		return await(true, Timeouts.nanos(timeout));
	}

	private boolean await(boolean timed, long nanos) throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		Gate gate = this.gate.get();
		if (gate.state() == Gate.State.SET) {
			return true;
		}
		if (this.closed) {
			throw closed();
		}
		return (!timed || nanos > 0) && await(gate, timed, nanos);
	}

	private IllegalStateException closed() {
		return new IllegalStateException("Event '" + this.name + "' is closed and was not set");
	}

	private boolean await(Gate gate, boolean timed, long nanos) throws InterruptedException {
		Waiter waiter = this.waiters.begin(timed, gate);
		Waiters.End end = Waiters.End.GIVEN_UP;
		try {
			boolean set = gate.await(timed, nanos);
			if (set && gate.state() == Gate.State.ABANDONED) {
				throw closed();
			}
			end = set ? Waiters.End.GRANTED : Waiters.End.TIMED_OUT;
			return set;
		}
		finally {
			this.waiters.end(waiter, end);
		}
	}

	@Override
	public List<WaiterSnapshot> waiters() {
		// without those that are about to go on
		return Waiters.snapshot(this.waiters.present()
			.stream()
			.filter((waiter) -> waiter.detail() instanceof Gate awaited && awaited.state() == Gate.State.SHUT)
			.toList());
	}

	/**
	 * Return whether this event is set and who waits for it.
	 * @return the snapshot
	 */
	public EventSnapshot snapshot() {
		return new EventSnapshot(this.name, isSet(), waiters(), this.waiters.counts());
	}

	@Override
	public String toString() {
		return "NamedEvent '" + this.name + "' [" + (isSet() ? "set" : "not set") + "]";
	}

	/**
	 * What those wait at that come while the event is not set. Opened once.
	 */
	private static final class Gate {

		private final AtomicReference<State> state;

		private final CountDownLatch opened;

		private Gate(boolean set) {
			this.state = new AtomicReference<>(set ? State.SET : State.SHUT);
			this.opened = new CountDownLatch(set ? 0 : 1);
		}

		private State state() {
			return this.state.get();
		}

		/**
		 * Open this gate, unless it is open.
		 * @param state the state to have from now on
		 * @return whether this gate has that state now
		 */
		private boolean open(State state) {
			if (this.state.compareAndSet(State.SHUT, state)) {
				this.opened.countDown();
				return true;
			}
			return this.state.get() == state;
		}

		private boolean await(boolean timed, long nanos) throws InterruptedException {
			if (timed) {
				return this.opened.await(nanos, TimeUnit.NANOSECONDS);
			}
			this.opened.await();
			return true;
		}

		private enum State {

			SHUT, SET,

			/** Open though the event was not set. **/
			ABANDONED

		}

	}

}
