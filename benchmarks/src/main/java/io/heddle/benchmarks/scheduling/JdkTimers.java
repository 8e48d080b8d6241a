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

package io.heddle.benchmarks.scheduling;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Timers of the JDK, which forget what is cancelled, as those of the others do.
 */
final class JdkTimers implements Timers {

	private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);

	JdkTimers() {
		this.executor.setRemoveOnCancelPolicy(true);
	}

	@Override
	public Object enter(long nanos, Runnable action) {
		return this.executor.schedule(action, nanos, TimeUnit.NANOSECONDS);
	}

	@Override
	public void cancel(Object timer) {
		((Future<?>) timer).cancel(false);
	}

	@Override
	public void run() {
		// its thread does
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
