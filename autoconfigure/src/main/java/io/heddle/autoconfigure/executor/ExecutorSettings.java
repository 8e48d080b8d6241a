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

package io.heddle.autoconfigure.executor;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.QueueType;
import io.heddle.executor.RejectionPolicy;
import io.heddle.executor.Scaling;
import io.heddle.executor.TaskLimits;
import io.heddle.executor.ThreadKind;

/**
 * The valid and complete settings of one executor.
 *
 * @param name the name of the executor
 * @param threads the kind of threads
 * @param coreSize the number of core threads
 * @param maxSize the most threads
 * @param keepAlive the idle time after which a thread ends
 * @param scaling what comes first when all core threads are busy
 * @param queueType the order of the queue
 * @param queueCapacity the most tasks that may wait
 * @param rejection what happens to a task without room
 * @param rejectionTimeout how long the policy "block" waits
 * @param limits the limits on the time of tasks
 * @param threadNamePrefix the prefix of the names of the threads
 * @param daemon whether the threads are daemons
 * @param priority the priority of the threads
 * @param initializer the name of the initializer bean
 * @param propagateContext whether the submitter's context travels along
 * @param trackCallers whether callers are recorded
 * @param awaitTermination whether a shutdown lets tasks finish
 * @param awaitTerminationPeriod how long a shutdown waits
 */
record ExecutorSettings(String name, ThreadKind threads, int coreSize, int maxSize, Duration keepAlive, Scaling scaling,
		QueueType queueType, int queueCapacity, RejectionPolicy rejection, @Nullable Duration rejectionTimeout,
		TaskLimits limits, String threadNamePrefix, boolean daemon, int priority, @Nullable String initializer,
		boolean propagateContext, boolean trackCallers, @Nullable Boolean awaitTermination,
		@Nullable Duration awaitTerminationPeriod) {

	private static final int DEFAULT_CORE_SIZE = 8;

	private static final int DEFAULT_MAX_SIZE_OF_VIRTUAL = 1000;

	/**
	 * Return the settings of valid properties.
	 * @param name the name of the executor
	 * @param properties the properties
	 * @return the settings
	 */
	static ExecutorSettings of(String name, ExecutorProperties properties) {
		boolean blocks = properties.getRejection() == RejectionPolicy.BLOCK;
		Duration period = properties.getShutdown().getPeriod();
		Boolean await = properties.getShutdown().getAwaitTermination();
		String prefix = properties.getThreadNamePrefix();
		return new ExecutorSettings(name, properties.getThreads(), coreSize(properties), maxSize(properties),
				properties.getKeepAlive(), properties.getScaling(), properties.getQueue().getType(),
				queueCapacity(properties.getQueue()), properties.getRejection(),
				blocks ? properties.getRejectionTimeout() : null,
				new TaskLimits(properties.getQueueTimeout(), properties.getTaskTimeout(), properties.getStuckAfter()),
				(prefix != null) ? prefix : name + "-", properties.isDaemon(), properties.getPriority(),
				properties.getInitializer(), properties.isPropagateContext(), properties.isTrackCallers(),
				(await == null && period != null) ? Boolean.TRUE : await, period);
	}

	static int coreSize(ExecutorProperties properties) {
		Integer coreSize = properties.getCoreSize();
		Integer maxSize = properties.getMaxSize();
		if (coreSize != null && properties.getThreads() != ThreadKind.VIRTUAL) {
			return coreSize;
		}
		return (maxSize != null) ? Math.min(DEFAULT_CORE_SIZE, maxSize) : DEFAULT_CORE_SIZE;
	}

	private static int maxSize(ExecutorProperties properties) {
		Integer maxSize = properties.getMaxSize();
		if (maxSize != null) {
			return maxSize;
		}
		return (properties.getThreads() == ThreadKind.VIRTUAL) ? DEFAULT_MAX_SIZE_OF_VIRTUAL : coreSize(properties);
	}

	private static int queueCapacity(ExecutorProperties.Queue queue) {
		if (queue.getType() == QueueType.HANDOFF) {
			return 0;
		}
		Integer capacity = queue.getCapacity();
		return (capacity != null) ? capacity : Integer.MAX_VALUE;
	}

}
