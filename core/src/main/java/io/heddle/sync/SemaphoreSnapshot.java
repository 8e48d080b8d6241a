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

import java.util.List;

/**
 * A semaphore at one moment. The values are read one after the other without stopping
 * anybody, so under load they may be apart by a moment.
 *
 * @param name the name of the semaphore
 * @param permits the number of permits that it was made with
 * @param available the number of permits that are free
 * @param fair whether those that wait get permits in the order of their arrival
 * @param bounded whether there can never be more permits than it was made with
 * @param holders who holds permits, as far as that is known: always for a single permit,
 * otherwise as long as nobody releases what another has acquired. Nobody is listed who
 * may hold none.
 * @param unattributed the number of permits in use of which is not known who holds them
 * @param waiters who waits for permits, longest waiting first
 * @param waits how often and how long threads have waited
 */
public record SemaphoreSnapshot(String name, int permits, int available, boolean fair, boolean bounded,
		List<HolderSnapshot> holders, int unattributed, List<WaiterSnapshot> waiters, WaitCounts waits) {

	public SemaphoreSnapshot {
		holders = List.copyOf(holders);
		waiters = List.copyOf(waiters);
	}

}
