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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;

import io.heddle.actuate.named.RecentSnapshot;
import io.heddle.sync.NamedBarrier;
import io.heddle.sync.NamedEvent;
import io.heddle.sync.NamedLock;
import io.heddle.sync.NamedSemaphore;
import io.heddle.sync.Synchronizer;

/**
 * {@link MeterBinder} for all {@link Synchronizer} beans.
 */
class SynchronizerMetrics implements MeterBinder {

	private final ListableBeanFactory beanFactory;

	/** Kept here, for meters have weak references only. **/
	private final List<RecentSnapshot<?>> snapshots = new ArrayList<>();

	SynchronizerMetrics(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public synchronized void bindTo(MeterRegistry registry) {
		BeanFactoryUtils.beansOfTypeIncludingAncestors(this.beanFactory, Synchronizer.class, false, false)
			.forEach((name, synchronizer) -> bind(registry, name, synchronizer));
	}

	private void bind(MeterRegistry registry, String name, Synchronizer synchronizer) {
		if (synchronizer instanceof NamedLock lock) {
			SynchronizerMeters.ofLock(registry, name, recent(lock::snapshot, registry));
		}
		else if (synchronizer instanceof NamedSemaphore semaphore) {
			SynchronizerMeters.ofSemaphore(registry, name, recent(semaphore::snapshot, registry));
		}
		else if (synchronizer instanceof NamedEvent event) {
			SynchronizerMeters.ofEvent(registry, name, recent(event::snapshot, registry));
		}
		else if (synchronizer instanceof NamedBarrier barrier) {
			SynchronizerMeters.ofBarrier(registry, name, recent(barrier::snapshot, registry));
		}
	}

	private <S> RecentSnapshot<S> recent(Supplier<S> source, MeterRegistry registry) {
		RecentSnapshot<S> snapshot = new RecentSnapshot<>(source, registry.config().clock());
		this.snapshots.add(snapshot);
		return snapshot;
	}

}
