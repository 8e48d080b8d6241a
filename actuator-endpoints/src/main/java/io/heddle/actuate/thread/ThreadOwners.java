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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.util.CustomizableThreadCreator;

import io.heddle.actuate.named.NamedBeans;
import io.heddle.actuate.named.ThreadTasks;
import io.heddle.autoconfigure.named.ThreadOwner;
import io.heddle.executor.NamedExecutor;
import io.heddle.process.ProcessPool;

/**
 * Knows whose the threads of this JVM are: those of named executors and of queue listeners
 * by these themselves, those of Spring's executors and schedulers and of process pools by
 * their names, and all others by their thread group.
 */
final class ThreadOwners {

	static final String OTHER = "other";

	private final Map<Long, LiveThread> known = new HashMap<>();

	private final List<Prefix> prefixes = new ArrayList<>();

	private ThreadOwners() {
	}

	static ThreadOwners of(ConfigurableListableBeanFactory beanFactory) {
		ThreadOwners owners = new ThreadOwners();
		ThreadTasks.of(beanFactory)
			.all()
			.values()
			.forEach((worker) -> owners.add(worker.thread(), "executors", worker));
		new NamedBeans(beanFactory, ThreadOwner.class, null).existing(ThreadOwner.class)
			.values()
			.forEach(owners::add);
		new NamedBeans(beanFactory, CustomizableThreadCreator.class, NamedExecutor.class)
			.existing(CustomizableThreadCreator.class)
			.forEach((name, bean) -> owners.prefixes.add(new Prefix(bean.getThreadNamePrefix(),
					(bean instanceof TaskScheduler) ? "schedulers" : "executors", name, true)));
		new NamedBeans(beanFactory, ProcessPool.class, null).existing(ProcessPool.class)
			.forEach((name, pool) -> owners.prefixes.add(new Prefix(name + "-", "processpools", name, false)));
		owners.prefixes.add(new Prefix("heddle-", OTHER, "heddle", false));
		owners.prefixes.sort(Comparator.comparingInt((Prefix prefix) -> prefix.text().length()).reversed());
		return owners;
	}

	private void add(Thread thread, String kind, ThreadTasks.Worker worker) {
		this.known.put(thread.getId(),
				new LiveThread(thread.getId(), thread.getName(), thread, kind, worker.executor(), worker.task()));
	}

	private void add(ThreadOwner owner) {
		owner.threads()
			.forEach((name, threads) -> threads.forEach((thread) -> this.known.putIfAbsent(thread.getId(),
					new LiveThread(thread.getId(), thread.getName(), thread, owner.kind(), name, null))));
	}

	/**
	 * Return the threads whose owners know them, virtual ones included.
	 * @return the threads by their identifiers
	 */
	Map<Long, LiveThread> known() {
		return this.known;
	}

	/**
	 * Return whose a platform thread is.
	 * @param thread the thread
	 * @return the thread with its owner
	 */
	LiveThread own(Thread thread) {
		LiveThread known = this.known.get(thread.getId());
		if (known != null) {
			return known;
		}
		String name = thread.getName();
		for (Prefix prefix : this.prefixes) {
			if (prefix.fits(name)) {
				return new LiveThread(thread.getId(), name, thread, prefix.kind(), prefix.owner(), null);
			}
		}
		ThreadGroup group = thread.getThreadGroup();
		return new LiveThread(thread.getId(), name, thread, OTHER, (group != null) ? group.getName() : "", null);
	}

	/**
	 * How the names of the threads of an owner begin.
	 *
	 * @param text the beginning
	 * @param kind the kind of the owner
	 * @param owner the name of the owner
	 * @param numbered whether nothing but a number follows
	 */
	private record Prefix(String text, String kind, String owner, boolean numbered) {

		boolean fits(String name) {
			return !this.text.isEmpty() && name.startsWith(this.text)
					&& (!this.numbered || name.substring(this.text.length()).matches("\\d+"));
		}

	}

}
