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

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.heddle.executor.BrokenExecutorException;

/**
 * Starts the workers of a fleet, at the pace that the restart budget allows. Guarded by
 * the lock of the fleet.
 */
final class FleetStarts {

	private static final Logger logger = LoggerFactory.getLogger(ProcessPool.class);

	private final FleetSettings settings;

	private final FleetLock lock;

	private final Launches launches;

	private final Keeper keeper;

	private final Backlog backlog;

	private final FleetListener listener;

	private final StartPace pace;

	@SuppressWarnings("NullAway.Init") // before the first start
	private Outcome outcome;

	private int starting;

	private int startingSpares;

	/** Those of the starting ones that wait for their time. **/
	private int delayed;

	private boolean rehearsed;

	FleetStarts(FleetSettings settings, FleetLock lock, WorkerLauncher launcher, Keeper keeper, Backlog backlog,
			FleetListener listener) {
		this.settings = settings;
		this.lock = lock;
		this.launches = new Launches(lock, launcher);
		this.keeper = keeper;
		this.backlog = backlog;
		this.listener = listener;
		this.pace = new StartPace(settings.restart());
	}

	/**
	 * Say what becomes of workers, before the first is started.
	 * @param outcome is told how each start ends
	 */
	void connect(Outcome outcome) {
		this.outcome = outcome;
	}

	int starting() {
		return this.starting;
	}

	int startingSpares() {
		return this.startingSpares;
	}

	long restarts() {
		return this.pace.restarts();
	}

	@Nullable String brokenReason() {
		return this.pace.brokenReason();
	}

	/**
	 * Return whether no worker has come up for so long that tasks fail.
	 */
	boolean isBroken() {
		return this.pace.isBroken();
	}

	/**
	 * Return whether no start is under way.
	 */
	boolean isQuiet() {
		return this.starting + this.startingSpares - this.delayed == 0;
	}

	void died() {
		this.pace.died();
	}

	/**
	 * Begin to start a worker.
	 * @param spare whether it is kept for later
	 * @param pause how long to wait at least
	 * @param after what is left to do
	 */
	void begin(boolean spare, Duration pause, Afterwards after) {
		count(spare, 1);
		if (!this.rehearsed && (spare || this.settings.eager())) {
			this.rehearsed = true;
			after.add(() -> this.keeper.run(new Rehearsal()::ofCodec));
		}
		Duration pace = this.pace.next();
		Duration delay = (pace.compareTo(pause) > 0) ? pace : pause;
		if (delay.isZero()) {
			after.add(() -> this.keeper.run(() -> start(spare)));
		}
		else {
			this.delayed++;
			after.add(() -> this.keeper.after(delay, () -> startDelayed(spare)));
		}
	}

	private void count(boolean spare, int more) {
		if (spare) {
			this.startingSpares += more;
		}
		else {
			this.starting += more;
		}
	}

	private void startDelayed(boolean spare) {
		this.lock.change((after) -> {
			this.delayed--;
			after.add(() -> this.keeper.run(() -> start(spare)));
		});
	}

	private void start(boolean spare) {
		try {
			WorkerConnection connection = this.launches.launch(this.settings.worker());
			this.lock.change((after) -> started(connection, spare, after));
		}
		catch (InterruptedException ex) {
			this.lock.change((after) -> {
				count(spare, -1);
				this.outcome.notReady(after);
			});
		}
		catch (WorkerStartException | RuntimeException | Error ex) {
			logger.warn("Process pool '{}' could not start a worker", this.settings.name(), ex);
			this.lock.change((after) -> failed(ex, spare, after));
			this.listener.startFailed(ex);
		}
	}

	private void started(WorkerConnection connection, boolean spare, Afterwards after) {
		count(spare, -1);
		if (this.pace.started()) {
			this.backlog.tasks().brokenBy(null);
			logger.info("Process pool '{}' can start workers again", this.settings.name());
		}
		if (isCancelled()) {
			this.outcome.tooLate(connection, after);
		}
		else {
			after.add(() -> this.listener.started(connection.pid()));
			this.outcome.ready(connection, spare, after);
		}
	}

	private void failed(Throwable cause, boolean spare, Afterwards after) {
		count(spare, -1);
		if (!isCancelled() && this.pace.failed(cause)) {
			this.backlog.tasks().brokenBy(cause);
			this.backlog.fail(
					() -> new BrokenExecutorException(this.settings.name(), "it failed to start a worker", cause),
					after);
			after.add(() -> this.keeper.after(this.settings.restart().within(), this::probe));
		}
		this.outcome.notReady(after);
	}

	/**
	 * Try again, since what breaks a pool may be mended outside.
	 */
	private void probe() {
		this.lock.change((after) -> {
			if (this.pace.isBroken() && !isCancelled() && this.starting == 0) {
				this.starting++;
				after.add(() -> this.keeper.run(() -> start(false)));
			}
		});
	}

	boolean isCancelled() {
		return this.launches.isCancelled();
	}

	/**
	 * Start no more, and give up what is under way.
	 */
	void cancel() {
		this.launches.cancel();
	}

	void close() {
		this.launches.close();
	}

	/**
	 * Is told how each start ends. Called with the lock.
	 */
	interface Outcome {

		/**
		 * Take on a worker.
		 * @param connection the worker, which is ready
		 * @param spare whether it is kept for later
		 * @param after what is left to do
		 */
		void ready(WorkerConnection connection, boolean spare, Afterwards after);

		/**
		 * Get rid of a worker that is not wanted any more.
		 * @param connection the worker, which is ready
		 * @param after what is left to do
		 */
		void tooLate(WorkerConnection connection, Afterwards after);

		/**
		 * Go on without a worker.
		 * @param after what is left to do
		 */
		void notReady(Afterwards after);

	}

}
