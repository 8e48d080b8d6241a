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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The workers of a fleet: who there is, who is idle and who is spare. Guarded by the lock
 * of the fleet, but for {@link #size()} and {@link #live()}.
 */
final class Roster {

	private final @Nullable Integer maxTasks;

	/** All whose socket has not ended. **/
	private final Set<WorkerLink> links = new HashSet<>();

	/** Most recently used first. **/
	private final Deque<WorkerLink> idle = new ArrayDeque<>();

	private final Deque<WorkerLink> spares = new ArrayDeque<>();

	private volatile int size;

	/** The workers that take tasks or still have some. **/
	private volatile int live;

	/** Workers whose process may still be there. **/
	private int processes;

	/**
	 * Create a roster.
	 * @param size how many workers run tasks
	 * @param maxTasks how many tasks each of them gets, or {@code null}
	 */
	Roster(int size, @Nullable Integer maxTasks) {
		this.size = size;
		this.maxTasks = maxTasks;
	}

	int size() {
		return this.size;
	}

	void size(int size) {
		this.size = size;
	}

	int live() {
		return this.live;
	}

	boolean isOverstaffed() {
		return this.live > this.size;
	}

	Set<WorkerLink> links() {
		return this.links;
	}

	boolean hasIdle() {
		return !this.idle.isEmpty();
	}

	int idleCount() {
		return this.idle.size();
	}

	/**
	 * Return the worker whose end matters least.
	 */
	@Nullable WorkerLink longestIdle() {
		return this.idle.peekLast();
	}

	int spareCount() {
		return this.spares.size();
	}

	/**
	 * Note that there is a process whose end is to be waited for.
	 */
	void processStarted() {
		this.processes++;
	}

	void processEnded() {
		this.processes--;
	}

	boolean hasProcesses() {
		return this.processes > 0;
	}

	void add(WorkerLink link, boolean spare) {
		this.links.add(link);
		processStarted();
		if (spare) {
			link.spare = true;
			this.spares.add(link);
		}
		else {
			employ(link);
		}
	}

	/**
	 * Have a spare worker take tasks.
	 * @return whether there was one
	 */
	boolean employSpare() {
		WorkerLink spare = this.spares.poll();
		if (spare != null) {
			spare.spare = false;
			employ(spare);
		}
		return spare != null;
	}

	private void employ(WorkerLink link) {
		link.counted = true;
		this.live++;
		this.idle.addFirst(link);
	}

	void idle(WorkerLink link) {
		this.idle.addFirst(link);
	}

	void busy(WorkerLink link) {
		this.idle.remove(link);
	}

	/**
	 * Give a worker no more tasks, though it may have some.
	 * @param link the worker
	 */
	void withdraw(WorkerLink link) {
		this.idle.remove(link);
		this.spares.remove(link);
	}

	/**
	 * Count a worker no more, since it has no tasks and gets none.
	 * @param link the worker
	 */
	void dismiss(WorkerLink link) {
		withdraw(link);
		if (link.counted) {
			link.counted = false;
			this.live--;
		}
	}

	void remove(WorkerLink link) {
		this.links.remove(link);
		dismiss(link);
	}

	/**
	 * Return the worker that is to get the next task: one that is idle if there is one.
	 * @return the worker, or {@code null} if none has room
	 */
	@Nullable WorkerLink withRoom() {
		WorkerLink best = this.idle.peek();
		if (best != null) {
			return best;
		}
		int room = 0;
		for (WorkerLink link : this.links) {
			int roomHere = link.room(this.maxTasks);
			// by halves, so that tasks go together
			if (roomHere > room && 2 * roomHere >= link.window.size()) {
				best = link;
				room = roomHere;
			}
		}
		return best;
	}

	@Nullable WorkerLink find(long pid) {
		for (WorkerLink link : this.links) {
			if (link.pid() == pid) {
				return link;
			}
		}
		return null;
	}

	List<WorkerLink> copy() {
		return List.copyOf(this.links);
	}

}
