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

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.heddle.sync.NamedBarrier;
import io.heddle.sync.Synchronizer;
import io.heddle.sync.WaiterSnapshot;

/**
 * The health of one synchronizer.
 *
 * @param waiters the number of threads that wait
 * @param longestWait how long the first of them has waited, or {@code null} without any
 * @param brokenBy what broke the barrier, or {@code null} if it is none or not broken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SynchronizerHealth(int waiters,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration longestWait, @Nullable String brokenBy) {

	static SynchronizerHealth of(Synchronizer synchronizer) {
		List<WaiterSnapshot> waiters = synchronizer.waiters();
		return new SynchronizerHealth(waiters.size(), waiters.isEmpty() ? null : waiters.get(0).waitingFor(),
				(synchronizer instanceof NamedBarrier barrier) ? barrier.snapshot().brokenBy() : null);
	}

}
