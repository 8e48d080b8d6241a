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

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A thread that waits for what another one holds.
 *
 * @param threadId the identifier of the thread
 * @param thread the thread, or {@code null} if only its identifier is known
 * @param ownerId the identifier of the thread that holds it
 * @param identity what tells this wait from others; one for something of the JDK has that
 * of any other of the same thread for the same
 * @param count grows with each wait of the thread where the identity does not tell them
 * apart
 * @param kind the kind of what it waits for
 * @param resource the name of what it waits for
 */
record WaitFor(long threadId, @Nullable Thread thread, long ownerId, Object identity, long count, Deadlock.Kind kind,
		String resource) {

	/**
	 * Return whether another look has found the same wait for the same owner: then it has
	 * lasted all the while.
	 * @param later what the other look has found
	 * @return whether it is the same
	 */
	boolean lasts(@Nullable WaitFor later) {
		return later != null && goesOn(later) && this.count == later.count;
	}

	/**
	 * Return whether another look has found a wait for the same with the same owner.
	 * @param later what the other look has found
	 * @return whether it is a wait for the same
	 */
	boolean goesOn(@Nullable WaitFor later) {
		return later != null && this.ownerId == later.ownerId && this.identity.equals(later.identity);
	}

	DeadlockedThread describe(WaitFor owner) {
		ThreadInfo info = (this.thread == null) ? info() : null;
		String name = (this.thread != null) ? this.thread.getName() : name(info);
		boolean virtual = this.thread != null && ThreadKinds.isVirtual(this.thread);
		return new DeadlockedThread(name, this.threadId, virtual, this.kind, this.resource, owner.name(), this.ownerId,
				stack(info));
	}

	private String name() {
		return (this.thread != null) ? this.thread.getName() : name(info());
	}

	private static String name(@Nullable ThreadInfo info) {
		return (info != null) ? info.getThreadName() : "";
	}

	private List<StackTraceElement> stack(@Nullable ThreadInfo info) {
		if (this.thread != null) {
			return List.of(this.thread.getStackTrace());
		}
		return (info != null) ? List.of(info.getStackTrace()) : List.of();
	}

	private @Nullable ThreadInfo info() {
		return ManagementFactory.getThreadMXBean().getThreadInfo(this.threadId, Integer.MAX_VALUE);
	}

}
