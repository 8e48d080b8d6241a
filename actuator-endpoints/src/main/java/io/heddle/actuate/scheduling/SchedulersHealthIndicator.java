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

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import io.heddle.scheduling.ScheduledTaskHandle;

/**
 * {@link HealthIndicator} that is down while a scheduled task keeps failing or is
 * overdue. Without any task it is up.
 */
@RegisterReflectionForBinding(SchedulerHealth.class)
public class SchedulersHealthIndicator extends AbstractHealthIndicator {

	private final SchedulerBeans schedulers;

	SchedulersHealthIndicator(SchedulerBeans schedulers) {
		super("Schedulers health check failed");
		this.schedulers = schedulers;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up();
		this.schedulers.all().forEach((name, tasks) -> {
			SchedulerHealth health = SchedulerHealth.of(tasks.stream().map(ScheduledTaskHandle::snapshot).toList());
			if (health.reason() != null) {
				builder.down();
			}
			builder.withDetail(name, health);
		});
	}

}
