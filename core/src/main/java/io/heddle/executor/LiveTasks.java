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

package io.heddle.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Finds the tasks of an executor that wait or run. Thread-safe; a task that moves
 * meanwhile may be missed.
 */
final class LiveTasks {

	private final TaskQueue queue;

	private final Set<WorkerSlot> slots;

	private final @Nullable TaskHost host;

	LiveTasks(TaskQueue queue, Set<WorkerSlot> slots, @Nullable TaskHost host) {
		this.queue = queue;
		this.slots = slots;
		this.host = host;
	}

	/**
	 * Return the tasks that have not started: those in the queue, and those that the host
	 * has taken ahead.
	 */
	List<Task> waiting() {
		if (this.host == null) {
			return this.queue.tasks();
		}
		List<Task> waiting = new ArrayList<>(this.queue.tasks());
		for (HostedTask task : this.host.held()) {
			if (task instanceof HostedEntry entry && entry.waitsFirst()) {
				waiting.add(entry);
			}
		}
		return waiting;
	}

	/**
	 * Return how many tasks run.
	 */
	int active() {
		int active = 0;
		for (WorkerSlot slot : this.slots) {
			if (slot.task() != null) {
				active++;
			}
		}
		return active;
	}

	/**
	 * Interrupt what runs a task, if it runs.
	 * @param task the task
	 */
	void interrupt(Task task) {
		for (WorkerSlot slot : this.slots) {
			if (slot.task() == task) {
				slot.interrupt(task);
			}
		}
	}

	/**
	 * Cancel a task, and interrupt it if it runs.
	 * @param taskId the identifier of the task
	 * @return whether it was cancelled by this call
	 */
	boolean cancel(long taskId) {
		// twice, since a task may move from the queue to a thread in between
		for (int i = 0; i < 2; i++) {
			Task task = find(taskId);
			if (task != null) {
				return task.cancel(true);
			}
		}
		return false;
	}

	private @Nullable Task find(long taskId) {
		for (Task task : this.queue.tasks()) {
			if (task.id() == taskId) {
				return task;
			}
		}
		for (WorkerSlot slot : this.slots) {
			Task task = slot.task();
			if (task != null && task.id() == taskId) {
				return task;
			}
		}
		return null;
	}

	/**
	 * Cancel and interrupt all that runs.
	 */
	void cancelRunning() {
		for (WorkerSlot slot : this.slots) {
			Task task = slot.task();
			if (task != null) {
				task.cancel(true);
			}
		}
	}

}
