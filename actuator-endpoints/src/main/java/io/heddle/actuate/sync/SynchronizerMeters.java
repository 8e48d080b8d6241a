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

import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;

import io.heddle.actuate.named.RecentSnapshot;
import io.heddle.actuate.named.SnapshotMeters;
import io.heddle.sync.BarrierSnapshot;
import io.heddle.sync.EventSnapshot;
import io.heddle.sync.LockSnapshot;
import io.heddle.sync.SemaphoreSnapshot;
import io.heddle.sync.WaitCounts;

/**
 * The meters of one synchronizer.
 *
 * @param <S> the type of its snapshot
 */
final class SynchronizerMeters<S> extends SnapshotMeters<S> {

	private static final String WAITS = "waits";

	private static final String PERMITS = "permits";

	private SynchronizerMeters(MeterRegistry registry, String name, RecentSnapshot<S> snapshot) {
		super(registry, name, snapshot);
	}

	static void ofLock(MeterRegistry registry, String name, RecentSnapshot<LockSnapshot> snapshot) {
		SynchronizerMeters<LockSnapshot> meters = new SynchronizerMeters<>(registry, name, snapshot);
		meters.counter("lock.acquired", "How often the lock was taken", "acquisitions", LockSnapshot::acquisitions);
		meters.gauge("lock.held", "Whether the lock is held, 1 or 0", null,
				(current) -> (current.owner() != null) ? 1 : 0);
		meters.timer("lock.hold", "The time that the lock was held; taken of some holds only",
				LockSnapshot::timedHolds, LockSnapshot::holdTime);
		meters.waits("lock", "the lock", LockSnapshot::waits, (current) -> current.waiters().size());
	}

	static void ofSemaphore(MeterRegistry registry, String name, RecentSnapshot<SemaphoreSnapshot> snapshot) {
		SynchronizerMeters<SemaphoreSnapshot> meters = new SynchronizerMeters<>(registry, name, snapshot);
		meters.gauge("semaphore.permits", "The number of permits of the semaphore", PERMITS,
				SemaphoreSnapshot::permits);
		meters.gauge("semaphore.available", "The number of permits that are free", PERMITS,
				SemaphoreSnapshot::available);
		meters.waits("semaphore", "permits", SemaphoreSnapshot::waits, (current) -> current.waiters().size());
	}

	static void ofEvent(MeterRegistry registry, String name, RecentSnapshot<EventSnapshot> snapshot) {
		SynchronizerMeters<EventSnapshot> meters = new SynchronizerMeters<>(registry, name, snapshot);
		meters.gauge("event.set", "Whether the event is set, 1 or 0", null, (current) -> current.set() ? 1 : 0);
		meters.waits("event", "the event", EventSnapshot::waits, (current) -> current.waiters().size());
	}

	static void ofBarrier(MeterRegistry registry, String name, RecentSnapshot<BarrierSnapshot> snapshot) {
		SynchronizerMeters<BarrierSnapshot> meters = new SynchronizerMeters<>(registry, name, snapshot);
		meters.gauge("barrier.missing", "The number of threads that have yet to arrive", BaseUnits.THREADS,
				BarrierSnapshot::missing);
		meters.gauge("barrier.broken", "Whether the barrier is broken, 1 or 0", null,
				(current) -> current.broken() ? 1 : 0);
		meters.waits("barrier", "the barrier", BarrierSnapshot::waits, (current) -> current.waiting().size());
	}

	private void waits(String prefix, String noun, Function<S, WaitCounts> waits, ToDoubleFunction<S> waiting) {
		gauge(prefix + ".waiting", "The number of threads that wait for " + noun, BaseUnits.THREADS, waiting);
		timer(prefix + ".wait", "The time that threads waited for " + noun,
				(current) -> waits.apply(current).ended(), (current) -> waits.apply(current).time());
		counter(prefix + ".contended", "How often a thread had to wait for " + noun, WAITS,
				(current) -> waits.apply(current).begun());
		counter(prefix + ".timed.out", "How often a thread went without " + noun + " as its time was over", WAITS,
				(current) -> waits.apply(current).timedOut());
	}

}
