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

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;

import io.heddle.actuate.named.RecentSnapshot;
import io.heddle.actuate.named.SnapshotMeters;
import io.heddle.queue.NamedQueueSnapshot;

/**
 * The meters of one queue.
 */
class QueueMeters extends SnapshotMeters<NamedQueueSnapshot> {

	private static final String ITEMS = "items";

	private static final String THREADS = "threads";

	QueueMeters(MeterRegistry registry, String name, RecentSnapshot<NamedQueueSnapshot> snapshot) {
		super(registry, name, snapshot);
	}

	void register() {
		gauge("queue.size", "The number of items in the queue", ITEMS, NamedQueueSnapshot::size);
		gauge("queue.remaining", "The number of items that there is room for", ITEMS, QueueMeters::remaining);
		gauge("queue.unfinished", "The number of items that were put and that nobody is done with", ITEMS,
				NamedQueueSnapshot::unfinished);
		timeGauge("queue.oldest", "How long the oldest item has been in the queue", QueueMeters::oldest);
		timer("queue.wait", "The time that the taken items were in the queue", NamedQueueSnapshot::gets,
				NamedQueueSnapshot::waitTime);
		counter("queue.puts", "The number of items that were put", ITEMS, NamedQueueSnapshot::puts);
		counter("queue.gets", "The number of items that were taken", ITEMS, NamedQueueSnapshot::gets);
		counter("queue.dropped", "The number of items that were removed without being taken", ITEMS,
				NamedQueueSnapshot::dropped);
		gauge("queue.producers.blocked", "The number of threads that wait for room", THREADS,
				NamedQueueSnapshot::blockedProducers);
		gauge("queue.consumers.blocked", "The number of threads that wait for an item", THREADS,
				NamedQueueSnapshot::blockedConsumers);
	}

	private static double remaining(NamedQueueSnapshot current) {
		Integer capacity = current.capacity();
		return (capacity != null) ? capacity - current.size() : Integer.MAX_VALUE;
	}

	private static double oldest(NamedQueueSnapshot current) {
		Duration oldest = current.oldest();
		return (oldest != null) ? oldest.toNanos() : 0;
	}

}
