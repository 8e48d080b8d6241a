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

import java.util.List;

import io.heddle.actuate.named.ThreadTasks;
import io.heddle.sync.SemaphoreSnapshot;

/**
 * A semaphore at one moment.
 *
 * @param kind {@code semaphore}
 * @param permits the number of permits that it was made with
 * @param available the number of permits that are free
 * @param fair whether those that wait get permits in their order
 * @param bounded whether there can never be more permits than at the beginning
 * @param holders who holds permits, as far as that is known
 * @param unattributed the number of permits in use of which is not known who holds them
 * @param waiters who waits for permits, longest waiting first
 * @param contended how often a thread had to wait
 * @param timedOut how often a thread went without because its time was over
 */
public record SemaphoreDescriptor(String kind, int permits, int available, boolean fair, boolean bounded,
		List<HolderDescriptor> holders, int unattributed, List<WaiterDescriptor> waiters, long contended,
		long timedOut) implements SynchronizerDescriptor {

	static SemaphoreDescriptor of(SemaphoreSnapshot semaphore, ThreadTasks tasks) {
		return new SemaphoreDescriptor("semaphore", semaphore.permits(), semaphore.available(), semaphore.fair(),
				semaphore.bounded(),
				semaphore.holders().stream().map((holder) -> HolderDescriptor.of(holder, tasks)).toList(),
				semaphore.unattributed(), WaiterDescriptor.of(semaphore.waiters(), tasks), semaphore.waits().begun(),
				semaphore.waits().timedOut());
	}

}
