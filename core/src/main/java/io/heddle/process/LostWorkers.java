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

import java.io.IOException;
import java.util.Iterator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes out workers whose socket has ended. The task that such a worker ran waits until
 * it is known of what the worker has died, the others are run elsewhere. Takes the lock
 * of the fleet.
 */
final class LostWorkers {

	private static final Logger logger = LoggerFactory.getLogger(ProcessPool.class);

	private final FleetLock lock;

	private final Keeper keeper;

	private final Roster roster;

	private final Backlog backlog;

	private final Outstanding outstanding;

	private final FleetStarts starts;

	private final Staffing staffing;

	private final Dispatcher dispatcher;

	private final WorkerDeaths deaths;

	LostWorkers(FleetLock lock, Keeper keeper, Roster roster, Backlog backlog, Outstanding outstanding,
			FleetStarts starts, Staffing staffing, Dispatcher dispatcher, WorkerDeaths deaths) {
		this.lock = lock;
		this.keeper = keeper;
		this.roster = roster;
		this.backlog = backlog;
		this.outstanding = outstanding;
		this.starts = starts;
		this.staffing = staffing;
		this.dispatcher = dispatcher;
		this.deaths = deaths;
	}

	/**
	 * Take note that nothing more comes from a worker.
	 * @param link the worker
	 * @param reason why it is to be killed, or {@code null} if it has closed the socket
	 */
	void lost(WorkerLink link, @Nullable String reason) {
		if (reason != null) {
			// before it sees the end of the socket, which would tell it that its parent
			// is gone
			link.connection().process().destroyForcibly();
		}
		this.lock.change((after) -> lost(link, reason, after));
		try {
			link.connection().channel().close();
		}
		catch (IOException ex) {
			logger.debug("Could not close the socket of worker {}", link.pid(), ex);
		}
	}

	private void lost(WorkerLink link, @Nullable String reason, Afterwards after) {
		if (link.lost) {
			return;
		}
		link.lost = true;
		if (!link.isEndExpected()) {
			// before anything is started, which may have to wait for that
			this.starts.died();
		}
		// not one that was told to end, nor one that got a signal, as all do at a Ctrl-C
		boolean missing = link.counted && link.lastTask == null;
		this.roster.remove(link);
		this.outstanding.forget(link);
		PoolTask victim = takeVictim(link);
		giveBackAll(link);
		after.add(() -> this.keeper.run(() -> this.deaths.examine(link, victim, reason)));
		if (missing) {
			this.staffing.replace(after);
		}
		this.staffing.refill(after);
		this.dispatcher.dispatch(after);
	}

	private @Nullable PoolTask takeVictim(WorkerLink link) {
		PoolTask head = link.head();
		if (head == null || (link.lastTask != null && link.lastTask != head.id())) {
			return null;
		}
		link.inFlight().remove();
		this.backlog.examined().add(head);
		return head;
	}

	private void giveBackAll(WorkerLink link) {
		long now = System.nanoTime();
		Iterator<PoolTask> behind = link.inFlight().descendingIterator();
		while (behind.hasNext()) {
			this.backlog.giveBack(link, behind.next(), now, true);
		}
		link.inFlight().clear();
	}

}
