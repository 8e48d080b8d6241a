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

import io.heddle.actuate.named.ThreadTasks;
import io.heddle.sync.ConditionSnapshot;
import io.heddle.sync.HolderSnapshot;
import io.heddle.sync.LockSnapshot;

/**
 * A lock at one moment.
 *
 * @param kind {@code lock}
 * @param reentrant whether its owner may lock it again
 * @param fair whether those that wait get it in their order
 * @param owner who holds it, or {@code null} if nobody does
 * @param holdCount how often the owner holds it
 * @param heldFor how long the owner has held it at least, or {@code null}
 * @param waiters who waits for it, longest waiting first
 * @param conditions the conditions for which somebody waits
 * @param acquisitions how often it was taken
 * @param contended how often a thread had to wait for it
 * @param timedOut how often a thread went without because its time was over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LockDescriptor(String kind, boolean reentrant, boolean fair, @Nullable HolderDescriptor owner,
		int holdCount, @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration heldFor,
		List<WaiterDescriptor> waiters, List<ConditionDescriptor> conditions, long acquisitions, long contended,
		long timedOut) implements SynchronizerDescriptor {

	static LockDescriptor of(LockSnapshot lock, ThreadTasks tasks) {
		HolderSnapshot owner = lock.owner();
		return new LockDescriptor("lock", lock.reentrant(), lock.fair(),
				(owner != null) ? HolderDescriptor.of(owner, tasks) : null, (owner != null) ? owner.count() : 0,
				(owner != null) ? owner.heldFor() : null, WaiterDescriptor.of(lock.waiters(), tasks),
				lock.conditions().stream().map((condition) -> ConditionDescriptor.of(condition, tasks)).toList(),
				lock.acquisitions(), lock.waits().begun(), lock.waits().timedOut());
	}

	/**
	 * A condition of a lock for which somebody waits.
	 *
	 * @param name the name of the condition
	 * @param waiters who waits for it, longest waiting first
	 */
	public record ConditionDescriptor(String name, List<WaiterDescriptor> waiters) {

		static ConditionDescriptor of(ConditionSnapshot condition, ThreadTasks tasks) {
			return new ConditionDescriptor(condition.name(), WaiterDescriptor.of(condition.waiters(), tasks));
		}

	}

}
