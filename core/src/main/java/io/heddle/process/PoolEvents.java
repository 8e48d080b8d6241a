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

import java.time.Duration;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.heddle.executor.ExecutorListener;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.RunningTask;

/**
 * Tells the listener of a pool of what its executor and its fleet report, each time with
 * the pool. Thread-safe.
 */
final class PoolEvents implements ExecutorListener, FleetListener {

	private static final Logger logger = LoggerFactory.getLogger(ProcessPool.class);

	private final ProcessPoolListener listener;

	private volatile @Nullable ProcessPool pool;

	PoolEvents(ProcessPoolListener listener) {
		this.listener = listener;
	}

	void pool(ProcessPool pool) {
		this.pool = pool;
	}

	private void tell(Consumer<ProcessPool> event) {
		ProcessPool pool = this.pool;
		if (pool == null) {
			return;
		}
		try {
			event.accept(pool);
		}
		catch (RuntimeException | Error ex) {
			logger.error("Listener of process pool '{}' failed", pool.name(), ex);
		}
	}

	@Override
	public void started(long pid) {
		tell((pool) -> this.listener.onWorkerStarted(pool, pid));
	}

	@Override
	public void crashed(WorkerCrashedException crash) {
		tell((pool) -> this.listener.onWorkerCrashed(pool, crash));
	}

	@Override
	public void recycled(long pid, String reason) {
		tell((pool) -> this.listener.onWorkerRecycled(pool, pid, reason));
	}

	@Override
	public void startFailed(Throwable cause) {
		tell((pool) -> this.listener.onStartFailed(pool, cause));
	}

	@Override
	public void onSaturated(NamedExecutor executor) {
		tell(this.listener::onSaturated);
	}

	@Override
	public void onRejected(NamedExecutor executor, String task) {
		tell((pool) -> this.listener.onRejected(pool, task));
	}

	@Override
	public void onTimedOut(NamedExecutor executor, long taskId, String task, Duration limit, boolean running) {
		tell((pool) -> this.listener.onTimedOut(pool, taskId, task, limit, running));
	}

	@Override
	public void onStuck(NamedExecutor executor, RunningTask task) {
		tell((pool) -> this.listener.onStuck(pool, task));
	}

}
