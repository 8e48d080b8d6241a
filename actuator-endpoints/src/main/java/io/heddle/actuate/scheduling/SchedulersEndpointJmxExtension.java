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

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.jmx.annotation.EndpointJmxExtension;

/**
 * {@link EndpointJmxExtension @EndpointJmxExtension} for the {@link SchedulersEndpoint}
 * with the operations on one scheduler.
 *
 * @see SchedulersEndpointWebExtension
 */
@EndpointJmxExtension(endpoint = SchedulersEndpoint.class)
public class SchedulersEndpointJmxExtension {

	private final SchedulersEndpoint delegate;

	SchedulersEndpointJmxExtension(SchedulersEndpoint delegate) {
		this.delegate = delegate;
	}

	/**
	 * Return a scheduler with what runs now and the history of its tasks.
	 * @param name the name of the bean
	 * @return the scheduler, or {@code null} if there is none of that name
	 */
	@ReadOperation
	public @Nullable SchedulerDescriptor scheduler(String name) {
		return this.delegate.scheduler(name);
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
	 */
	@WriteOperation
	public @Nullable SchedulerDescriptor changeTask(String name, @Nullable String task, @Nullable String action,
			@Nullable String cron, @Nullable String fixedRate, @Nullable String fixedDelay) {
		return this.delegate.changeTask(name, task, action, cron, fixedRate, fixedDelay);
	}

}
