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

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.heddle.actuate.named.ThreadTasks;
import io.heddle.sync.BarrierSnapshot;

/**
 * A barrier at one moment.
 *
 * @param kind {@code barrier}
 * @param parties how many threads have to arrive
 * @param waiting who has arrived and waits, longest waiting first
 * @param missing how many threads have yet to arrive
 * @param broken whether it is broken
 * @param brokenBy what broke it, or {@code null} if it is not broken
 * @param generation how often it was passed or reset
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BarrierDescriptor(String kind, int parties, List<WaiterDescriptor> waiting, int missing, boolean broken,
		@Nullable String brokenBy, long generation) implements SynchronizerDescriptor {

	static BarrierDescriptor of(BarrierSnapshot barrier, ThreadTasks tasks) {
		return new BarrierDescriptor("barrier", barrier.parties(), WaiterDescriptor.of(barrier.waiting(), tasks),
				barrier.missing(), barrier.broken(), barrier.brokenBy(), barrier.generation());
	}

}
