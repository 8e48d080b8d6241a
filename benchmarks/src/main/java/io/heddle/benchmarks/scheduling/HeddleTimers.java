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

import java.time.Duration;

import io.heddle.scheduling.EventScheduler;
import io.heddle.scheduling.ScheduledEvent;

/**
 * Timers of Heddle, which run in the thread that enters them.
 */
final class HeddleTimers implements Timers {

	private final EventScheduler scheduler = new EventScheduler();

	@Override
	public Object enter(long nanos, Runnable action) {
		return this.scheduler.enter(Duration.ofNanos(nanos), 0, action);
	}

	@Override
	public void cancel(Object timer) {
		this.scheduler.cancel((ScheduledEvent) timer);
	}

	@Override
	public void run() throws InterruptedException {
		this.scheduler.run();
	}

	@Override
	public void close() {
		// there is no thread
	}

}
