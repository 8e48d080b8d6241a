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

package io.heddle.executor;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The sizes of an executor, checked against each other.
 *
 * @param coreSize the number of core threads, 0 for virtual threads, which have none:
 * what a change says about them has no meaning
 * @param maxSize the maximum number of threads
 * @param keepAlive the idle time after which a thread ends
 * @param queueCapacity the queue capacity
 */
record ThreadPoolShape(int coreSize, int maxSize, Duration keepAlive, int queueCapacity) {

	private static final int DEFAULT_VIRTUAL_MAX_SIZE = 1000;

	ThreadPoolShape {
		require(maxSize >= Math.max(coreSize, 1), "'maxSize' must be at least 1 and not less than 'coreSize' but is "
				+ maxSize + " with " + coreSize + " core threads");
		require(!keepAlive.isNegative(), "'keepAlive' must not be negative but is " + keepAlive);
		require(queueCapacity >= 1, "'queueCapacity' must be at least 1 but is " + queueCapacity
				+ " (for no queue at all, use the queue type 'handoff')");
	}

	static ThreadPoolShape of(NamedExecutorBuilder builder) {
		require(builder.queueType != QueueType.HANDOFF || builder.queueCapacity == Integer.MAX_VALUE,
				"a hand-off queue has no capacity but 'queueCapacity' is " + builder.queueCapacity);
		Integer maxSize = builder.maxSize;
		if (builder.threads == ThreadKind.VIRTUAL) {
			return new ThreadPoolShape(0, (maxSize != null) ? maxSize : DEFAULT_VIRTUAL_MAX_SIZE, Duration.ZERO,
					builder.queueCapacity);
		}
		return new ThreadPoolShape(requireCore(builder.coreSize), (maxSize != null) ? maxSize : builder.coreSize,
				builder.keepAlive, builder.queueCapacity);
	}

	private static int requireCore(int coreSize) {
		require(coreSize >= 1, "'coreSize' must be at least 1 but is " + coreSize
				+ " (an idle executor ends its core threads too, after the keep-alive time)");
		return coreSize;
	}

	ThreadPoolShape with(ExecutorResize change, QueueType queueType) {
		require(change.queueCapacity() == null || queueType != QueueType.HANDOFF,
				"a hand-off queue has no capacity but 'queueCapacity' is " + change.queueCapacity());
		boolean virtual = (this.coreSize == 0);
		return new ThreadPoolShape(virtual ? 0 : requireCore(orElse(change.coreSize(), this.coreSize)),
				orElse(change.maxSize(), this.maxSize),
				virtual ? this.keepAlive : orElse(change.keepAlive(), this.keepAlive),
				orElse(change.queueCapacity(), this.queueCapacity));
	}

	private static <T> T orElse(@Nullable T changed, T present) {
		return (changed != null) ? changed : present;
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

}
