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
import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

import io.heddle.actuate.named.InvalidRequestDescriptor;
import io.heddle.actuate.named.UnknownKeysAdvisor;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for the {@link SchedulersEndpoint}
 * with the operations on one scheduler, which answer bad input with a message. They take
 * the whole rest of the path for the same reason as those of the executors.
 *
 * @see UnknownKeysAdvisor
 * @see SchedulersEndpointJmxExtension
 */
@EndpointWebExtension(endpoint = SchedulersEndpoint.class)
@RegisterReflectionForBinding({ SchedulerDescriptor.class, InvalidRequestDescriptor.class })
public class SchedulersEndpointWebExtension {

	private final SchedulersEndpoint delegate;

	SchedulersEndpointWebExtension(SchedulersEndpoint delegate) {
		this.delegate = delegate;
	}

	/**
	 * Return a scheduler with what runs now and the history of its tasks.
	 * @param path the name of the bean
	 * @return the scheduler
	 */
	@ReadOperation
	public WebEndpointResponse<Object> scheduler(@Selector(match = Match.ALL_REMAINING) String... path) {
		return found((path.length == 1) ? this.delegate.scheduler(path[0]) : null);
	}

	/**
	 * Trigger, pause, resume or cancel a task, or change when it runs.
	 * @param path the name of the bean
	 * @param task the identifier of the task
	 * @param action {@code trigger}, {@code pause}, {@code resume} or {@code cancel}
	 * @param cron a cron expression
	 * @param fixedRate the time from the start of a run to that of the next
	 * @param fixedDelay the time from the end of a run to the start of the next
	 * @return the scheduler after the change
	 */
	@WriteOperation
	public WebEndpointResponse<Object> changeTask(@Selector(match = Match.ALL_REMAINING) String[] path,
			@Nullable String task, @Nullable String action, @Nullable String cron, @Nullable String fixedRate,
			@Nullable String fixedDelay) {
		try {
			return found((path.length == 1)
					? this.delegate.changeTask(path[0], task, action, cron, fixedRate, fixedDelay) : null);
		}
		catch (InvalidEndpointRequestException ex) {
			return InvalidRequestDescriptor.response(ex.getMessage());
		}
	}

	private WebEndpointResponse<Object> found(@Nullable SchedulerDescriptor scheduler) {
		return (scheduler != null) ? new WebEndpointResponse<>(scheduler)
				: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

}
