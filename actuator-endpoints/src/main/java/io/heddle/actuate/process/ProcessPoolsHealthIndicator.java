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

package io.heddle.actuate.process;

import java.util.Map;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import io.heddle.process.ProcessPool;

/**
 * {@link HealthIndicator} that is down while a {@link ProcessPool} cannot start workers,
 * and that shows how full each of them is and how often workers died. Without any it is
 * up.
 */
@RegisterReflectionForBinding(ProcessPoolHealth.class)
public class ProcessPoolsHealthIndicator extends AbstractHealthIndicator {

	private final ProcessPoolBeans pools;

	ProcessPoolsHealthIndicator(ProcessPoolBeans pools) {
		super("Process pools health check failed");
		this.pools = pools;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up();
		for (Map.Entry<String, ProcessPool> entry : this.pools.existing().entrySet()) {
			ProcessPoolHealth health = ProcessPoolHealth.of(entry.getValue());
			if (health.reason() != null) {
				builder.down();
			}
			builder.withDetail(entry.getKey(), health);
		}
	}

}
