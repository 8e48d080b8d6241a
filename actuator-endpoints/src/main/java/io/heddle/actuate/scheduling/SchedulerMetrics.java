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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import io.heddle.actuate.named.RecentSnapshot;
import io.heddle.scheduling.ScheduledTaskHandle;

/**
 * {@link MeterBinder} for the tasks of all schedulers, which are there later than the
 * meters.
 */
class SchedulerMetrics implements MeterBinder {

	private final SchedulerBeans schedulers;

	/** Kept here, for meters have weak references only. **/
	private final List<RecentSnapshot<SchedulerTotals>> snapshots = new ArrayList<>();

	SchedulerMetrics(SchedulerBeans schedulers) {
		this.schedulers = schedulers;
	}

	@Override
	public synchronized void bindTo(MeterRegistry registry) {
		this.schedulers.all().keySet().forEach((name) -> bind(registry, name));
	}

	private void bind(MeterRegistry registry, String name) {
		RecentSnapshot<SchedulerTotals> snapshot = new RecentSnapshot<>(() -> totals(name), registry.config().clock());
		this.snapshots.add(snapshot);
		new SchedulerMeters(registry, name, snapshot).register();
	}

	private SchedulerTotals totals(String name) {
		Map<String, List<ScheduledTaskHandle>> all = this.schedulers.all();
		return SchedulerTotals.of(all.getOrDefault(name, List.of()));
	}

}
