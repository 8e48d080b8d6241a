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
 * The end of a fleet: once it is shut down and nothing is left to do, all workers are
 * told to end, and when the last process has ended, the fleet is closed. Guarded by the
 * lock of the fleet.
 */
final class FleetEnd {

	private final Roster roster;

	private final Backlog backlog;

	private final Outstanding outstanding;

	private final FleetStarts starts;

	private final Retirement retirement;

	private final WorkerKills kills;

	private final Readings readings;

	private final Runnable close;

	private boolean shutDown;

	/** Whether tasks that lose their worker are not run again. **/
	private boolean terminating;

	/** Whether all workers were told to end. **/
	private boolean closing;

	private boolean closed;

	FleetEnd(Roster roster, Backlog backlog, Outstanding outstanding, FleetStarts starts, Retirement retirement,
			WorkerKills kills, Readings readings, Runnable close) {
		this.roster = roster;
		this.backlog = backlog;
		this.outstanding = outstanding;
		this.starts = starts;
		this.retirement = retirement;
		this.kills = kills;
		this.readings = readings;
		this.close = close;
	}

	boolean isShutDown() {
		return this.shutDown;
	}

	/**
	 * Return whether no task is started any more.
	 */
	boolean isTerminating() {
		return this.terminating;
	}

	/**
	 * End once nothing is left to do.
	 */
	void shutDown() {
		this.shutDown = true;
	}

	/**
	 * End all workers, with what they run.
	 * @param force whether not to ask them first
	 * @param after what is left to do
	 */
	void terminate(boolean force, Afterwards after) {
		this.terminating = true;
		this.starts.cancel();
		for (WorkerLink link : this.roster.links()) {
			link.killReason = (force) ? "its pool was killed" : "its pool was terminated";
			if (link.inFlight().isEmpty()) {
				this.roster.dismiss(link);
			}
			after.add(() -> end(link, force));
		}
		this.readings.cancelAll(after);
		proceed(after);
	}

	private void end(WorkerLink link, boolean force) {
		if (force) {
			this.kills.kill(link);
		}
		else {
			link.connection().process().destroy();
			this.kills.killAfterGrace(link);
		}
	}

	/**
	 * Take the next step to the end if it is due.
	 * @param after what is left to do
	 */
	void proceed(Afterwards after) {
		if (this.shutDown && !this.closing && this.outstanding.isNone() && this.backlog.isEmpty()) {
			this.closing = true;
			this.starts.cancel();
			this.roster.copy().forEach((link) -> this.retirement.stop(link, after));
		}
		if (this.closing && !this.closed && !this.roster.hasProcesses() && this.starts.isQuiet()
				&& this.readings.isNone()) {
			this.closed = true;
			after.add(this.close);
		}
	}

}
