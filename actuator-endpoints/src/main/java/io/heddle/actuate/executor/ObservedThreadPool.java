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
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * {@link ObservedExecutor} for a {@link ThreadPoolExecutor}, plain or in one of Spring's
 * executors.
 */
class ObservedThreadPool extends ForeignExecutor {

	private final ThreadPool pool;

	ObservedThreadPool(String name, ExecutorOrigin origin, String type, ThreadPool pool) {
		super(name, origin, type);
		this.pool = pool;
	}

	@Override
	public ExecutorDescriptor describe() {
		ThreadPoolExecutor executor = this.pool.executor();
		TasksDescriptor tasks = new TasksDescriptor(executor.getTaskCount(), executor.getCompletedTaskCount(), null,
				null, null, null);
		return new ExecutorDescriptor(origin(), type(), null, null, executor.getActiveCount(), executor.getPoolSize(),
				executor.getCorePoolSize(), this.pool.fixed() ? null : executor.getMaximumPoolSize(),
				Duration.ofNanos(executor.getKeepAliveTime(TimeUnit.NANOSECONDS)), this.pool.queue(), tasks, null, null,
				null, null);
	}

	@Override
	public void change(ExecutorChange change) {
		refuse("queueCapacity", change.queueCapacity());
		refuse("paused", change.paused());
		if (this.pool.fixed()) {
			refuse("maxPoolSize", change.maxPoolSize());
			refuse("keepAlive", change.keepAlive());
		}
		ThreadPoolExecutor executor = this.pool.executor();
		synchronized (executor) {
			change.requireRange(this.pool.fixed() ? 1 : 0, executor.getCorePoolSize(), executor.getMaximumPoolSize());
			if (change.keepAlive() != null && change.keepAlive().isZero() && executor.allowsCoreThreadTimeOut()) {
				throw ExecutorChange.invalid("'keepAlive' must be positive but is " + change.keepAlive()
						+ ", for the core threads of the executor time out as well");
			}
			apply(change, executor);
		}
	}

	private void apply(ExecutorChange change, ThreadPoolExecutor executor) {
		int maxPoolSize = (change.maxPoolSize() != null) ? change.maxPoolSize() : executor.getMaximumPoolSize();
		if (maxPoolSize > executor.getMaximumPoolSize()) {
			this.pool.setMaxSize(maxPoolSize);
		}
		if (change.corePoolSize() != null) {
			this.pool.setCoreSize(change.corePoolSize());
		}
		if (maxPoolSize < executor.getMaximumPoolSize()) {
			this.pool.setMaxSize(maxPoolSize);
		}
		if (change.keepAlive() != null) {
			this.pool.setKeepAlive(change.keepAlive());
		}
	}

}
