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

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;

import io.heddle.actuate.named.StackFrames;
import io.heddle.sync.Deadlock;
import io.heddle.sync.DeadlockedThread;

/**
 * Threads that wait for each other in a circle.
 *
 * @param foundAt when it was found
 * @param threads the threads; each waits for what the next one holds, and the last one
 * for what the first one holds
 */
public record DeadlockDescriptor(@JsonFormat(shape = JsonFormat.Shape.STRING) Instant foundAt,
		List<MemberDescriptor> threads) {

	/**
	 * Return the descriptor.
	 * @param deadlock what to describe
	 * @return the descriptor
	 */
	public static DeadlockDescriptor of(Deadlock deadlock) {
		return new DeadlockDescriptor(deadlock.foundAt(),
				deadlock.threads().stream().map(MemberDescriptor::of).toList());
	}

	/**
	 * A thread in a deadlock.
	 *
	 * @param thread the name of the thread
	 * @param threadId the identifier of the thread
	 * @param virtual whether it is a virtual thread
	 * @param kind what it waits for: a {@code lock}, {@code semaphore}, {@code monitor}
	 * or {@code synchronizer}
	 * @param waitsFor the name of that
	 * @param heldBy the name of the thread that holds it
	 * @param heldById the identifier of that thread
	 * @param stack where it waits, innermost frame first
	 */
	public record MemberDescriptor(String thread, long threadId, boolean virtual, String kind, String waitsFor,
			String heldBy, long heldById, List<String> stack) {

		static MemberDescriptor of(DeadlockedThread thread) {
			return new MemberDescriptor(thread.thread(), thread.threadId(), thread.virtual(), thread.kind().toString(),
					thread.waitsFor(), thread.heldBy(), thread.heldById(), StackFrames.of(thread.stack()));
		}

	}

}
