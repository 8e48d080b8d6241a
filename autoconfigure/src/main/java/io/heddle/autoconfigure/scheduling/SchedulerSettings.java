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
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.ThreadKind;
import io.heddle.scheduling.ScheduleLimits;

/**
 * The valid and complete settings of one scheduler.
 *
 * @param name the name of the scheduler
 * @param external whether its bean is not one of Heddle's
 * @param threads the kind of threads
 * @param size the most tasks at once
 * @param limits from when on a task is in trouble
 * @param threadNamePrefix the prefix of the names of the threads
 * @param daemon whether the threads are daemons
 * @param priority the priority of the threads
 * @param propagateContext whether the context of who schedules a task travels along
 * @param awaitTermination whether a shutdown lets tasks finish
 * @param awaitTerminationPeriod how long a shutdown waits
 * @param tasks what is configured for tasks, by their identifiers
 */
record SchedulerSettings(String name, boolean external, ThreadKind threads, int size, ScheduleLimits limits,
		String threadNamePrefix, boolean daemon, int priority, boolean propagateContext,
		@Nullable Boolean awaitTermination, @Nullable Duration awaitTerminationPeriod,
		Map<String, TaskSettings> tasks) {

	/** The name of Spring Boot's scheduler. **/
	static final String BOOT = "taskScheduler";

	private static final int DEFAULT_SIZE = 1;

	private static final int DEFAULT_SIZE_OF_VIRTUAL = 100;

	/**
	 * Return the settings of valid properties.
	 * @param name the name of the scheduler
	 * @param properties the properties
	 * @return the settings
	 */
	static SchedulerSettings of(String name, SchedulerProperties properties) {
		Duration period = properties.getShutdown().getPeriod();
		Boolean await = properties.getShutdown().getAwaitTermination();
		String prefix = properties.getThreadNamePrefix();
		Map<String, TaskSettings> tasks = new LinkedHashMap<>();
		properties.getTasks().forEach((id, task) -> tasks.put(id, TaskSettings.of(task)));
		return new SchedulerSettings(name, properties.isExternal() || name.equals(BOOT), properties.getThreads(),
				size(properties),
				new ScheduleLimits(properties.getStuckAfter(),
						properties.getOverdueAfter().isZero() ? null : properties.getOverdueAfter(),
						properties.getFailingAfter()),
				(prefix != null) ? prefix : name + "-", properties.isDaemon(), properties.getPriority(),
				properties.isPropagateContext(), (await == null && period != null) ? Boolean.TRUE : await, period,
				tasks);
	}

	private static int size(SchedulerProperties properties) {
		Integer size = properties.getSize();
		if (size != null) {
			return size;
		}
		return (properties.getThreads() == ThreadKind.VIRTUAL) ? DEFAULT_SIZE_OF_VIRTUAL : DEFAULT_SIZE;
	}

}
