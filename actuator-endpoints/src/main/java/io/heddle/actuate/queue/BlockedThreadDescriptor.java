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

package io.heddle.actuate.queue;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonFormat;

import io.heddle.queue.BlockedThread;

/**
 * A thread that waits at a queue.
 *
 * @param thread the name of the thread
 * @param threadId its identifier
 * @param virtual whether it is a virtual thread
 * @param since when it began to wait
 * @param waitingFor how long it has waited
 */
public record BlockedThreadDescriptor(String thread, long threadId, boolean virtual,
		@JsonFormat(shape = JsonFormat.Shape.STRING) Instant since,
		@JsonFormat(shape = JsonFormat.Shape.STRING) Duration waitingFor) {

	static BlockedThreadDescriptor of(BlockedThread blocked) {
		return new BlockedThreadDescriptor(blocked.thread(), blocked.threadId(), blocked.virtual(), blocked.since(),
				blocked.waitingFor());
	}

}
