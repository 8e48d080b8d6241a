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

import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.config.TaskSchedulerRouter;

/**
 * Finds the scheduler of a task as Spring does, and the name of its bean.
 */
class SteeringRouter extends TaskSchedulerRouter {

	private final ConfigurableListableBeanFactory beanFactory;

	SteeringRouter(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		setBeanFactory(beanFactory);
	}

	TargetScheduler find(Runnable task) {
		TaskScheduler scheduler = determineTargetScheduler(task);
		String name = nameOf(this.beanFactory, scheduler);
		return new TargetScheduler((name != null) ? name : nameOfExecutor(determineQualifier(task)), scheduler);
	}

	/**
	 * Spring has wrapped a {@link ScheduledExecutorService}, or has made its own.
	 */
	private String nameOfExecutor(@Nullable String qualifier) {
		if (qualifier != null && !qualifier.isEmpty()) {
			String name = this.beanFactory.resolveEmbeddedValue(qualifier);
			return (name != null) ? name : qualifier;
		}
		String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory,
				ScheduledExecutorService.class, true, false);
		if (names.length == 1 && this.beanFactory.containsSingleton(names[0])) {
			return names[0];
		}
		return Arrays.asList(names).contains(DEFAULT_TASK_SCHEDULER_BEAN_NAME) ? DEFAULT_TASK_SCHEDULER_BEAN_NAME
				: TargetScheduler.LOCAL;
	}

	/**
	 * Return the name of the bean of a scheduler.
	 * @param beanFactory the beans
	 * @param scheduler the scheduler
	 * @return the name, or {@code null} if it is no bean
	 */
	static @Nullable String nameOf(ConfigurableListableBeanFactory beanFactory, TaskScheduler scheduler) {
		String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, TaskScheduler.class, true,
				false);
		return Arrays.stream(names)
			.filter((name) -> !beanFactory.containsLocalBean(name) || beanFactory.containsSingleton(name))
			.filter((name) -> beanFactory.getBean(name) == scheduler)
			.findFirst()
			.orElse(null);
	}

}
