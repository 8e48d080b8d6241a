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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import io.heddle.actuate.named.NamedBeans;
import io.heddle.actuate.named.StackFrames;
import io.heddle.executor.RunningTask;
import io.heddle.queue.NamedQueue;
import io.heddle.sync.Synchronizer;

/**
 * All live threads at one moment: the platform threads of the JVM, and the virtual ones
 * that Heddle knows of.
 */
final class LiveThreads {

	private final Map<Long, LiveThread> threads = new LinkedHashMap<>();

	private final JdkThreads jdk = new JdkThreads();

	private final NamedWaits waits;

	private LiveThreads(NamedWaits waits) {
		this.waits = waits;
	}

	static LiveThreads of(ConfigurableListableBeanFactory beanFactory) {
		LiveThreads live = new LiveThreads(waits(beanFactory));
		ThreadOwners owners = ThreadOwners.of(beanFactory);
		live.jdk.live().forEach((thread) -> live.threads.put(thread.getId(), owners.own(thread)));
		live.jdk.look(live.threads.values());
		owners.known().values().stream().filter(LiveThread::isAlive).forEach(live::add);
		live.waits.virtualThreads()
			.forEach((id, name) -> live.add(new LiveThread(id, name, null, ThreadOwners.OTHER, "virtual", null)));
		return live;
	}

	@SuppressWarnings({ "rawtypes", "unchecked" })
	private static NamedWaits waits(ConfigurableListableBeanFactory beanFactory) {
		Collection queues = new NamedBeans(beanFactory, NamedQueue.class, null).existing(NamedQueue.class).values();
		return NamedWaits.of(
				new NamedBeans(beanFactory, Synchronizer.class, null).existing(Synchronizer.class).values(), queues);
	}

	private void add(LiveThread thread) {
		this.threads.putIfAbsent(thread.id(), thread);
	}

	/**
	 * Return all threads.
	 * @return the threads by the kind and the name of their owner
	 */
	Map<String, Map<String, List<ThreadDescriptor>>> describe() {
		Map<String, Map<String, List<ThreadDescriptor>>> byOwner = new TreeMap<>();
		this.threads.values()
			.forEach((thread) -> byOwner.computeIfAbsent(thread.kind(), (kind) -> new TreeMap<>())
				.computeIfAbsent(thread.owner(), (owner) -> new ArrayList<>())
				.add(describe(thread, null, null)));
		return byOwner;
	}

	/**
	 * Return a thread with its owner and its stack.
	 * @param id the identifier of the thread
	 * @return the thread, or {@code null} if it is not there
	 */
	@Nullable ThreadDescriptor describe(long id) {
		LiveThread thread = this.threads.get(id);
		if (thread == null) {
			return null;
		}
		List<String> stack = (thread.thread() != null) ? StackFrames.of(List.of(thread.thread().getStackTrace()))
				: null;
		return describe(thread, thread.kind() + "." + thread.owner(), stack);
	}

	private ThreadDescriptor describe(LiveThread live, @Nullable String owner, @Nullable List<String> stack) {
		Thread thread = live.thread();
		RunningTask task = live.task();
		BlockedOnDescriptor blockedOn = this.waits.blockedOn(live.id());
		Duration cpu = this.jdk.cpu(live.id());
		return new ThreadDescriptor(live.name(), live.id(), isVirtual(live),
				(thread != null) ? thread.isDaemon() : null, (thread != null) ? thread.getState().name() : null, owner,
				(task != null) ? task.task() : null, (task != null) ? task.runningFor() : null, cpu,
				(blockedOn != null) ? blockedOn : this.jdk.blockedOn(live.id()), this.waits.heldBy(live.id()), stack);
	}

	/**
	 * The groups of the JVM have no virtual threads.
	 */
	private boolean isVirtual(LiveThread live) {
		return !this.jdk.isPlatform(live.id());
	}

}
