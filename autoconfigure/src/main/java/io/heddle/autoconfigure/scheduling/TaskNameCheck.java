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

import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.scheduling.TaskScheduler;

import io.heddle.autoconfigure.named.ClosestName;
import io.heddle.scheduling.ScheduledTaskHandle;

/**
 * Warns, once the application is ready, of entries for tasks, and for schedulers of the
 * application, that there are not. This is no error, for the bean of a task may be lazy,
 * and that of a scheduler be there only on some conditions.
 */
class TaskNameCheck implements ApplicationListener<ApplicationReadyEvent> {

	private static final Log logger = LogFactory.getLog(TaskNameCheck.class);

	private final SteeredTasks tasks;

	private final ApplicationContext context;

	TaskNameCheck(SteeredTasks tasks, ApplicationContext context) {
		this.tasks = tasks;
		this.context = context;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.tasks.configuration().schedulers().forEach((scheduler, settings) -> {
				settings.tasks().keySet().forEach((id) -> check(scheduler, id));
				if (settings.external() && !scheduler.equals(SchedulerSettings.BOOT)) {
					checkExternal(scheduler);
				}
			});
		}
	}

	private void checkExternal(String scheduler) {
		if (!this.context.containsBean(scheduler)
				&& this.tasks.all().stream().noneMatch((task) -> task.scheduler().equals(scheduler))) {
			List<String> names = List.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.context,
					TaskScheduler.class, true, false));
			String closest = ClosestName.of(scheduler, names);
			logger.warn("There is no scheduler for '" + SchedulerPropertiesBinder.KIND.key(scheduler) + ".external'. "
					+ ((closest != null) ? "Did you mean '" + closest + "'? " : "") + "The schedulers are: "
					+ String.join(", ", names));
		}
	}

	private void check(String scheduler, String id) {
		String key = SchedulerPropertiesBinder.KIND.key(scheduler) + ".tasks[" + id + "]";
		ScheduledTaskHandle task = this.tasks.find(id);
		if (task == null) {
			List<String> ids = this.tasks.all().stream().map(ScheduledTaskHandle::id).toList();
			String closest = ClosestName.of(id, ids);
			logger.warn("There is no scheduled task for '" + key + "'. "
					+ ((closest != null) ? "Did you mean '" + closest + "'? " : "") + "The tasks are: "
					+ String.join(", ", ids));
		}
		else if (!task.scheduler().equals(scheduler)) {
			logger.warn("Nobody reads '" + key + "', for the task runs on the scheduler '" + task.scheduler()
					+ "'. Move it to '" + SchedulerPropertiesBinder.KIND.key(task.scheduler()) + ".tasks[" + id + "]'");
		}
	}

}
