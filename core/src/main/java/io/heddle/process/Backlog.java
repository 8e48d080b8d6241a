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
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.HostedTask;
import io.heddle.executor.HostedTasks;

/**
 * The tasks that no worker has: those that came back from workers, then those in the
 * queue of the executor. Guarded by the lock of the fleet.
 */
final class Backlog {

	private final Deque<PoolTask> returned = new ArrayDeque<>();

	/** Tasks of workers that have died, until it is known of what. **/
	private final Set<PoolTask> examined = new HashSet<>();

	@SuppressWarnings("NullAway.Init") // before the first task
	private volatile HostedTasks tasks;

	void attach(HostedTasks tasks) {
		this.tasks = tasks;
	}

	HostedTasks tasks() {
		return this.tasks;
	}

	/**
	 * Return whether a new task need not wait for others.
	 */
	boolean letsPass() {
		return this.returned.isEmpty() && this.tasks.queueSize() == 0 && !this.tasks.executor().isPaused();
	}

	/**
	 * Return whether nothing waits, nor may have to wait again.
	 */
	boolean isEmpty() {
		return this.examined.isEmpty() && this.returned.isEmpty() && this.tasks.queueSize() == 0;
	}

	/**
	 * Return how many tasks could be run now.
	 */
	int runnable() {
		return this.returned.size() + (this.tasks.executor().isPaused() ? 0 : this.tasks.queueSize());
	}

	/**
	 * Take the next task.
	 * @param unfit where to put tasks that must not be started any more
	 * @return the task, or {@code null} if none is to be run now
	 */
	@Nullable PoolTask next(Collection<Runnable> unfit) {
		if (!this.returned.isEmpty() && !this.tasks.executor().isPaused()) {
			return this.returned.poll();
		}
		HostedTask task = this.tasks.poll(unfit);
		return (task != null) ? PoolTask.of(task) : null;
	}

	/**
	 * Take back a task that was sent to a worker and did not end there.
	 * @param link the worker
	 * @param task the task, which the worker has no more
	 * @param now the present time in nanoseconds
	 * @param first whether it goes before the others
	 */
	void giveBack(WorkerLink link, PoolTask task, long now, boolean first) {
		if (task.task().isSettled()) {
			if (task.begun) {
				task.task().end(link.runner(), now);
			}
			return;
		}
		if (task.begun) {
			task.task().putBack(link.runner());
		}
		task.returned();
		if (first) {
			this.returned.addFirst(task);
		}
		else {
			this.returned.addLast(task);
		}
	}

	Collection<PoolTask> returned() {
		return this.returned;
	}

	Set<PoolTask> examined() {
		return this.examined;
	}

	/**
	 * Cancel what came back, since there will be no worker to run it.
	 * @param after cancels it
	 */
	void cancelReturned(Afterwards after) {
		this.returned.forEach((task) -> after.add(() -> this.tasks.executor().cancel(task.id())));
	}

	/**
	 * Fail all that waits. The executor is broken.
	 * @param reason makes the exception of one that came back
	 * @param after fails it
	 */
	void fail(Supplier<? extends Throwable> reason, Afterwards after) {
		// what is in the queue is not fit to be run
		this.tasks.poll(after.actions());
		for (PoolTask task : this.returned) {
			after.add(() -> task.task().fail(reason.get()));
		}
		this.returned.clear();
	}

}
