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

package io.heddle.actuate.executor;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Status;

import io.heddle.executor.ExecutorSnapshot;
import io.heddle.executor.NamedExecutor;

/**
 * The health of one executor.
 *
 * @param status the code of the status
 * @param reason why it is broken, or {@code null} if it is not
 * @param active the number of tasks that run
 * @param maxPoolSize the most threads
 * @param poolUsage the share of the threads that are busy, from 0 to 1
 * @param queued the number of tasks that wait
 * @param queueCapacity the most tasks that may wait, or {@code null} if there is no limit
 * @param queueUsage the share of the queue that is taken, from 0 to 1, or {@code null} if
 * there is no limit
 * @param stuck the number of running tasks that run longer than the stuck limit
 * @param paused whether no waiting task is started
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExecutorHealth(String status, @Nullable String reason, int active, int maxPoolSize, double poolUsage,
		int queued, @Nullable Integer queueCapacity, @Nullable Double queueUsage, int stuck, boolean paused) {

	static ExecutorHealth of(NamedExecutor executor) {
		ExecutorSnapshot snapshot = executor.snapshot();
		Throwable broken = executor.brokenBy();
		Integer capacity = snapshot.queue().capacity();
		return new ExecutorHealth(((broken != null) ? Status.DOWN : Status.UP).getCode(),
				(broken != null) ? broken.toString() : null, snapshot.active(), snapshot.maxPoolSize(),
				share(snapshot.active(), snapshot.maxPoolSize()), snapshot.queue().size(), capacity,
				(capacity != null) ? share(snapshot.queue().size(), capacity) : null, snapshot.stuck(),
				snapshot.paused());
	}

	private static double share(int part, int whole) {
		return (whole > 0) ? Math.round(1000.0 * part / whole) / 1000.0 : 0;
	}

}
