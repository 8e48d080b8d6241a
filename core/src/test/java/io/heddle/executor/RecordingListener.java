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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Remembers what it is told.
 */
class RecordingListener implements ExecutorListener {

	final AtomicInteger saturated = new AtomicInteger();

	final List<String> rejected = new CopyOnWriteArrayList<>();

	final List<String> timedOut = new CopyOnWriteArrayList<>();

	final List<RunningTask> stuck = new CopyOnWriteArrayList<>();

	@Override
	public void onSaturated(NamedExecutor executor) {
		this.saturated.incrementAndGet();
	}

	@Override
	public void onRejected(NamedExecutor executor, String task) {
		this.rejected.add(task);
	}

	@Override
	public void onTimedOut(NamedExecutor executor, long taskId, String task, Duration limit, boolean running) {
		this.timedOut.add(task);
	}

	@Override
	public void onStuck(NamedExecutor executor, RunningTask task) {
		this.stuck.add(task);
	}

}
