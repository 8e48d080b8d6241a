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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

import io.heddle.actuate.named.RecentSnapshot;

/**
 * {@link MeterBinder} for the tasks of all schedulers. The tasks are there later than the
 * meters, and so are schedulers that are known by their tasks only, because they are no
 * beans.
 */
class SchedulerMetrics implements MeterBinder, ApplicationListener<ApplicationReadyEvent> {

	private final SchedulerBeans schedulers;

	/** Kept here, for meters have weak references only. **/
	private final List<RecentSnapshot<SchedulerTotals>> snapshots = new ArrayList<>();

	private final Map<MeterRegistry, Set<String>> bound = new LinkedHashMap<>();

	SchedulerMetrics(SchedulerBeans schedulers) {
		this.schedulers = schedulers;
	}

	@Override
	public synchronized void bindTo(MeterRegistry registry) {
		Set<String> names = this.bound.computeIfAbsent(registry, (key) -> new HashSet<>());
		this.schedulers.all().keySet().stream().filter(names::add).forEach((name) -> bind(registry, name));
	}

	@Override
	public synchronized void onApplicationEvent(ApplicationReadyEvent event) {
		List.copyOf(this.bound.keySet()).forEach(this::bindTo);
	}

	private void bind(MeterRegistry registry, String name) {
		RecentSnapshot<SchedulerTotals> snapshot = new RecentSnapshot<>(() -> this.schedulers.totals(name),
				registry.config().clock());
		this.snapshots.add(snapshot);
		new SchedulerMeters(registry, name, snapshot).register();
	}

}
