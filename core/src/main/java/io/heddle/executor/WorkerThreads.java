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
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.heddle.context.ContextCarrier;

/**
 * The threads of an executor as far as they run its tasks: each shows in its slot what it
 * runs.
 */
final class WorkerThreads {

	private static final Logger logger = LoggerFactory.getLogger(NamedExecutor.class);

	private final TaskMonitor monitor;

	private final @Nullable Runnable initializer;

	private final @Nullable ContextCarrier contextCarrier;

	private final ThreadLocal<@Nullable ThreadSlot> worker = new ThreadLocal<>();

	private volatile long queueTimeout = Long.MAX_VALUE;

	WorkerThreads(TaskMonitor monitor, NamedExecutorBuilder builder) {
		this.monitor = monitor;
		this.initializer = builder.initializer;
		this.contextCarrier = builder.contextCarrier;
	}

	/**
	 * Set how long tasks may have waited when they are to be run.
	 * @param queueTimeout the time, or {@code null} for no limit
	 */
	void queueTimeout(@Nullable Duration queueTimeout) {
		this.queueTimeout = (queueTimeout != null) ? Nanos.of(queueTimeout) : Long.MAX_VALUE;
	}

	/**
	 * Show the calling thread as one of this executor as long as it works.
	 * @param work what runs tasks in the slot of the thread
	 */
	void work(Consumer<ThreadSlot> work) {
		ThreadSlot slot = new ThreadSlot(Thread.currentThread(), this.contextCarrier);
		this.monitor.counters().add(slot);
		slot.scope().enter();
		try {
			work.accept(slot);
		}
		finally {
			slot.scope().leave();
			slot.clearContext();
			this.monitor.counters().remove(slot);
		}
	}

	/**
	 * Make the calling thread a worker of this executor as long as it works.
	 * @param worker what runs tasks by {@link #run(Task)}
	 */
	void workInPool(Runnable worker) {
		work((slot) -> {
			this.worker.set(slot);
			try {
				worker.run();
			}
			finally {
				this.worker.remove();
			}
		});
	}

	/**
	 * Let the calling thread, if it is one of the pool, let go of the context of its last
	 * task.
	 */
	void clearContext() {
		ThreadSlot slot = this.worker.get();
		if (slot != null) {
			slot.clearContext();
		}
	}

	/**
	 * Run a task on the calling thread, which need not be a worker.
	 * @param task the task
	 */
	void run(Task task) {
		ThreadSlot slot = this.worker.get();
		if (slot != null && slot.task() == null) {
			run(slot, task);
		}
		else {
			work((apart) -> runApart(apart, task));
		}
	}

	private void runApart(ThreadSlot slot, Task task) {
		// the initializer is for the threads of this executor
		slot.initializeOnce();
		run(slot, task);
	}

	void run(ThreadSlot slot, Task task) {
		begin(slot, task);
		try {
			task.run(slot);
		}
		finally {
			slot.scope().end();
			end(slot, task);
		}
	}

	private void begin(ThreadSlot slot, Task task) {
		long startedAt = task.startedAt(slot.lastEnd());
		if (startedAt - task.submittedAt() >= this.queueTimeout) {
			this.monitor.inspector().expire(task, startedAt);
		}
		slot.begin(task, startedAt);
		if (this.initializer != null && slot.initializeOnce()) {
			initialize(this.initializer);
			slot.scope().end();
			slot.begin(task, System.nanoTime());
		}
		this.monitor.inspector().started(task);
	}

	private void end(WorkerSlot slot, Task task) {
		long now = System.nanoTime();
		long startedAt = slot.end(now);
		if (task.hasRun()) {
			slot.ran(startedAt - task.submittedAt(), now - startedAt);
		}
		if (this.monitor.idle().isAwaited()) {
			this.monitor.idle().callIfIdle();
		}
	}

	/**
	 * Run the initializer in a new thread, which already shows its first task. If it
	 * throws, this executor is broken; the thread goes on all the same, for it fails what
	 * waits. Its thread-local data are gone with it, for each task has its own.
	 */
	private void initialize(Runnable initializer) {
		try {
			initializer.run();
		}
		catch (Throwable ex) {
			this.monitor.brokenBy(ex);
			logger.error("Executor '{}' is broken: its initializer failed", this.monitor.name(), ex);
		}
	}

}
