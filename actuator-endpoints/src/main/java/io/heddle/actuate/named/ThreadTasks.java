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

package io.heddle.actuate.named;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import io.heddle.executor.NamedExecutor;
import io.heddle.executor.RunningTask;
import io.heddle.process.ProcessPool;

/**
 * Which thread of this JVM belongs to which named executor, and what it runs.
 */
public final class ThreadTasks {

	private final Map<Long, Worker> workers = new HashMap<>();

	private ThreadTasks() {
	}

	/**
	 * Look at the named executors of an application context and its ancestors.
	 * @param beanFactory the bean factory of the context
	 * @return what they run now
	 */
	public static ThreadTasks of(ConfigurableListableBeanFactory beanFactory) {
		ThreadTasks tasks = new ThreadTasks();
		new NamedBeans(beanFactory, NamedExecutor.class, ProcessPool.class).existing(NamedExecutor.class)
			.forEach(tasks::add);
		return tasks;
	}

	private void add(String executor, NamedExecutor bean) {
		Map<String, RunningTask> running = new HashMap<>();
		bean.running().forEach((task) -> running.put(task.thread(), task));
		bean.threads()
			.forEach((thread) -> this.workers.putIfAbsent(thread.getId(),
					new Worker(thread, executor, running.get(thread.getName()))));
	}

	/**
	 * Return all threads of the executors.
	 * @return the threads by their identifiers
	 */
	public Map<Long, Worker> all() {
		return this.workers;
	}

	/**
	 * Return what a thread runs.
	 * @param threadId the identifier of the thread
	 * @return the label of the task, or {@code null} if it runs none that is known
	 */
	public @Nullable String label(long threadId) {
		Worker worker = this.workers.get(threadId);
		return (worker != null && worker.task() != null) ? worker.task().task() : null;
	}

	/**
	 * A thread of an executor.
	 *
	 * @param thread the thread
	 * @param executor the name of the executor
	 * @param task what it runs, or {@code null} if it is idle
	 */
	public record Worker(Thread thread, String executor, @Nullable RunningTask task) {
	}

}
