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

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds the platform threads that wait for the owner of a monitor or of a synchronizer of
 * the JDK.
 */
final class JdkWaits {

	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

	/**
	 * Add the waits that may be part of a deadlock: of the threads that the JDK itself
	 * finds deadlocked, and of all that others wait for.
	 * @param waits the waits that are known, by the identifier of the waiting thread
	 */
	void addTo(Map<Long, WaitFor> waits) {
		Set<Long> asked = new HashSet<>();
		Set<Long> unknown = new HashSet<>();
		long[] deadlocked = this.threads.findDeadlockedThreads();
		if (deadlocked != null) {
			for (long id : deadlocked) {
				unknown.add(id);
			}
		}
		waits.values().forEach((wait) -> unknown.add(wait.ownerId()));
		while (!unknown.isEmpty()) {
			unknown.removeAll(waits.keySet());
			asked.addAll(unknown);
			ThreadInfo[] infos = this.threads
				.getThreadInfo(unknown.stream().mapToLong(Long::longValue).filter((id) -> id > 0).toArray(), 1);
			unknown.clear();
			for (ThreadInfo info : infos) {
				if (info != null && waitsForOwner(info)) {
					waits.put(info.getThreadId(), wait(info));
					unknown.add(info.getLockOwnerId());
				}
			}
			unknown.removeAll(asked);
		}
	}

	private boolean waitsForOwner(ThreadInfo info) {
		return info.getLockOwnerId() != -1 && info.getLockInfo() != null
				&& (info.getThreadState() == Thread.State.BLOCKED || info.getThreadState() == Thread.State.WAITING);
	}

	private WaitFor wait(ThreadInfo info) {
		LockInfo lock = info.getLockInfo();
		Deadlock.Kind kind = isMonitor(info) ? Deadlock.Kind.MONITOR : Deadlock.Kind.SYNCHRONIZER;
		return new WaitFor(info.getThreadId(), null, info.getLockOwnerId(),
				new JdkWait(info.getThreadId(), lock.getIdentityHashCode()),
				info.getBlockedCount() + info.getWaitedCount(), kind, lock.toString());
	}

	/**
	 * Return whether a thread waits for a monitor, be it for a notification that only the
	 * owner of the monitor can give.
	 */
	private boolean isMonitor(ThreadInfo info) {
		StackTraceElement[] stack = info.getStackTrace();
		return info.getThreadState() == Thread.State.BLOCKED
				|| (stack.length > 0 && stack[0].getClassName().equals(Object.class.getName()));
	}

	/**
	 * A wait of a thread. It stays the same if it is interrupted but goes on.
	 *
	 * @param threadId the identifier of the thread
	 * @param lock the identity of what it waits for
	 */
	private record JdkWait(long threadId, int lock) {
	}

}
