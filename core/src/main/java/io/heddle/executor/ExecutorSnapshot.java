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

/**
 * An executor at one moment. The numbers are read one after the other without stopping
 * the executor, so under load they may be apart by the tasks of a moment; an idle
 * executor's are exact.
 *
 * @param name the name of the executor
 * @param threads the kind of its threads
 * @param active the number of tasks that run
 * @param poolSize the number of live threads
 * @param corePoolSize the number of core threads
 * @param maxPoolSize the most threads (the most tasks at once with virtual threads)
 * @param keepAlive the idle time after which a thread ends
 * @param queue the queue
 * @param tasks the counts of tasks
 * @param stuck the number of running tasks that run longer than the stuck limit
 * @param executions the number of tasks that ran to their end, whatever that was
 * @param waitTime the sum of the times for which these tasks waited
 * @param runTime the sum of the times for which these tasks ran
 * @param paused whether no waiting task is started
 * @param shutdown whether new tasks are refused
 */
public record ExecutorSnapshot(String name, ThreadKind threads, int active, int poolSize, int corePoolSize,
		int maxPoolSize, Duration keepAlive, QueueSnapshot queue, TaskCounts tasks, int stuck, long executions,
		Duration waitTime, Duration runTime, boolean paused, boolean shutdown) {
}
