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

package io.heddle.actuate.thread;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.heddle.sync.HolderSnapshot;
import io.heddle.sync.WaiterSnapshot;

/**
 * What a thread waits for.
 *
 * @param kind {@code lock}, {@code condition}, {@code semaphore}, {@code event},
 * {@code barrier} or {@code queue}; a {@code monitor} or {@code synchronizer} of the JDK
 * @param name the name of it, or its class and identity
 * @param since when it began to wait, or {@code null} if that is not known
 * @param waitingFor how long it has waited, or {@code null} if that is not known
 * @param heldBy who holds it, or {@code null} if nobody does or that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BlockedOnDescriptor(String kind, String name,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Instant since,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration waitingFor,
		@Nullable List<HolderDescriptor> heldBy) {

	static BlockedOnDescriptor of(String kind, String name, WaiterSnapshot waiter, List<HolderSnapshot> holders) {
		return new BlockedOnDescriptor(kind, name, waiter.since(), waiter.waitingFor(), holders.isEmpty() ? null
				: holders.stream().map((holder) -> new HolderDescriptor(holder.thread(), holder.threadId())).toList());
	}

	/**
	 * A thread that holds something.
	 *
	 * @param thread the name of the thread
	 * @param threadId the identifier of the thread
	 */
	public record HolderDescriptor(String thread, long threadId) {
	}

}
