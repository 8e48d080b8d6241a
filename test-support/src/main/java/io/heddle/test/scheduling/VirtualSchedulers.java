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
import java.util.concurrent.ThreadPoolExecutor;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.ErrorHandler;

/**
 * Lets the schedulers among the beans go by a virtual clock. They stay what they are
 * where they can, with their error handlers and decorators: what is exchanged is the
 * executor underneath. Spring sets that of a scheduler once and for all, hence the access
 * to its field.
 */
final class VirtualSchedulers implements BeanPostProcessor {

	private static final String EXECUTOR = "scheduledExecutor";

	private static final String TASK_DECORATOR = "taskDecorator";

	private static final String ERROR_HANDLER = "errorHandler";

	private final VirtualClock clock;

	VirtualSchedulers(VirtualClock clock) {
		this.clock = clock;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		Object target = target(bean);
		if (target instanceof VirtualTaskScheduler || target instanceof VirtualExecutor) {
			return bean;
		}
		if (target instanceof ThreadPoolTaskScheduler scheduler) {
			exchangeExecutor(scheduler);
		}
		else if (target instanceof ConcurrentTaskScheduler scheduler) {
			scheduler.setScheduledExecutor(executor(null, new ThreadPoolExecutor.AbortPolicy()));
			scheduler.setClock(this.clock);
		}
		else if (bean instanceof SimpleAsyncTaskScheduler scheduler) {
			return replace(scheduler);
		}
		else if (bean instanceof ScheduledExecutorService) {
			return executor(null, new ThreadPoolExecutor.AbortPolicy());
		}
		return bean;
	}

	/**
	 * A proxy has the fields of its class too, but nobody reads them.
	 */
	private static Object target(Object bean) {
		Object target = AopProxyUtils.getSingletonTarget(bean);
		return (target != null) ? target(target) : bean;
	}

	private void exchangeExecutor(ThreadPoolTaskScheduler scheduler) {
		DirectFieldAccessor fields = new DirectFieldAccessor(scheduler);
		RejectedExecutionHandler handler = (scheduler.getScheduledExecutor() instanceof ThreadPoolExecutor executor)
				? executor.getRejectedExecutionHandler() : new ThreadPoolExecutor.AbortPolicy();
		fields.setPropertyValue(EXECUTOR, executor((TaskDecorator) fields.getPropertyValue(TASK_DECORATOR), handler));
		scheduler.setClock(this.clock);
	}

	/**
	 * It starts a thread for each task, which is nothing that could be exchanged.
	 */
	private VirtualTaskScheduler replace(SimpleAsyncTaskScheduler scheduler) {
		DirectFieldAccessor fields = new DirectFieldAccessor(scheduler);
		VirtualTaskScheduler replacement = new VirtualTaskScheduler(this.clock);
		if (fields.getPropertyValue(TASK_DECORATOR) instanceof TaskDecorator taskDecorator) {
			replacement.setTaskDecorator(taskDecorator);
		}
		if (fields.getPropertyValue(ERROR_HANDLER) instanceof ErrorHandler errorHandler) {
			replacement.setErrorHandler(errorHandler);
		}
		return replacement;
	}

	private VirtualExecutor executor(@Nullable TaskDecorator taskDecorator, RejectedExecutionHandler handler) {
		return new VirtualExecutor(this.clock.timeLine(),
				(task) -> (taskDecorator != null) ? taskDecorator.decorate(task) : task, handler);
	}

}
