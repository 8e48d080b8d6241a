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

import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.config.TaskSchedulerRouter;

/**
 * Finds the scheduler of a {@code @Scheduled} method as Spring does, but knows the
 * virtual time, from which initial delays count, and has tasks of applications without a
 * scheduler go by it too.
 */
final class VirtualTaskSchedulerRouter extends TaskSchedulerRouter {

	private final VirtualClock clock;

	private final BeanFactory beanFactory;

	VirtualTaskSchedulerRouter(VirtualClock clock, BeanFactory beanFactory) {
		this.clock = clock;
		this.beanFactory = beanFactory;
		setBeanFactory(beanFactory);
	}

	@Override
	public Clock getClock() {
		return this.clock;
	}

	@Override
	protected TaskScheduler determineTargetScheduler(Runnable task) {
		TaskScheduler scheduler = super.determineTargetScheduler(task);
		if (scheduler instanceof ConcurrentTaskScheduler concurrent) {
			// it may have been made for an executor, which knows no clock
			concurrent.setClock(this.clock);
		}
		return scheduler;
	}

	@Override
	protected TaskScheduler determineDefaultScheduler() {
		boolean present = hasDefault(TaskScheduler.class) || hasDefault(ScheduledExecutorService.class);
		return present ? super.determineDefaultScheduler() : new VirtualTaskScheduler(this.clock);
	}

	private boolean hasDefault(Class<?> type) {
		return this.beanFactory.getBeanProvider(type).getIfUnique() != null
				|| this.beanFactory.containsBean(DEFAULT_TASK_SCHEDULER_BEAN_NAME)
						&& this.beanFactory.isTypeMatch(DEFAULT_TASK_SCHEDULER_BEAN_NAME, type);
	}

}
