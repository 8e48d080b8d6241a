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

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Drives all processes of a policy for which no caller waits, by two threads: one moves
 * what they write, the other looks after their lives. They must be two, for when a
 * process ends, the JDK may keep one who reads from it waiting until whatever holds its
 * pipe is killed.
 */
final class ProcessPump {

	private static final long MOST_AT_ONCE = 1 << 20;

	private static final long SHORT_WATCH = TimeUnit.MILLISECONDS.toNanos(3);

	private static final long LONG_WATCH = TimeUnit.MILLISECONDS.toNanos(10);

	private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);

	private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

	private final Set<Pumped> entries = ConcurrentHashMap.newKeySet();

	private final BiConsumer<Execution, Throwable> failures;

	private final SweepThread mover;

	private final SweepThread watcher;

	/**
	 * Create a pump.
	 * @param threads makes its threads, by what they are for
	 * @param failures takes what should not have been thrown
	 */
	ProcessPump(Function<String, ThreadFactory> threads, BiConsumer<Execution, Throwable> failures) {
		this.failures = failures;
		this.mover = new SweepThread(sweep(this::move), threads.apply("io"));
		this.watcher = new SweepThread(sweep(this::watch), threads.apply("watch"));
	}

	private SweepThread.Sweep sweep(LongSupplier action) {
		return new SweepThread.Sweep() {

			@Override
			public boolean hasWork() {
				return !ProcessPump.this.entries.isEmpty();
			}

			@Override
			public long run() {
				return action.getAsLong();
			}

		};
	}

	/**
	 * Drive a process until it has ended.
	 * @param execution the process
	 * @param whenOver what to do then, which must be quick
	 */
	void add(Execution execution, Runnable whenOver) {
		this.entries.add(new Pumped(execution, whenOver));
		this.mover.wake(false);
		this.watcher.wake(false);
	}

	/**
	 * Look at a process soon, since something is expected of it.
	 * @param execution the process
	 */
	void expect(Execution execution) {
		for (Pumped entry : this.entries) {
			if (entry.execution == execution) {
				entry.pace.reset();
				entry.moveAt = System.nanoTime();
			}
		}
		this.mover.wake(true);
		this.watcher.wake(true);
	}

	private long move() {
		long pause = LONGEST_PAUSE;
		for (Pumped entry : this.entries) {
			long now = System.nanoTime();
			if (entry.execution.life().isOver()) {
				this.entries.remove(entry);
				guarded(entry, entry.whenOver);
			}
			else if (now - entry.moveAt >= 0) {
				guarded(entry, () -> {
					boolean moved = entry.execution.transfer(MOST_AT_ONCE);
					entry.moveAt = aligned(now, entry.pace.next(moved));
				});
			}
			pause = Math.min(pause, Math.max(0, entry.moveAt - now));
		}
		return pause;
	}

	/**
	 * Have those that are quiet looked at together, for each pause costs a wake-up.
	 */
	private static long aligned(long now, long pause) {
		long time = now + pause;
		return (pause >= TICK) ? time - Math.floorMod(time, TICK) : time;
	}

	private long watch() {
		boolean calm = true;
		for (Pumped entry : this.entries) {
			calm &= entry.execution.life().isCalm();
			guarded(entry, () -> {
				if (!entry.execution.life().isOver() && entry.execution.life().supervise()) {
					entry.moveAt = System.nanoTime();
					this.mover.wake(true);
				}
			});
		}
		return (calm) ? LONG_WATCH : SHORT_WATCH;
	}

	private void guarded(Pumped entry, Runnable action) {
		try {
			action.run();
		}
		catch (RuntimeException | Error ex) {
			this.failures.accept(entry.execution, ex);
		}
	}

	/**
	 * A process and when to look at it next.
	 */
	private static final class Pumped {

		private final Execution execution;

		private final Runnable whenOver;

		private final Pace pace = new Pace();

		private volatile long moveAt = System.nanoTime();

		Pumped(Execution execution, Runnable whenOver) {
			this.execution = execution;
			this.whenOver = whenOver;
		}

	}

}
