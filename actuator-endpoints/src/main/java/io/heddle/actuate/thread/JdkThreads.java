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

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the JDK knows of the platform threads of this JVM.
 */
final class JdkThreads {

	private final ThreadMXBean mxBean = ManagementFactory.getThreadMXBean();

	private final Map<Long, ThreadInfo> infos = new HashMap<>();

	private final Set<Long> platform = new HashSet<>();

	/**
	 * Return all live platform threads but those of the JVM itself.
	 * @return the threads
	 */
	List<Thread> live() {
		ThreadGroup root = Thread.currentThread().getThreadGroup();
		while (root.getParent() != null) {
			root = root.getParent();
		}
		Thread[] threads = new Thread[root.activeCount() * 2 + 16];
		int count = root.enumerate(threads, true);
		while (count == threads.length) {
			// those that have found no room are left out silently
			threads = new Thread[threads.length * 2];
			count = root.enumerate(threads, true);
		}
		List<Thread> live = Arrays.stream(threads).filter(Objects::nonNull).toList();
		live.forEach((thread) -> this.platform.add(thread.getId()));
		return live;
	}

	/**
	 * Return whether a thread was among those that were found. Virtual ones are not.
	 * @param threadId the identifier of the thread
	 * @return whether it is a platform thread
	 */
	boolean isPlatform(long threadId) {
		return this.platform.contains(threadId);
	}

	/**
	 * Look at what threads wait for.
	 * @param threads the threads
	 */
	void look(Collection<LiveThread> threads) {
		long[] ids = threads.stream().mapToLong(LiveThread::id).toArray();
		for (ThreadInfo info : this.mxBean.getThreadInfo(ids)) {
			if (info != null) {
				this.infos.put(info.getThreadId(), info);
			}
		}
	}

	/**
	 * Return the monitor or synchronizer that a thread waits for and another one owns.
	 * @param threadId the identifier of the thread
	 * @return what it waits for, or {@code null} if it does not
	 */
	@Nullable BlockedOnDescriptor blockedOn(long threadId) {
		ThreadInfo info = this.infos.get(threadId);
		LockInfo lock = (info != null) ? info.getLockInfo() : null;
		if (info == null || lock == null || info.getLockOwnerId() == -1) {
			return null;
		}
		String kind = (info.getThreadState() == Thread.State.BLOCKED) ? "monitor" : "synchronizer";
		return new BlockedOnDescriptor(kind, lock.toString(), null, null, List
			.of(new BlockedOnDescriptor.HolderDescriptor(info.getLockOwnerName(), info.getLockOwnerId())));
	}

	/**
	 * Return how long a thread has used a processor.
	 * @param threadId the identifier of the thread
	 * @return the time, or {@code null} if it is not known
	 */
	@Nullable Duration cpu(long threadId) {
		if (!this.infos.containsKey(threadId) || !this.mxBean.isThreadCpuTimeSupported()
				|| !this.mxBean.isThreadCpuTimeEnabled()) {
			return null;
		}
		long nanos = this.mxBean.getThreadCpuTime(threadId);
		return (nanos >= 0) ? Duration.ofNanos(nanos) : null;
	}

}
