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

package io.heddle.sync;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A lock at one moment. The values are read one after the other without stopping anybody,
 * so under load they may be apart by a moment; those of a lock that nobody is about to
 * take or release are exact.
 *
 * @param name the name of the lock
 * @param reentrant whether its owner may lock it again, and only its owner may unlock it
 * @param fair whether those that wait get it in the order of their arrival
 * @param owner who holds it, or {@code null} if nobody does
 * @param waiters who waits for it, longest waiting first; also who has waited for a
 * condition and needs nothing but the lock any more
 * @param conditions the conditions of the lock for which somebody waits
 * @param acquisitions how often it was taken; to take it once more while holding it does
 * not count
 * @param waits how often and how long threads have waited for it; {@code waits.begun()}
 * tells how often it was contended
 * @param timedHolds the number of holds of which the time was taken: the next one
 * whenever somebody begins to wait or takes a snapshot
 * @param holdTime the sum of the times of these holds
 */
public record LockSnapshot(String name, boolean reentrant, boolean fair, @Nullable HolderSnapshot owner,
		List<WaiterSnapshot> waiters, List<ConditionSnapshot> conditions, long acquisitions, WaitCounts waits,
		long timedHolds, Duration holdTime) {

	public LockSnapshot {
		waiters = List.copyOf(waiters);
		conditions = List.copyOf(conditions);
	}

}
