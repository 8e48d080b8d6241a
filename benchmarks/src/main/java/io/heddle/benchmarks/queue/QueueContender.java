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

package io.heddle.benchmarks.queue;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.Supplier;

import io.heddle.context.ContextPropagation;
import io.heddle.queue.NamedQueue;
import io.heddle.queue.NamedQueueBuilder;
import io.heddle.queue.NamedQueueType;

/**
 * The queues that are compared.
 */
public enum QueueContender {

	LINKED("LinkedBlockingQueue", () -> new LinkedBlockingQueue<>(QueueContender.CAPACITY)),

	ARRAY("ArrayBlockingQueue", () -> new ArrayBlockingQueue<>(QueueContender.CAPACITY)),

	PRIORITY("PriorityBlockingQueue", PriorityBlockingQueue::new),

	HEDDLE_FIFO("Heddle queue, fifo", () -> heddle(NamedQueueType.FIFO).build()),

	HEDDLE_CONTEXT("Heddle queue, fifo, with context propagation",
			() -> heddle(NamedQueueType.FIFO).contextCarrier(ContextPropagation.create()).build()),

	HEDDLE_LIFO("Heddle queue, lifo", () -> heddle(NamedQueueType.LIFO).build()),

	HEDDLE_PRIORITY("Heddle queue, stable priority", () -> heddle(NamedQueueType.PRIORITY).build());

	static final int CAPACITY = 1_024;

	private final String label;

	private final Supplier<BlockingQueue<Integer>> factory;

	QueueContender(String label, Supplier<BlockingQueue<Integer>> factory) {
		this.label = label;
		this.factory = factory;
	}

	private static NamedQueueBuilder heddle(NamedQueueType type) {
		return NamedQueue.builder("ours").type(type).capacity(CAPACITY);
	}

	String label() {
		return this.label;
	}

	/**
	 * The JDK's priority queue has no capacity; so that both hold as many items, those who
	 * put them wait for room by themselves.
	 */
	boolean needsWindow() {
		return this == PRIORITY || this == HEDDLE_PRIORITY;
	}

	BlockingQueue<Integer> create() {
		return this.factory.get();
	}

}
