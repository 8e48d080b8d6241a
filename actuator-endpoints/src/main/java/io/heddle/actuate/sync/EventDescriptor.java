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
import io.heddle.sync.EventSnapshot;

/**
 * An event at one moment.
 *
 * @param kind {@code event}
 * @param set whether it is set
 * @param waiters who waits for it, longest waiting first
 */
public record EventDescriptor(String kind, boolean set,
		List<WaiterDescriptor> waiters) implements SynchronizerDescriptor {

	static EventDescriptor of(EventSnapshot event, ThreadTasks tasks) {
		return new EventDescriptor("event", event.set(), WaiterDescriptor.of(event.waiters(), tasks));
	}

}
