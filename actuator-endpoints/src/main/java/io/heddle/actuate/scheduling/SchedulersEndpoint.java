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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

import io.heddle.scheduling.ScheduledTaskHandle;

/**
 * {@link Endpoint @Endpoint} that shows the schedulers of the application with their
 * tasks and, with unrestricted access, triggers, pauses, resumes, cancels and reschedules
 * tasks.
 */
@Endpoint(id = "schedulers", defaultAccess = Access.READ_ONLY)
public class SchedulersEndpoint {

	private final SchedulerBeans schedulers;

	SchedulersEndpoint(SchedulerBeans schedulers) {
		this.schedulers = schedulers;
	}

	/**
	 * Return all schedulers of the application.
	 * @return the schedulers by bean name
	 */
	@ReadOperation
	public SchedulersDescriptor schedulers() {
		Map<String, SchedulerDescriptor> descriptors = new LinkedHashMap<>();
		this.schedulers.all()
			.forEach((name, tasks) -> descriptors.put(name, SchedulerDescriptor.of(this.schedulers.pool(name), tasks)));
		return new SchedulersDescriptor(descriptors);
	}

	/**
	 * Return a scheduler with what runs now and the history of its tasks.
	 * @param name the name of the bean
	 * @return the scheduler, or {@code null} if there is none of that name
	 */
	public @Nullable SchedulerDescriptor scheduler(String name) {
		List<ScheduledTaskHandle> tasks = this.schedulers.find(name);
		return (tasks != null) ? SchedulerDescriptor.inDetail(this.schedulers.pool(name), tasks) : null;
	}

	/**
	 * Trigger, pause, resume or cancel a task, or change when it runs.
	 * @param name the name of the bean
	 * @param task the identifier of the task
	 * @param action {@code trigger}, {@code pause}, {@code resume} or {@code cancel}
	 * @param cron a cron expression
	 * @param fixedRate the time from the start of a run to that of the next
	 * @param fixedDelay the time from the end of a run to the start of the next
	 * @return the scheduler after the change, or {@code null} if there is none of that
	 * name
	 * @throws InvalidEndpointRequestException if there is no such task, or it cannot do
	 * that now, or not one thing to do is given
	 */
	public @Nullable SchedulerDescriptor changeTask(String name, @Nullable String task, @Nullable String action,
			@Nullable String cron, @Nullable String fixedRate, @Nullable String fixedDelay) {
		List<ScheduledTaskHandle> tasks = this.schedulers.find(name);
		if (tasks == null) {
			return null;
		}
		ScheduledTaskHandle handle = TaskChange.find(tasks, name, task);
		TaskChange.parse(action, cron, fixedRate, fixedDelay).apply(handle);
		return SchedulerDescriptor.of(this.schedulers.pool(name), tasks);
	}

}
