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

import java.util.HashSet;
import java.util.Set;

/**
 * Launches workers on the calling threads, which are interrupted when none is wanted any
 * more. Guarded by the lock of the fleet, but for {@link #launch(WorkerSettings)}.
 */
final class Launches {

	private final FleetLock lock;

	private final WorkerLauncher launcher;

	private final Set<Thread> threads = new HashSet<>();

	private boolean cancelled;

	Launches(FleetLock lock, WorkerLauncher launcher) {
		this.lock = lock;
		this.launcher = launcher;
	}

	boolean isCancelled() {
		return this.cancelled;
	}

	/**
	 * Launch no more, and give up what is under way.
	 */
	void cancel() {
		this.cancelled = true;
		this.threads.forEach(Thread::interrupt);
	}

	/**
	 * Launch a worker. Blocks.
	 * @param settings what it is started with
	 * @return the worker, which is ready
	 * @throws WorkerStartException if it does not come up
	 * @throws InterruptedException if it is not wanted any more
	 */
	WorkerConnection launch(WorkerSettings settings) throws WorkerStartException, InterruptedException {
		enter();
		try {
			return this.launcher.start(settings, FleetSettings.START_TIMEOUT);
		}
		finally {
			leave();
		}
	}

	private void enter() throws InterruptedException {
		this.lock.lock();
		try {
			if (this.cancelled) {
				throw new InterruptedException("The pool ends");
			}
			this.threads.add(Thread.currentThread());
		}
		finally {
			this.lock.unlock();
		}
	}

	private void leave() {
		this.lock.lock();
		try {
			this.threads.remove(Thread.currentThread());
			// from here on no interrupt is for this launch
			Thread.interrupted();
		}
		finally {
			this.lock.unlock();
		}
	}

	void close() {
		this.launcher.close();
	}

}
