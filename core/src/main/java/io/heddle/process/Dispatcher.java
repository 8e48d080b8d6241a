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

/**
 * Gives tasks to workers that have room. Guarded by the lock of the fleet, but for the
 * methods that take it.
 */
final class Dispatcher {

	private final FleetLock lock;

	private final Roster roster;

	private final Backlog backlog;

	private final Outstanding outstanding;

	private final Staffing staffing;

	private final WorkerKills kills;

	private final FleetEnd end;

	Dispatcher(FleetLock lock, Roster roster, Backlog backlog, Outstanding outstanding, Staffing staffing,
			WorkerKills kills, FleetEnd end) {
		this.lock = lock;
		this.roster = roster;
		this.backlog = backlog;
		this.outstanding = outstanding;
		this.staffing = staffing;
		this.kills = kills;
		this.end = end;
	}

	/**
	 * Send a task at once if a worker has room and no other task waits. Takes the lock.
	 * @param task the task
	 * @return whether it was sent
	 */
	boolean start(PoolTask task) {
		Afterwards after = new Afterwards();
		boolean started = false;
		this.lock.lock();
		try {
			if (!this.end.isShutDown() && this.backlog.letsPass()) {
				if (!this.roster.hasIdle()) {
					growForOne(after);
				}
				WorkerLink link = this.roster.withRoom();
				started = link != null;
				if (link != null) {
					place(link, task, after);
				}
			}
		}
		finally {
			this.lock.unlock();
		}
		if (!started) {
			task.detach();
		}
		this.lock.finish(after);
		return started;
	}

	private void growForOne(Afterwards after) {
		if (this.staffing.growFor(1, after)) {
			after.add(this::dispatch);
		}
	}

	/**
	 * Send tasks as {@link #dispatch(Afterwards)} does. Takes the lock.
	 */
	void dispatch() {
		this.lock.change(this::dispatch);
	}

	/**
	 * Send tasks as long as one waits and a worker has room, get more workers if there
	 * may be more, and end if there is nothing to do any more.
	 * @param after what is left to do
	 */
	void dispatch(Afterwards after) {
		WorkerLink link = this.roster.withRoom();
		while (link != null) {
			PoolTask next = this.backlog.next(after.actions());
			if (next == null) {
				break;
			}
			place(link, next, after);
			link = this.roster.withRoom();
		}
		if (link == null && this.staffing.growFor(this.backlog.runnable(), after)) {
			after.add(this::dispatch);
		}
		if (this.end.isTerminating()) {
			this.backlog.cancelReturned(after);
		}
		if (this.outstanding.isNone()) {
			this.end.proceed(after);
			after.add(this.backlog.tasks()::checkIdle);
		}
	}

	private void place(WorkerLink link, PoolTask task, Afterwards after) {
		if (task.task().isSettled()) {
			return;
		}
		boolean first = link.inFlight().isEmpty();
		this.outstanding.send(link, task);
		if (first) {
			this.roster.busy(link);
			begin(link, task, System.nanoTime());
		}
		after.write(link);
	}

	/**
	 * Note that a worker now runs a task, as far as is known here.
	 * @param link the worker
	 * @param task the first of its tasks
	 * @param now the present time in nanoseconds
	 */
	void begin(WorkerLink link, PoolTask task, long now) {
		task.startedAt = now;
		task.begun = task.task().begin(link.runner(), now);
		if (!task.begun) {
			// cancelled when it was on its way, and perhaps too late
			this.kills.killUnlessEnded(link, task);
		}
	}

}
