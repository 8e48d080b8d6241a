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

package io.heddle.actuate.named;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import org.jspecify.annotations.Nullable;

/**
 * Registers meters that read a snapshot. A meter that exists already, from Spring Boot or
 * from the application, is left alone.
 *
 * @param <S> the type of the snapshot
 */
public class SnapshotMeters<S> {

	private final MeterRegistry registry;

	private final Tags tags;

	private final RecentSnapshot<S> snapshot;

	/**
	 * Create the meters of a bean.
	 * @param registry where to register them
	 * @param name the name of the bean
	 * @param snapshot what they read; the caller keeps it
	 */
	public SnapshotMeters(MeterRegistry registry, String name, RecentSnapshot<S> snapshot) {
		this.registry = registry;
		this.tags = Tags.of("name", name);
		this.snapshot = snapshot;
	}

	private boolean isMissing(String name) {
		return isMissing(name, this.tags);
	}

	private boolean isMissing(String name, Tags tags) {
		return this.registry.find(name).tags(tags).meter() == null;
	}

	protected final void counter(String name, String description, String unit, ToLongFunction<S> count,
			String... furtherTags) {
		Tags tags = this.tags.and(furtherTags);
		if (isMissing(name, tags)) {
			FunctionCounter.builder(name, this.snapshot, (state) -> count.applyAsLong(state.get()))
				.tags(tags)
				.description(description)
				.baseUnit(unit)
				.register(this.registry);
		}
	}

	protected final void gauge(String name, String description, @Nullable String unit,
			ToDoubleFunction<S> value) {
		if (isMissing(name)) {
			Gauge.builder(name, this.snapshot, (state) -> value.applyAsDouble(state.get()))
				.tags(this.tags)
				.description(description)
				.baseUnit(unit)
				.register(this.registry);
		}
	}

	protected final void timeGauge(String name, String description, ToDoubleFunction<S> nanos) {
		if (isMissing(name)) {
			TimeGauge.builder(name, this.snapshot, TimeUnit.NANOSECONDS, (state) -> nanos.applyAsDouble(state.get()))
				.tags(this.tags)
				.description(description)
				.register(this.registry);
		}
	}

	protected final void timer(String name, String description, ToLongFunction<S> count, Function<S, Duration> total) {
		if (isMissing(name)) {
			FunctionTimer
				.builder(name, this.snapshot, (state) -> count.applyAsLong(state.get()),
						(state) -> total.apply(state.get()).toNanos(), TimeUnit.NANOSECONDS)
				.tags(this.tags)
				.description(description)
				.register(this.registry);
		}
	}

}
