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

package io.heddle.subprocess;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A thread that moves what a limited number of processes write.
 * <p>
 * Like {@link CallerDrive} it holds the monitors of their streams, so that the JDK's
 * reaper cannot read what is left in a pipe into memory, without a limit if somebody who
 * is not ours to kill still writes there. A thread can leave monitors only in the reverse
 * order in which it entered them. That of a process that has ended is kept until all that
 * came later have ended too, but lent to the reaper in a pause. The number of processes
 * is limited so that those that come and go do not keep it from ever leaving one.
 */
final class OutputMover implements SweepThread.Sweep {

	private static final long MOST_AT_ONCE = 1 << 20;

	private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

	private static final long LOAN_MILLIS = 1;

	private final int most;

	private final SweepThread thread;

	private final Executor helpers;

	private final Consumer<PumpedProcess> forget;

	private final BiConsumer<Execution, Throwable> failures;

	private final AtomicInteger taken = new AtomicInteger();

	private final Queue<Place> newcomers = new ConcurrentLinkedQueue<>();

	/** Those whose monitor is held, in the order in which it was entered. **/
	private final List<Place> held = new ArrayList<>();

	/** Those that had ended before their monitor could be entered. **/
	private final List<PumpedProcess> missed = new ArrayList<>();

	/** Monitors that are not needed any more but cannot be left yet. **/
	private final Deque<Object> toLend = new ArrayDeque<>();

	/**
	 * Create a mover.
	 * @param most how many processes it takes at once
	 * @param thread makes its thread
	 * @param helpers run what may block
	 * @param forget takes each process that is over
	 * @param failures takes what should not have been thrown
	 */
	OutputMover(int most, ThreadFactory thread, Executor helpers, Consumer<PumpedProcess> forget,
			BiConsumer<Execution, Throwable> failures) {
		this.most = most;
		this.thread = new SweepThread(this, thread);
		this.helpers = helpers;
		this.forget = forget;
		this.failures = failures;
	}

	/**
	 * Reserve the place of a process, which has to be added then.
	 * @return whether there was one left
	 */
	boolean reserve() {
		return this.taken.getAndUpdate((taken) -> Math.min(this.most, taken + 1)) < this.most;
	}

	/**
	 * Move what a process writes until it is over.
	 * @param entry the process
	 */
	void add(PumpedProcess entry) {
		this.newcomers.add(new Place(entry));
		wake();
	}

	/**
	 * Look at the processes that are due at once.
	 */
	void wake() {
		this.thread.wake(true);
	}

	@Override
	public boolean hasWork() {
		return !this.newcomers.isEmpty() || !this.missed.isEmpty();
	}

	@Override
	public long run() {
		Place newcomer = this.newcomers.poll();
		if (newcomer != null) {
			take(newcomer);
			return 0;
		}
		return move();
	}

	private void take(Place place) {
		if (place.isAlive()) {
			hold(place);
		}
		else if (place.entry != null) {
			// the reaper may be reading already, and would keep this waiting
			this.missed.add(place.entry);
		}
	}

	private void hold(Place place) {
		synchronized (place.monitor) {
			this.held.add(place);
			try {
				while (place.entry != null) {
					Place newcomer = this.newcomers.poll();
					if (newcomer != null) {
						take(newcomer);
					}
					else {
						pause(move());
					}
				}
			}
			finally {
				this.held.remove(this.held.size() - 1);
				this.toLend.remove(place.monitor);
				leave(place);
			}
		}
	}

	private void leave(Place place) {
		if (place.entry == null) {
			this.taken.decrementAndGet();
		}
		else {
			// by an error; the thread that comes next goes on with it
			this.newcomers.add(place);
		}
	}

	/**
	 * Look at the processes that are due.
	 * @return how long the next has time
	 */
	private long move() {
		long pause = LONGEST_PAUSE;
		for (Place place : this.held) {
			PumpedProcess entry = place.entry;
			if (entry != null) {
				pause = Math.min(pause, move(place, entry));
			}
		}
		Iterator<PumpedProcess> iterator = this.missed.iterator();
		while (iterator.hasNext()) {
			PumpedProcess entry = iterator.next();
			if (entry.execution().life().isOver()) {
				iterator.remove();
				this.taken.decrementAndGet();
				this.helpers.execute(() -> end(entry));
			}
		}
		return pause;
	}

	private long move(Place place, PumpedProcess entry) {
		long now = System.nanoTime();
		if (entry.execution().life().isOver()) {
			place.entry = null;
			this.toLend.add(place.monitor);
			end(entry);
			return 0;
		}
		if (now - entry.moveAt() >= 0) {
			guarded(entry, () -> entry.move(MOST_AT_ONCE));
		}
		return Math.max(0, entry.moveAt() - now);
	}

	private void end(PumpedProcess entry) {
		this.forget.accept(entry);
		guarded(entry, entry.whenOver());
	}

	private void guarded(PumpedProcess entry, Runnable action) {
		try {
			action.run();
		}
		catch (RuntimeException | Error ex) {
			this.failures.accept(entry.execution(), ex);
		}
	}

	private void pause(long nanos) {
		if (nanos <= 0) {
			Thread.yield();
			return;
		}
		Object monitor = (nanos >= TimeUnit.MILLISECONDS.toNanos(LOAN_MILLIS)) ? this.toLend.poll() : null;
		if (monitor != null) {
			lend(monitor);
		}
		else {
			LockSupport.parkNanos(nanos);
		}
	}

	private static void lend(Object monitor) {
		synchronized (monitor) {
			try {
				monitor.wait(LOAN_MILLIS);
			}
			catch (InterruptedException ex) {
				// nobody should; there is nothing to give up
			}
		}
	}

	/**
	 * The place of a process, which may be kept for long after the process was ended and
	 * then holds nothing of it but the monitor.
	 */
	private static final class Place {

		private final Object monitor;

		private @Nullable PumpedProcess entry;

		Place(PumpedProcess entry) {
			this.entry = entry;
			this.monitor = entry.monitor();
		}

		boolean isAlive() {
			return this.entry != null && this.entry.execution().life().isAlive();
		}

	}

}
