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

import org.springframework.context.ApplicationEventPublisher;

import io.heddle.process.ProcessPool;
import io.heddle.process.ProcessPoolListener;
import io.heddle.process.WorkerCrashedException;

/**
 * Publishes what happens to workers as application events. What happens to tasks is
 * published as for any executor.
 */
class ProcessPoolEventPublisher implements ProcessPoolListener {

	private final ApplicationEventPublisher publisher;

	ProcessPoolEventPublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	@Override
	public void onWorkerCrashed(ProcessPool pool, WorkerCrashedException crash) {
		this.publisher.publishEvent(new WorkerCrashedEvent(pool, crash));
	}

	@Override
	public void onWorkerRecycled(ProcessPool pool, long pid, String reason) {
		this.publisher.publishEvent(new WorkerRecycledEvent(pool, pid, reason));
	}

	@Override
	public void onStartFailed(ProcessPool pool, Throwable cause) {
		this.publisher.publishEvent(new WorkerStartFailedEvent(pool, cause));
	}

}
