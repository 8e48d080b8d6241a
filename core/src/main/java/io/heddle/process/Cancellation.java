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
 * Gets tasks that were cancelled, or have timed out, off the workers. Takes the lock of
 * the fleet.
 */
final class Cancellation {

	private final FleetLock lock;

	private final Backlog backlog;

	private final Dispatcher dispatcher;

	private final Recalls recalls;

	private final WorkerKills kills;

	private final Readings readings;

	private final FleetEnd end;

	Cancellation(FleetLock lock, Backlog backlog, Dispatcher dispatcher, Recalls recalls, WorkerKills kills,
			Readings readings, FleetEnd end) {
		this.lock = lock;
		this.backlog = backlog;
		this.dispatcher = dispatcher;
		this.recalls = recalls;
		this.kills = kills;
		this.readings = readings;
		this.end = end;
	}

	/**
	 * Get a task off its worker, if it has one.
	 * @param task the task, which is settled
	 * @param interrupt whether to interrupt it if it runs
	 */
	void cancel(PoolTask task, boolean interrupt) {
		this.lock.change((after) -> {
			WorkerLink link = task.link;
			Reading reading = this.readings.end(task);
			if (reading != null) {
				after.add(reading::cancel);
				this.end.proceed(after);
			}
			else if (link != null) {
				cancel(link, task, interrupt, after);
			}
			else if (this.backlog.returned().remove(task)) {
				this.dispatcher.dispatch(after);
			}
		});
	}

	private void cancel(WorkerLink link, PoolTask task, boolean interrupt, Afterwards after) {
		boolean running = link.head() == task;
		if (task.cancelSent || (task.begun && !interrupt)) {
			// one that has begun may run to its end
			return;
		}
		task.cancelSent = true;
		link.send(TaskCodec.control(FrameKind.CANCEL, task.id()));
		after.write(link);
		if (running) {
			this.recalls.recall(link, after);
			this.kills.killUnlessEnded(link, task);
		}
	}

}
