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

package io.heddle.test.scheduling;

import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

import org.jspecify.annotations.Nullable;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * A scheduler that runs its tasks when a {@link VirtualClock} is advanced, in the thread
 * that does so, one after the other. All else is Spring's: triggers, error handler, task
 * decorator. Pending tasks are cancelled when it is shut down.
 */
@SuppressWarnings("serial")
public final class VirtualTaskScheduler extends ThreadPoolTaskScheduler {

	private final VirtualClock clock;

	private @Nullable TaskDecorator taskDecorator;

	/**
	 * Create a scheduler, ready to be used.
	 * @param clock the clock that says when tasks run
	 */
	public VirtualTaskScheduler(VirtualClock clock) {
		this.clock = clock;
		setClock(clock);
		initialize();
	}

	@Override
	public void setTaskDecorator(TaskDecorator taskDecorator) {
		super.setTaskDecorator(taskDecorator);
		this.taskDecorator = taskDecorator;
	}

	@Override
	protected ScheduledExecutorService createExecutor(int poolSize, ThreadFactory threadFactory,
			RejectedExecutionHandler rejectedExecutionHandler) {
		return new VirtualExecutor(this.clock.timeLine(), this::decorate, rejectedExecutionHandler);
	}

	private Runnable decorate(Runnable task) {
		return (this.taskDecorator != null) ? this.taskDecorator.decorate(task) : task;
	}

}
