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

package io.heddle.actuate.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Status;

import io.heddle.process.ProcessPool;
import io.heddle.process.ProcessPoolSnapshot;

/**
 * The health of one process pool.
 *
 * @param status the code of the status
 * @param reason why no worker can be started, or {@code null} if it can
 * @param size the most workers that run tasks at once
 * @param busy the number of workers that run a task
 * @param starting the number of workers that are being started
 * @param queued the number of tasks that wait
 * @param queueCapacity the most tasks that may wait, or {@code null} if there is no limit
 * @param crashed the number of tasks whose worker died
 * @param restarts how many workers were started in place of one that had died
 * @param stuck the number of running tasks that run longer than the stuck limit
 * @param paused whether no waiting task is started
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProcessPoolHealth(String status, @Nullable String reason, int size, int busy, int starting, int queued,
		@Nullable Integer queueCapacity, long crashed, long restarts, int stuck, boolean paused) {

	static ProcessPoolHealth of(ProcessPool pool) {
		ProcessPoolSnapshot snapshot = pool.poolSnapshot();
		String reason = reason(pool, snapshot);
		return new ProcessPoolHealth(((reason != null) ? Status.DOWN : Status.UP).getCode(), reason, snapshot.size(),
				snapshot.busy(), snapshot.starting(), snapshot.executor().queue().size(),
				snapshot.executor().queue().capacity(), snapshot.crashed(), snapshot.restarts(),
				snapshot.executor().stuck(), snapshot.executor().paused());
	}

	private static @Nullable String reason(ProcessPool pool, ProcessPoolSnapshot snapshot) {
		if (snapshot.brokenReason() != null) {
			return snapshot.brokenReason();
		}
		Throwable broken = pool.brokenBy();
		return (broken != null) ? broken.toString() : null;
	}

}
