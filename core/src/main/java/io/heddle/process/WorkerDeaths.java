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

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out how lost workers ended, and ends or repeats the tasks that they ran. Takes
 * the lock of the fleet, but for the methods that are called with it.
 */
final class WorkerDeaths {

	private static final Logger logger = LoggerFactory.getLogger(ProcessPool.class);

	private final FleetSettings settings;

	private final FleetLock lock;

	private final Keeper keeper;

	private final Roster roster;

	private final Backlog backlog;

	private final Dispatcher dispatcher;

	private final FleetEnd end;

	private final FleetListener listener;

	private long crashed;

	private long retried;

	WorkerDeaths(FleetSettings settings, FleetLock lock, Keeper keeper, Roster roster, Backlog backlog,
			Dispatcher dispatcher, FleetEnd end, FleetListener listener) {
		this.settings = settings;
		this.lock = lock;
		this.keeper = keeper;
		this.roster = roster;
		this.backlog = backlog;
		this.dispatcher = dispatcher;
		this.end = end;
		this.listener = listener;
	}

	/**
	 * Return how many tasks have failed since their workers died. Called with the lock.
	 */
	long crashed() {
		return this.crashed;
	}

	/**
	 * Return how often a task was run again. Called with the lock.
	 */
	long retried() {
		return this.retried;
	}

	/**
	 * Find out how a worker ended. Blocks.
	 * @param link the worker
	 * @param victim the task that it ran, or {@code null}
	 * @param reason why it was killed when it was lost, or {@code null}
	 */
	void examine(WorkerLink link, @Nullable PoolTask victim, @Nullable String reason) {
		if (reason != null) {
			link.connection().descendants().kill();
		}
		WorkerCrashedException crash = Autopsy.of(link, describe(link, victim, reason));
		link.connection().close();
		boolean expected = link.isEndExpected();
		if (!expected) {
			logger.warn(crash.getMessage());
		}
		this.lock.change((after) -> {
			if (!expected) {
				after.add(() -> this.listener.crashed(crash));
			}
			if (victim != null) {
				this.backlog.examined().remove(victim);
				bury(link, victim, crash, after);
			}
			this.backlog.tasks().remove(link.runner());
			gone(after);
		});
	}

	private String describe(WorkerLink link, @Nullable PoolTask victim, @Nullable String reason) {
		StringBuilder what = new StringBuilder("Worker of process pool '").append(this.settings.name()).append("'");
		if (link.killReason != null) {
			what.append(" was killed because ").append(link.killReason);
		}
		else if (reason != null) {
			what.append(" was killed because it ").append(reason);
		}
		else {
			what.append(" died");
		}
		if (victim != null) {
			what.append(" while it ran task '").append(victim.task().label()).append("'");
		}
		return what.toString();
	}

	private void bury(WorkerLink link, PoolTask victim, WorkerCrashedException crash, Afterwards after) {
		boolean settled = victim.task().isSettled();
		if (!settled && victim.deaths < this.settings.retries() && !this.end.isTerminating()) {
			victim.deaths++;
			this.retried++;
			this.backlog.giveBack(link, victim, System.nanoTime(), true);
			return;
		}
		if (victim.begun) {
			victim.task().end(link.runner(), System.nanoTime());
		}
		if (!settled) {
			this.crashed++;
			after.add(() -> this.keeper.callbacks().execute(Completion.failed(victim.task(), crash)));
		}
	}

	/**
	 * Kill a worker that is not taken on any more. Called with the lock.
	 * @param connection the worker
	 * @param after kills it
	 */
	void dismiss(WorkerConnection connection, Afterwards after) {
		this.roster.processStarted();
		after.add(() -> this.keeper.run(() -> {
			connection.descendants().kill();
			connection.close();
			this.lock.change(this::gone);
		}));
	}

	private void gone(Afterwards after) {
		this.roster.processEnded();
		this.dispatcher.dispatch(after);
		this.end.proceed(after);
	}

}
