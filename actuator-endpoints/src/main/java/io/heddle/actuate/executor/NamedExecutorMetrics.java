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

package io.heddle.actuate.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;

import io.heddle.actuate.named.RecentSnapshot;
import io.heddle.executor.ExecutorSnapshot;
import io.heddle.executor.NamedExecutor;

/**
 * {@link MeterBinder} for all {@link NamedExecutor} beans.
 */
class NamedExecutorMetrics implements MeterBinder {

	private final ListableBeanFactory beanFactory;

	/** Kept here, for meters have weak references only. **/
	private final List<RecentSnapshot<ExecutorSnapshot>> snapshots = new ArrayList<>();

	NamedExecutorMetrics(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public synchronized void bindTo(MeterRegistry registry) {
		Map<String, NamedExecutor> executors = BeanFactoryUtils.beansOfTypeIncludingAncestors(this.beanFactory,
				NamedExecutor.class, false, false);
		executors.forEach((name, executor) -> {
			RecentSnapshot<ExecutorSnapshot> snapshot = new RecentSnapshot<>(executor::snapshot,
					registry.config().clock());
			this.snapshots.add(snapshot);
			new ExecutorMeters(registry, name, snapshot).register();
		});
	}

}
