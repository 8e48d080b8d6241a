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

package io.heddle.autoconfigure.executor;

import java.time.Duration;

import org.springframework.context.ApplicationEventPublisher;

import io.heddle.executor.ExecutorListener;
import io.heddle.executor.NamedExecutor;
import io.heddle.executor.RunningTask;

/**
 * Publishes what happens in executors as application events.
 */
class ExecutorEventPublisher implements ExecutorListener {

	private final ApplicationEventPublisher publisher;

	ExecutorEventPublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	@Override
	public void onSaturated(NamedExecutor executor) {
		this.publisher.publishEvent(new ExecutorSaturatedEvent(executor));
	}

	@Override
	public void onRejected(NamedExecutor executor, String task) {
		this.publisher.publishEvent(new TaskRejectedEvent(executor, task));
	}

	@Override
	public void onTimedOut(NamedExecutor executor, long taskId, String task, Duration limit, boolean running) {
		this.publisher.publishEvent(new TaskTimedOutEvent(executor, taskId, task, limit, running));
	}

	@Override
	public void onStuck(NamedExecutor executor, RunningTask task) {
		this.publisher.publishEvent(new TaskStuckEvent(executor, task));
	}

}
