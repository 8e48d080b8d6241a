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

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;

import io.heddle.actuate.named.RecentSnapshot;
import io.heddle.subprocess.FinishedSubprocess;
import io.heddle.subprocess.Subprocess;
import io.heddle.subprocess.SubprocessListener;
import io.heddle.subprocess.SubprocessSnapshot;

/**
 * {@link MeterBinder} for all {@link Subprocess} beans, which learns how their runs fail
 * as they do.
 */
class SubprocessMetrics implements MeterBinder, SubprocessListener {

	private final ListableBeanFactory beanFactory;

	/** Kept here, for meters have weak references only. **/
	private final List<Bound> bound = new CopyOnWriteArrayList<>();

	SubprocessMetrics(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		BeanFactoryUtils.beansOfTypeIncludingAncestors(this.beanFactory, Subprocess.class, false, false)
			.forEach((name, subprocess) -> bind(registry, name, subprocess));
	}

	private void bind(MeterRegistry registry, String name, Subprocess subprocess) {
		RecentSnapshot<SubprocessSnapshot> snapshot = new RecentSnapshot<>(subprocess::snapshot,
				registry.config().clock());
		SubprocessMeters meters = new SubprocessMeters(registry, name, snapshot);
		this.bound.add(new Bound(subprocess, snapshot, meters));
		meters.register();
		subprocess.snapshot().counts().failures().keySet().forEach(meters::registerFailures);
	}

	@Override
	public void onFinished(Subprocess subprocess, FinishedSubprocess finished) {
		for (Bound one : this.bound) {
			if (one.subprocess() == subprocess && !finished.success()) {
				one.meters().registerFailures(finished.exitCode());
			}
		}
	}

	private record Bound(Subprocess subprocess, RecentSnapshot<SubprocessSnapshot> snapshot, SubprocessMeters meters) {
	}

}
