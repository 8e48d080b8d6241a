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

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Drives all processes of a policy for which no caller waits, by few threads: some move
 * what they write, another looks after their lives. They must be different ones, for when
 * a process ends, the JDK may keep one who reads from it waiting until whatever holds its
 * pipe is killed.
 */
final class ProcessPump implements SweepThread.Sweep {

	private static final long SHORT_WATCH = TimeUnit.MILLISECONDS.toNanos(3);

	private static final long LONG_WATCH = TimeUnit.MILLISECONDS.toNanos(10);

	private static final int MOST_OF_MOVER = 256;

	private final Set<PumpedProcess> entries = ConcurrentHashMap.newKeySet();

	private final int mostOfMover;

	private final PolicyThreads threads;

	private final BiConsumer<Execution, Throwable> failures;

	private final List<OutputMover> movers = new ArrayList<>();

	private final SweepThread watcher;

	/**
	 * Create a pump.
	 * @param threads makes its threads
	 * @param failures takes what should not have been thrown
	 */
	ProcessPump(PolicyThreads threads, BiConsumer<Execution, Throwable> failures) {
		this(MOST_OF_MOVER, threads, failures);
	}

	ProcessPump(int mostOfMover, PolicyThreads threads, BiConsumer<Execution, Throwable> failures) {
		this.mostOfMover = mostOfMover;
		this.threads = threads;
		this.failures = failures;
		this.watcher = new SweepThread(this, threads.named("watch"));
	}

	/**
	 * Drive a process until it has ended.
	 * @param execution the process
	 * @param whenOver what to do then, which must be quick
	 */
	void add(Execution execution, Runnable whenOver) {
		PumpedProcess entry = new PumpedProcess(execution, whenOver, mover());
		this.entries.add(entry);
		entry.mover().add(entry);
		this.watcher.wake(false);
	}

	private synchronized OutputMover mover() {
		for (OutputMover mover : this.movers) {
			if (mover.reserve()) {
				return mover;
			}
		}
		String name = "io-" + (this.movers.size() + 1);
		OutputMover mover = new OutputMover(this.mostOfMover, this.threads.named(name), this.threads,
				this.entries::remove, this.failures);
		mover.reserve();
		this.movers.add(mover);
		return mover;
	}

	/**
	 * Look at a process soon, since something is expected of it.
	 * @param execution the process
	 */
	void expect(Execution execution) {
		for (PumpedProcess entry : this.entries) {
			if (entry.execution() == execution) {
				entry.expect();
			}
		}
		this.watcher.wake(true);
	}

	@Override
	public boolean hasWork() {
		return !this.entries.isEmpty();
	}

	@Override
	public long run() {
		boolean calm = true;
		for (PumpedProcess entry : this.entries) {
			ProcessLife life = entry.execution().life();
			calm &= life.isCalm();
			try {
				if (!life.isOver() && life.supervise()) {
					entry.lookNow();
				}
			}
			catch (RuntimeException | Error ex) {
				this.failures.accept(entry.execution(), ex);
			}
		}
		return (calm) ? LONG_WATCH : SHORT_WATCH;
	}

}
