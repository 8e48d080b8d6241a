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

import java.util.concurrent.ThreadFactory;

/**
 * Makes the threads of a pool: each has a {@link WorkerSlot} as long as it lives, and
 * runs the initializer first.
 */
final class WorkerThreadFactory implements ThreadFactory {

	private final ThreadFactory delegate;

	private final TaskMonitor monitor;

	private final PoolGrowth growth;

	WorkerThreadFactory(ThreadFactory delegate, TaskMonitor monitor, PoolGrowth growth) {
		this.delegate = delegate;
		this.monitor = monitor;
		this.growth = growth;
	}

	@Override
	public Thread newThread(Runnable worker) {
		Thread thread = this.delegate.newThread(() -> work(worker));
		if (thread == null) {
			throw new IllegalStateException("The thread factory gave no thread");
		}
		return thread;
	}

	private void work(Runnable worker) {
		this.growth.started();
		try {
			this.monitor.threads().workInPool(worker);
		}
		finally {
			this.growth.ended();
		}
	}

}
