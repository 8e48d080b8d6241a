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

package io.heddle.autoconfigure.sync;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;

import io.heddle.sync.Deadlock;
import io.heddle.sync.DeadlockListener;
import io.heddle.sync.NamedBarrier;
import io.heddle.sync.NamedLock;
import io.heddle.sync.NamedSemaphore;
import io.heddle.sync.Synchronizer;
import io.heddle.sync.SynchronizerListener;

/**
 * Publishes what happens at synchronizers as application events, but not that barriers
 * are broken with their context. That threads wait is no news; that they went without is.
 */
class SynchronizerEventPublisher implements SynchronizerListener, DeadlockListener, ApplicationContextAware {

	private @Nullable ApplicationContext context;

	@Override
	public void setApplicationContext(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public void onTimedOut(Synchronizer synchronizer, Duration waited) {
		if (synchronizer instanceof NamedLock || synchronizer instanceof NamedSemaphore) {
			publish(new SynchronizerTimedOutEvent(synchronizer, waited));
		}
	}

	@Override
	public void onBroken(NamedBarrier barrier, String brokenBy) {
		publish(new BarrierBrokenEvent(barrier, brokenBy));
	}

	@Override
	public void onDeadlock(Deadlock deadlock) {
		publish(new DeadlockFoundEvent(this, deadlock));
	}

	private void publish(ApplicationEvent event) {
		if (this.context instanceof ConfigurableApplicationContext configurable && !configurable.isClosed()) {
			configurable.publishEvent(event);
		}
	}

}
