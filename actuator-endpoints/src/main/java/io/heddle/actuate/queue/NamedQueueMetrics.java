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

import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;

import io.heddle.actuate.named.RecentSnapshot;
import io.heddle.queue.NamedQueue;
import io.heddle.queue.NamedQueueSnapshot;

/**
 * {@link MeterBinder} for all {@link NamedQueue} beans.
 */
class NamedQueueMetrics implements MeterBinder {

	private final ListableBeanFactory beanFactory;

	/** Kept here, for meters have weak references only. **/
	private final List<RecentSnapshot<NamedQueueSnapshot>> snapshots = new ArrayList<>();

	NamedQueueMetrics(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public synchronized void bindTo(MeterRegistry registry) {
		BeanFactoryUtils.beansOfTypeIncludingAncestors(this.beanFactory, NamedQueue.class, false, false)
			.forEach((name, queue) -> bind(registry, name, queue));
	}

	private void bind(MeterRegistry registry, String name, NamedQueue<?> queue) {
		RecentSnapshot<NamedQueueSnapshot> snapshot = new RecentSnapshot<>(queue::snapshot, registry.config().clock());
		this.snapshots.add(snapshot);
		new QueueMeters(registry, name, snapshot).register();
	}

}
