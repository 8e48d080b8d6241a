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

import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.config.TaskSchedulerRouter;

/**
 * Puts a router that knows the virtual time in the place of Spring's, unless another
 * configurer has put something there.
 */
final class VirtualSchedulingConfigurer implements SchedulingConfigurer, Ordered {

	private final VirtualClock clock;

	private final BeanFactory beanFactory;

	VirtualSchedulingConfigurer(VirtualClock clock, BeanFactory beanFactory) {
		this.clock = clock;
		this.beanFactory = beanFactory;
	}

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar taskRegistrar) {
		if (taskRegistrar.getScheduler() instanceof TaskSchedulerRouter) {
			taskRegistrar.setTaskScheduler(new VirtualTaskSchedulerRouter(this.clock, this.beanFactory));
		}
	}

}
