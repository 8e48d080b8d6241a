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

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The results that are being read by code of the user. Guarded by the lock of the fleet.
 */
final class Readings {

	private final String pool;

	private final Backlog backlog;

	private final Map<PoolTask, Reading> current = new LinkedHashMap<>();

	private final Set<PoolTask> finishing = new HashSet<>();

	Readings(String pool, Backlog backlog) {
		this.pool = pool;
		this.backlog = backlog;
	}

	boolean isNone() {
		return this.current.isEmpty() && this.finishing.isEmpty();
	}

	Set<PoolTask> tasks() {
		return this.current.keySet();
	}

	/**
	 * Begin to read a result, unless it is not wanted any more.
	 * @param task the task, which has ended in its worker
	 * @return the reading, or {@code null}
	 */
	@Nullable Reading begin(PoolTask task) {
		Reading reading = new Reading(task, this.pool);
		this.backlog.tasks().add(reading.runner());
		this.current.put(task, reading);
		task.task().show(reading.runner(), task.startedAt);
		if (task.task().isSettled()) {
			// by somebody who may have looked before it was here
			end(task);
			return null;
		}
		return reading;
	}

	/**
	 * Forget a reading.
	 * @param task its task
	 * @return the reading, or {@code null} if it was forgotten before
	 */
	@Nullable Reading end(PoolTask task) {
		Reading reading = this.current.remove(task);
		if (reading != null) {
			task.task().hide(reading.runner());
			this.backlog.tasks().remove(reading.runner());
		}
		return reading;
	}

	/**
	 * Forget a reading whose result is known. Until its future is ended this fleet goes
	 * on, unless something depends on that future, which may wait for the end of the
	 * fleet.
	 * @param task its task
	 */
	void finish(PoolTask task) {
		if (end(task) != null && !task.task().hasDependents()) {
			this.finishing.add(task);
		}
	}

	void finished(PoolTask task) {
		this.finishing.remove(task);
	}

	/**
	 * Cancel all tasks whose result is being read.
	 * @param after what is left to do
	 */
	void cancelAll(Afterwards after) {
		for (PoolTask task : this.current.keySet()) {
			after.add(() -> task.task().cancel());
		}
	}

}
