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

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.config.TaskSchedulerRouter;

/**
 * Makes all tasks steerable that Spring's registrar schedules: those of
 * {@code @Scheduled} methods and those that other configurers have added. Comes last, so
 * that it finds the scheduler that the application has chosen.
 */
class SteeringConfigurer implements SchedulingConfigurer, Ordered, DisposableBean {

	private final ConfigurableListableBeanFactory beanFactory;

	private final SteeredTasks tasks;

	private @Nullable SteeringRouter router;

	SteeringConfigurer(ConfigurableListableBeanFactory beanFactory, SteeredTasks tasks) {
		this.beanFactory = beanFactory;
		this.tasks = tasks;
	}

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar registrar) {
		TaskScheduler scheduler = registrar.getScheduler();
		if (scheduler == null) {
			return;
		}
		if (scheduler.getClass() == TaskSchedulerRouter.class) {
			SteeringRouter router = router();
			registrar.setTaskScheduler(new SteeringTaskScheduler(this.tasks, router::find, scheduler.getClock()));
		}
		else {
			String name = SteeringRouter.nameOf(this.beanFactory, scheduler);
			TargetScheduler target = new TargetScheduler((name != null) ? name : TargetScheduler.LOCAL, scheduler);
			registrar.setTaskScheduler(new SteeringTaskScheduler(this.tasks, (task) -> target, scheduler.getClock()));
		}
	}

	/**
	 * Takes the place of Spring's own, which has found no scheduler yet.
	 */
	private SteeringRouter router() {
		SteeringRouter router = new SteeringRouter(this.beanFactory);
		String[] names = this.beanFactory.getBeanNamesForType(ScheduledAnnotationBeanPostProcessor.class, true, false);
		if (names.length > 0) {
			// the tasks end before their schedulers do
			router.setBeanName(names[0]);
		}
		this.router = router;
		return router;
	}

	@Override
	public void destroy() {
		if (this.router != null) {
			this.router.destroy();
		}
		this.tasks.close();
	}

}
