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

package io.heddle.autoconfigure.scheduling;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ConfigurableApplicationContext;

import io.heddle.scheduling.RunningRun;
import io.heddle.scheduling.ScheduledTaskHandle;
import io.heddle.scheduling.ScheduledTaskListener;
import io.heddle.scheduling.TaskRun;

/**
 * Publishes what goes wrong with scheduled tasks as application events, as long as the
 * context is open.
 */
class TaskEventPublisher implements ScheduledTaskListener, ApplicationContextAware {

	private @Nullable ApplicationContext context;

	@Override
	public void setApplicationContext(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public void onFailed(ScheduledTaskHandle task, TaskRun run, Throwable failure) {
		publish(new ScheduledTaskFailedEvent(task, run, failure));
	}

	@Override
	public void onStuck(ScheduledTaskHandle task, RunningRun run) {
		publish(new ScheduledTaskStuckEvent(task, run));
	}

	@Override
	public void onOverdue(ScheduledTaskHandle task, Duration late) {
		publish(new ScheduledTaskOverdueEvent(task, late));
	}

	private void publish(ScheduledTaskEvent event) {
		if (this.context instanceof ConfigurableApplicationContext configurable && configurable.isActive()
				&& !configurable.isClosed()) {
			configurable.publishEvent(event);
		}
	}

}
