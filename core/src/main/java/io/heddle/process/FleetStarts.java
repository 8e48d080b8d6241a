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

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Lock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the workers of a fleet, at the pace that the restart budget allows. Guarded by
 * the lock of the fleet.
 */
final class FleetStarts {

	private static final Logger logger = LoggerFactory.getLogger(ProcessPool.class);

	private final WorkerFleet fleet;

	private final FleetSettings settings;

	private final WorkerLauncher launcher;

	private final Keeper keeper;

	private final Lock lock;

	private final RestartWindow window;

	private final Set<Thread> threads = new HashSet<>();

	private int starting;

	private int startingSpares;

	/** Those of the starting ones that wait for their time. **/
	private int delayed;

	/** How many have died that were not replaced yet. **/
	private int missing;

	private long restarts;

	private boolean cancelled;

	private @Nullable Throwable brokenBy;

	FleetStarts(WorkerFleet fleet, FleetSettings settings, WorkerLauncher launcher, Keeper keeper, Lock lock) {
		this.fleet = fleet;
		this.settings = settings;
		this.launcher = launcher;
		this.keeper = keeper;
		this.lock = lock;
		this.window = new RestartWindow(settings.restart());
	}

	int starting() {
		return this.starting;
	}

	int startingSpares() {
		return this.startingSpares;
	}

	long restarts() {
		return this.restarts;
	}

	@Nullable String brokenReason() {
		Throwable brokenBy = this.brokenBy;
		if (brokenBy != null) {
			return brokenBy.getMessage();
		}
		return (this.window.isExceeded(System.nanoTime())) ? "more than " + this.settings.restart().max()
				+ " workers died within " + this.settings.restart().within() + "; starts are delayed" : null;
	}

	/**
	 * Return whether no start is under way.
	 */
	boolean isQuiet() {
		return this.starting + this.startingSpares - this.delayed == 0;
	}

	void died() {
		this.missing++;
		this.window.died(System.nanoTime());
	}

	void begin(boolean spare, Afterwards after) {
		if (spare) {
			this.startingSpares++;
		}
		else {
			this.starting++;
		}
		if (this.missing > 0) {
			this.missing--;
			this.restarts++;
		}
		Duration delay = this.window.delay(System.nanoTime());
		if (delay.isZero()) {
			after.add(() -> this.keeper.run(() -> start(spare)));
		}
		else {
			this.delayed++;
			after.add(() -> this.keeper.after(delay, () -> startDelayed(spare)));
		}
	}

	private void startDelayed(boolean spare) {
		this.lock.lock();
		try {
			this.delayed--;
		}
		finally {
			this.lock.unlock();
		}
		this.keeper.run(() -> start(spare));
	}

	private void start(boolean spare) {
		Thread current = Thread.currentThread();
		try {
			if (!enter(current)) {
				throw new InterruptedException("The pool ends");
			}
			WorkerConnection connection = this.launcher.start(this.settings.worker(), FleetSettings.START_TIMEOUT);
			leave(current);
			this.fleet.locked((after) -> started(connection, spare, after));
		}
		catch (InterruptedException ex) {
			leave(current);
			this.fleet.locked((after) -> {
				count(spare);
				this.fleet.notStarted(after);
			});
		}
		catch (WorkerStartException | RuntimeException | Error ex) {
			leave(current);
			logger.warn("Process pool '{}' could not start a worker", this.settings.name(), ex);
			this.fleet.locked((after) -> failed(ex, spare, after));
			this.fleet.listener().startFailed(ex);
		}
	}

	private boolean enter(Thread current) {
		this.lock.lock();
		try {
			return !this.cancelled && this.threads.add(current);
		}
		finally {
			this.lock.unlock();
		}
	}

	private void leave(Thread current) {
		this.lock.lock();
		try {
			this.threads.remove(current);
			// from here on no interrupt is for this start
			Thread.interrupted();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void count(boolean spare) {
		if (spare) {
			this.startingSpares--;
		}
		else {
			this.starting--;
		}
	}

	private void started(WorkerConnection connection, boolean spare, Afterwards after) {
		count(spare);
		this.window.started();
		if (this.brokenBy != null) {
			this.brokenBy = null;
			this.fleet.healed();
			logger.info("Process pool '{}' can start workers again", this.settings.name());
		}
		this.fleet.started(connection, spare, after);
	}

	private void failed(Throwable cause, boolean spare, Afterwards after) {
		count(spare);
		if (this.cancelled) {
			this.fleet.notStarted(after);
		}
		else if (this.window.startFailed()) {
			this.brokenBy = cause;
			this.fleet.broken(cause, after);
			after.add(() -> this.keeper.after(this.settings.restart().within(), this::probe));
		}
		else {
			this.fleet.notStarted(after);
		}
	}

	/**
	 * Try again, since what breaks a pool may be mended outside.
	 */
	private void probe() {
		this.fleet.locked((after) -> {
			if (this.brokenBy != null && !this.cancelled && this.starting == 0) {
				this.starting++;
				after.add(() -> this.keeper.run(() -> start(false)));
			}
		});
	}

	/**
	 * Start no more, and give up what is under way.
	 */
	void cancel() {
		this.cancelled = true;
		this.threads.forEach(Thread::interrupt);
	}

	void close() {
		this.launcher.close();
	}

}
