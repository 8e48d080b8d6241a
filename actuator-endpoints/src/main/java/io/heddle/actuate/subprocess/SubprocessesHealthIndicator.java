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

package io.heddle.actuate.subprocess;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import io.heddle.subprocess.Subprocess;

/**
 * {@link HealthIndicator} that is down while a {@link Subprocess} cannot run its program,
 * which is gone or not the one of the start any more, and out of service once one was
 * closed while the application runs. Without any it is up.
 */
@RegisterReflectionForBinding(SubprocessHealth.class)
public class SubprocessesHealthIndicator extends AbstractHealthIndicator {

	private final SubprocessBeans subprocesses;

	SubprocessesHealthIndicator(SubprocessBeans subprocesses) {
		super("Subprocesses health check failed");
		this.subprocesses = subprocesses;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		Set<String> statuses = new HashSet<>();
		for (Map.Entry<String, Subprocess> entry : this.subprocesses.existing().entrySet()) {
			SubprocessHealth health = SubprocessHealth.of(entry.getValue());
			statuses.add(health.status());
			builder.withDetail(entry.getKey(), health);
		}
		builder.status(worst(statuses));
	}

	private static Status worst(Set<String> statuses) {
		if (statuses.contains(Status.DOWN.getCode())) {
			return Status.DOWN;
		}
		return statuses.contains(Status.OUT_OF_SERVICE.getCode()) ? Status.OUT_OF_SERVICE : Status.UP;
	}

}
