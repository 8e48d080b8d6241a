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

package io.heddle.actuate.scheduling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import io.heddle.actuate.named.NamedBeans;
import io.heddle.scheduling.PastRuns;
import io.heddle.scheduling.ScheduledTaskHandle;
import io.heddle.scheduling.ScheduledTasks;

/**
 * The schedulers of an application context and its ancestors, whoever made them, with
 * their tasks. Looking at them creates none.
 */
class SchedulerBeans {

	private final NamedBeans schedulers;

	private final NamedBeans tasks;

	SchedulerBeans(ConfigurableListableBeanFactory beanFactory) {
		this.schedulers = new NamedBeans(beanFactory, TaskScheduler.class, null);
		this.tasks = new NamedBeans(beanFactory, ScheduledTasks.class, null);
	}

	/**
	 * Return the tasks of all schedulers.
	 * @return the tasks by the names of their schedulers, also of those without any
	 */
	Map<String, List<ScheduledTaskHandle>> all() {
		Map<String, List<ScheduledTaskHandle>> all = new LinkedHashMap<>();
		this.schedulers.all().keySet().forEach((name) -> all.put(name, new ArrayList<>()));
		this.tasks.existing(ScheduledTasks.class)
			.values()
			.forEach((tasks) -> tasks.all()
				.forEach((task) -> all.computeIfAbsent(task.scheduler(), (name) -> new ArrayList<>()).add(task)));
		return all;
	}

	/**
	 * Return the tasks of a scheduler.
	 * @param name the name of the bean
	 * @return the tasks, or {@code null} if there is no such scheduler
	 */
	@Nullable List<ScheduledTaskHandle> find(String name) {
		return all().get(name);
	}

	/**
	 * Return what the tasks of a scheduler have done. None is missing or counted twice
	 * because it leaves the list meanwhile, for counters must not go back.
	 * @param name the name of the scheduler
	 * @return the totals
	 */
	SchedulerTotals totals(String name) {
		PastRuns past = past(name);
		List<ScheduledTaskHandle> tasks = all().getOrDefault(name, List.of());
		for (PastRuns now = past(name); !now.equals(past); now = past(name)) {
			past = now;
			tasks = all().getOrDefault(name, List.of());
		}
		return SchedulerTotals.of(tasks, past);
	}

	private PastRuns past(String name) {
		return this.tasks.existing(ScheduledTasks.class)
			.values()
			.stream()
			.map((tasks) -> tasks.past(name))
			.reduce(PastRuns.NONE, PastRuns::plus);
	}

	/**
	 * Return the pool of a scheduler.
	 * @param name the name of the bean
	 * @return the pool, or {@code null} if it has none or was not used yet
	 */
	@Nullable ThreadPoolTaskScheduler pool(String name) {
		ConfigurableListableBeanFactory factory = this.schedulers.find(name);
		return (factory != null && factory.containsSingleton(name)
				&& factory.getBean(name) instanceof ThreadPoolTaskScheduler pool) ? pool : null;
	}

}
