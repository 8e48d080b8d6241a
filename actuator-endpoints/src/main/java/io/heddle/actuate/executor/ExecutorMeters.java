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

package io.heddle.actuate.executor;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;

import io.heddle.actuate.named.RecentSnapshot;
import io.heddle.actuate.named.SnapshotMeters;
import io.heddle.executor.ExecutorSnapshot;

/**
 * The meters of one executor, named as Micrometer names those of any executor.
 */
class ExecutorMeters extends SnapshotMeters<ExecutorSnapshot> {

	ExecutorMeters(MeterRegistry registry, String name, RecentSnapshot<ExecutorSnapshot> snapshot) {
		super(registry, name, snapshot);
	}

	void register() {
		registerPoolMeters();
		registerTaskMeters();
	}

	private void registerPoolMeters() {
		counter("executor.completed", "The approximate total number of tasks that have completed execution",
				ExecutorSnapshot::executions);
		gauge("executor.active", "The approximate number of threads that are actively executing tasks",
				BaseUnits.THREADS, ExecutorSnapshot::active);
		gauge("executor.queued", "The approximate number of tasks that are queued for execution", BaseUnits.TASKS,
				(current) -> current.queue().size());
		gauge("executor.queue.remaining",
				"The number of additional elements that this queue can ideally accept without blocking",
				BaseUnits.TASKS, ExecutorMeters::remaining);
		gauge("executor.pool.size", "The current number of threads in the pool", BaseUnits.THREADS,
				ExecutorSnapshot::poolSize);
		gauge("executor.pool.core", "The core number of threads for the pool", BaseUnits.THREADS,
				ExecutorSnapshot::corePoolSize);
		gauge("executor.pool.max", "The maximum allowed number of threads in the pool", BaseUnits.THREADS,
				ExecutorSnapshot::maxPoolSize);
	}

	private void registerTaskMeters() {
		timer("executor", "The time that tasks ran", ExecutorSnapshot::runTime);
		timer("executor.idle", "The time that tasks waited before they were started", ExecutorSnapshot::waitTime);
		counter("executor.failed", "The number of tasks that ended with an exception",
				(current) -> current.tasks().failed());
		counter("executor.cancelled", "The number of tasks that were cancelled",
				(current) -> current.tasks().cancelled());
		counter("executor.rejected", "The number of tasks that were refused or dropped",
				(current) -> current.tasks().rejected());
		counter("executor.timed.out", "The number of tasks that waited or ran longer than allowed",
				(current) -> current.tasks().timedOut());
		gauge("executor.stuck", "The number of running tasks that run longer than the stuck limit", BaseUnits.TASKS,
				ExecutorSnapshot::stuck);
		timeGauge("executor.queue.oldest", "How long the oldest waiting task has waited", ExecutorMeters::oldestWait);
	}

	private void counter(String name, String description, ToLongFunction<ExecutorSnapshot> count) {
		counter(name, description, BaseUnits.TASKS, count);
	}

	private void timer(String name, String description, Function<ExecutorSnapshot, Duration> total) {
		timer(name, description, ExecutorSnapshot::executions, total);
	}

	private static double remaining(ExecutorSnapshot current) {
		Integer capacity = current.queue().capacity();
		return (capacity != null) ? Math.max(capacity - current.queue().size(), 0) : Integer.MAX_VALUE;
	}

	private static double oldestWait(ExecutorSnapshot current) {
		Duration oldestWait = current.queue().oldestWait();
		return (oldestWait != null) ? oldestWait.toNanos() : 0;
	}

}
