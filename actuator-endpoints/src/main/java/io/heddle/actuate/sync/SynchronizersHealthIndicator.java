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

package io.heddle.actuate.sync;

import java.util.List;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import io.heddle.sync.DeadlockDetector;

/**
 * {@link HealthIndicator} that is down while threads are deadlocked, with their names,
 * what they wait for, who holds it, and their stacks, and that shows how many threads
 * wait where, and which barriers are broken.
 */
@RegisterReflectionForBinding({ SynchronizerHealth.class, DeadlockDescriptor.class })
public class SynchronizersHealthIndicator extends AbstractHealthIndicator {

	private final SynchronizerBeans synchronizers;

	private final ObjectProvider<DeadlockDetector> detector;

	SynchronizersHealthIndicator(SynchronizerBeans synchronizers, ObjectProvider<DeadlockDetector> detector) {
		super("Synchronizers health check failed");
		this.synchronizers = synchronizers;
		this.detector = detector;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up();
		this.synchronizers.existing()
			.forEach((name, synchronizer) -> builder.withDetail(name, SynchronizerHealth.of(synchronizer)));
		DeadlockDetector detector = this.detector.getIfAvailable();
		List<DeadlockDescriptor> deadlocks = (detector != null)
				? detector.check().stream().map(DeadlockDescriptor::of).toList() : List.of();
		if (!deadlocks.isEmpty()) {
			builder.down().withDetail("deadlocks", deadlocks);
		}
	}

}
