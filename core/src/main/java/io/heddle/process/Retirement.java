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

import java.util.Map;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes workers out of service between their tasks: they get no more, and are told to end
 * once they have none. Guarded by the lock of the fleet.
 */
final class Retirement {

	private static final Logger logger = LoggerFactory.getLogger(ProcessPool.class);

	private static final String RESIZE = "resize";

	private final FleetSettings settings;

	private final Roster roster;

	private final Outstanding outstanding;

	private final Recalls recalls;

	private final WorkerKills kills;

	private final FleetReader reader;

	private final FleetListener listener;

	private final Map<String, Long> counts = new TreeMap<>();

	Retirement(FleetSettings settings, Roster roster, Outstanding outstanding, Recalls recalls, WorkerKills kills,
			FleetReader reader, FleetListener listener) {
		this.settings = settings;
		this.roster = roster;
		this.outstanding = outstanding;
		this.recalls = recalls;
		this.kills = kills;
		this.reader = reader;
		this.listener = listener;
	}

	/**
	 * Return how many workers were retired for each reason.
	 */
	Map<String, Long> counts() {
		return Map.copyOf(this.counts);
	}

	/**
	 * Give a worker no more tasks, and tell it to end after those that it runs.
	 * @param link the worker
	 * @param reason why
	 * @param after what is left to do
	 */
	void retire(WorkerLink link, String reason, Afterwards after) {
		if (link.isLeaving()) {
			return;
		}
		link.retireReason = reason;
		this.roster.withdraw(link);
		this.counts.merge(reason, 1L, Long::sum);
		after.add(() -> {
			logger.info("Worker {} of process pool '{}' is retired ({}) after {} tasks", link.pid(),
					this.settings.name(), reason, link.tasksDone());
			this.listener.recycled(link.pid(), reason);
		});
		if (link.inFlight().isEmpty()) {
			stop(link, after);
		}
		else {
			this.recalls.recall(link, after);
		}
	}

	/**
	 * Give a worker that its task has begun to end no more tasks.
	 * @param link the worker
	 * @param after what is left to do
	 */
	void exiting(WorkerLink link, Afterwards after) {
		link.exiting = true;
		this.roster.withdraw(link);
		this.recalls.recall(link, after);
		limitEnd(link, after);
	}

	/**
	 * Let a worker that has begun to end take no longer than it may: its hooks can hang,
	 * and nothing comes from it any more.
	 * @param link the worker
	 * @param after what is left to do
	 */
	void limitEnd(WorkerLink link, Afterwards after) {
		after.add(() -> this.kills.killUnlessLost(link));
	}

	/**
	 * Retire idle workers as long as there are more than there should be.
	 * @param after what is left to do
	 */
	void retireSurplus(Afterwards after) {
		for (WorkerLink link = this.roster.longestIdle(); link != null
				&& this.roster.isOverstaffed(); link = this.roster.longestIdle()) {
			retire(link, RESIZE, after);
		}
	}

	/**
	 * Decide what becomes of a worker that has no tasks.
	 * @param link the worker
	 * @param after what is left to do
	 * @return whether it stays
	 */
	boolean keeps(WorkerLink link, Afterwards after) {
		if (link.retireReason != null) {
			stop(link, after);
			return false;
		}
		String reason = this.settings.recycling().reasonByTasks(link.sent());
		if (reason != null) {
			retire(link, reason, after);
		}
		else if (this.roster.isOverstaffed() && link.takesTasks()) {
			retire(link, RESIZE, after);
		}
		return link.takesTasks() && link.counted;
	}

	/**
	 * Tell a worker that has no tasks to end.
	 * @param link the worker
	 * @param after what is left to do
	 */
	void stop(WorkerLink link, Afterwards after) {
		if (link.stopped || link.lost) {
			return;
		}
		this.roster.dismiss(link);
		this.outstanding.stop(link);
		after.write(link);
		after.add(() -> {
			this.reader.call();
			this.kills.killAfterGrace(link);
		});
	}

}
