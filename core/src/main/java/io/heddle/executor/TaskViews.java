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

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Describes the tasks of an executor to the outside.
 */
final class TaskViews {

	private final TaskMonitor monitor;

	TaskViews(TaskMonitor monitor) {
		this.monitor = monitor;
	}

	ExecutorSnapshot snapshot(ThreadKind threads, int poolSize, ThreadPoolShape shape, boolean shutdown) {
		TaskCounters counters = this.monitor.counters();
		return new ExecutorSnapshot(this.monitor.name(), threads, this.monitor.tasks().active(), poolSize,
				shape.coreSize(), shape.maxSize(), shape.keepAlive(), queue(), counters.snapshot(),
				this.monitor.inspector().stuck(), counters.executions(), counters.waitTime(), counters.runTime(),
				this.monitor.queue().isPaused(), shutdown);
	}

	private QueueSnapshot queue() {
		TaskQueue queue = this.monitor.queue();
		Task oldest = queue.oldest();
		Duration oldestWait = (oldest != null) ? waitedFor(oldest, System.nanoTime()) : null;
		int capacity = queue.capacity();
		return new QueueSnapshot(queue.type(), queue.size(), (capacity != Integer.MAX_VALUE) ? capacity : null,
				oldestWait);
	}

	List<RunningTask> running() {
		long now = System.nanoTime();
		return this.monitor.slots()
			.stream()
			.map(WorkerSlot::activity)
			.filter(Objects::nonNull)
			.sorted(Comparator.comparingLong(WorkerSlot.Activity::startedAt))
			.map((activity) -> describe(activity, now))
			.toList();
	}

	RunningTask describe(WorkerSlot.Activity activity, long now) {
		Task task = activity.task();
		Duration runningFor = Duration.ofNanos(activity.ranFor(now));
		Instant startedAt = Instant.now().minus(runningFor).truncatedTo(ChronoUnit.MILLIS);
		return new RunningTask(task.id(), task.toString(), activity.slot().name(), startedAt, runningFor,
				waitedFor(task, activity.startedAt()), task.submittedBy(),
				this.monitor.inspector().isStuck(activity, now), activity.slot().stack());
	}

	List<QueuedTask> queued() {
		return describe(this.monitor.queue().tasks());
	}

	List<QueuedTask> describe(List<Task> waiting) {
		long now = System.nanoTime();
		return waiting.stream()
			.map((task) -> new QueuedTask(task.id(), task.toString(), waitedFor(task, now), task.submittedBy()))
			.toList();
	}

	private static Duration waitedFor(Task task, long until) {
		return Duration.ofNanos(Math.max(0, until - task.submittedAt()));
	}

}
