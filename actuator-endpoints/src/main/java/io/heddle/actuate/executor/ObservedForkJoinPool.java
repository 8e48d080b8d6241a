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

import java.util.concurrent.ForkJoinPool;

/**
 * {@link ObservedExecutor} for a {@link ForkJoinPool}.
 */
class ObservedForkJoinPool extends ForeignExecutor {

	private final ForkJoinPool pool;

	ObservedForkJoinPool(String name, ExecutorOrigin origin, String type, ForkJoinPool pool) {
		super(name, origin, type);
		this.pool = pool;
	}

	@Override
	public ExecutorDescriptor describe() {
		long queued = this.pool.getQueuedTaskCount() + this.pool.getQueuedSubmissionCount();
		QueueDescriptor queue = new QueueDescriptor(null, (int) Math.min(queued, Integer.MAX_VALUE), null, null);
		return ExecutorDescriptor.sizes(origin(), type(), "platform", this.pool.getActiveThreadCount(),
				this.pool.getPoolSize(), this.pool.getParallelism(), queue);
	}

}
