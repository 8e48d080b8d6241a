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

package io.heddle.actuate.queue;

import java.util.Map;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import io.heddle.queue.NamedQueue;

/**
 * {@link HealthIndicator} that is out of service once a {@link NamedQueue} was shut down
 * while the application runs, and that shows how full each of them is. Without any it is
 * up.
 */
@RegisterReflectionForBinding(QueueHealth.class)
public class QueuesHealthIndicator extends AbstractHealthIndicator {

	private final QueueBeans queues;

	QueuesHealthIndicator(QueueBeans queues) {
		super("Queues health check failed");
		this.queues = queues;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up();
		for (Map.Entry<String, NamedQueue<?>> entry : this.queues.existing().entrySet()) {
			QueueHealth health = QueueHealth.of(entry.getValue().snapshot());
			if (health.reason() != null) {
				builder.outOfService();
			}
			builder.withDetail(entry.getKey(), health);
		}
	}

}
