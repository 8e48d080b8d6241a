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

package io.heddle.autoconfigure.process;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.heddle.autoconfigure.named.CompositeExecutorListener;
import io.heddle.executor.ExecutorListener;
import io.heddle.process.ProcessPool;
import io.heddle.process.ProcessPoolListener;
import io.heddle.process.WorkerCrashedException;

/**
 * Tells all listener beans, and shows them the bean of the pool.
 */
class CompositeProcessPoolListener extends CompositeExecutorListener implements ProcessPoolListener {

	private final ProcessPool bean;

	CompositeProcessPoolListener(ProcessPool bean, Supplier<List<ExecutorListener>> listeners) {
		super(bean, listeners);
		this.bean = bean;
	}

	@Override
	public void onWorkerStarted(ProcessPool pool, long pid) {
		tellPoolListeners((listener) -> listener.onWorkerStarted(this.bean, pid));
	}

	@Override
	public void onWorkerCrashed(ProcessPool pool, WorkerCrashedException crash) {
		tellPoolListeners((listener) -> listener.onWorkerCrashed(this.bean, crash));
	}

	@Override
	public void onWorkerRecycled(ProcessPool pool, long pid, String reason) {
		tellPoolListeners((listener) -> listener.onWorkerRecycled(this.bean, pid, reason));
	}

	@Override
	public void onStartFailed(ProcessPool pool, Throwable cause) {
		tellPoolListeners((listener) -> listener.onStartFailed(this.bean, cause));
	}

	private void tellPoolListeners(Consumer<ProcessPoolListener> event) {
		tell((listener) -> {
			if (listener instanceof ProcessPoolListener poolListener) {
				event.accept(poolListener);
			}
		});
	}

}
