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

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Takes tasks back from workers: with how they ended, or as they were sent. Takes the
 * lock of the fleet.
 */
final class TaskReturns {

	private final FleetLock lock;

	private final Roster roster;

	private final Backlog backlog;

	private final Outstanding outstanding;

	private final Retirement retirement;

	private final Recycling recycling;

	private final Dispatcher dispatcher;

	private final TaskEncoder encoder;

	private final Readings readings;

	private final FleetEnd end;

	private long averageRun;

	TaskReturns(FleetLock lock, Roster roster, Backlog backlog, Outstanding outstanding, Retirement retirement,
			Recycling recycling, Dispatcher dispatcher, TaskEncoder encoder, Readings readings, FleetEnd end) {
		this.lock = lock;
		this.roster = roster;
		this.backlog = backlog;
		this.outstanding = outstanding;
		this.retirement = retirement;
		this.recycling = recycling;
		this.dispatcher = dispatcher;
		this.encoder = encoder;
		this.readings = readings;
		this.end = end;
	}

	/**
	 * Return how long tasks of this fleet run. To be called with the lock.
	 * @return the time in nanoseconds, 0 if it is not known yet
	 */
	long averageRun() {
		return this.averageRun;
	}

	/**
	 * Take note that a task has ended.
	 * @param link the worker that has run it
	 * @param frame its result or failure
	 * @param completions where to put what ends its future
	 */
	void ended(WorkerLink link, Frame frame, List<Completion> completions) {
		long now = System.nanoTime();
		String reason = this.recycling.reasonAfterTask(link, now);
		Afterwards after = new Afterwards();
		PoolTask task;
		Reading reading = null;
		List<@Nullable Object> values = this.encoder.compactValues(frame);
		this.lock.lock();
		try {
			task = this.outstanding.take(link, frame.id());
			if (task != null) {
				link.done();
				link.window.ran(now - task.startedAt);
				this.averageRun = link.window.average();
				if (task.begun) {
					task.task().end(link.runner(), now);
				}
				if (reason != null) {
					this.retirement.retire(link, reason, after);
				}
				reading = (values == null || !task.parts.isEmpty()) ? this.readings.begin(task) : null;
				proceed(link, now, after);
			}
		}
		finally {
			this.lock.unlock();
		}
		this.lock.finish(after);
		if (reading != null) {
			Reading begun = reading;
			completions.add(this.encoder.late(begun, frame, () -> read(begun)));
		}
		else if (task != null && values != null && !task.task().isSettled()) {
			completions.add(this.encoder.decoded(task, frame, values));
		}
	}

	private Runnable read(Reading reading) {
		this.lock.change((after) -> {
			this.readings.finish(reading.task());
			this.end.proceed(after);
		});
		return () -> this.lock.change((after) -> {
			this.readings.finished(reading.task());
			this.end.proceed(after);
		});
	}

	/**
	 * Keep the first results of a chunk until the others come.
	 * @param link the worker that runs it
	 * @param frame the results
	 */
	void partly(WorkerLink link, Frame frame) {
		this.lock.lock();
		try {
			PoolTask task = link.head();
			if (task != null && task.id() == frame.id()) {
				task.add(frame);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Take note that a worker has not started tasks, and will not.
	 * @param link the worker
	 * @param ids the identifiers of the tasks
	 */
	void givenBack(WorkerLink link, List<Long> ids) {
		this.lock.change((after) -> {
			long now = System.nanoTime();
			PoolTask head = link.head();
			link.recalling = false;
			for (Long id : ids) {
				PoolTask task = this.outstanding.take(link, id);
				if (task != null) {
					link.givenBack();
					this.backlog.giveBack(link, task, now, false);
				}
			}
			if (link.head() != head) {
				proceed(link, now, after);
			}
			this.dispatcher.dispatch(after);
		});
	}

	/**
	 * Have a worker go on to the next of its tasks, or wait for one, or end.
	 */
	private void proceed(WorkerLink link, long now, Afterwards after) {
		PoolTask next = link.head();
		if (next != null) {
			this.dispatcher.begin(link, next, now);
		}
		else if (this.retirement.keeps(link, after)) {
			this.roster.idle(link);
		}
	}

}
