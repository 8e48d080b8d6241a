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

package io.heddle.executor;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Runs the tasks of an executor elsewhere than in threads of the executor's own, which
 * keeps acceptance, queue, limits, counts and futures. Built in by
 * {@link NamedExecutorBuilder#build(TaskHost)}. Implementations are thread-safe, and
 * never end a future while they hold a lock: what depends on it is foreign code.
 */
public interface TaskHost {

	/**
	 * Connect this host with its executor, before the first task.
	 * @param tasks the tasks of the executor
	 */
	void attach(HostedTasks tasks);

	/**
	 * Prepare a task on the thread that submits it.
	 * @param task the task
	 * @throws Exception if the task can never run: that fails it
	 */
	void prepare(HostedTask task) throws Exception;

	/**
	 * Start a task at once if that is possible and none waits before it.
	 * @param task the prepared task
	 * @return whether it was taken; if not, it is queued
	 */
	boolean start(HostedTask task);

	/**
	 * Note that there may be tasks to {@linkplain HostedTasks#poll poll}.
	 */
	void tasksWaiting();

	/**
	 * Note that a task was settled by somebody else. If it runs, it is to be stopped; if
	 * it waits in this host, it is to be forgotten.
	 * @param task the task
	 * @param interrupt whether to stop it if it runs
	 */
	void settled(HostedTask task, boolean interrupt);

	/**
	 * Wait for a future on the calling thread by doing the work that completes it, if no
	 * other thread does that already.
	 * @param future the future
	 * @param nanos how long to wait at most
	 * @return {@code false} if another thread does the work; otherwise the future is
	 * done, or the time has passed, or the calling thread is interrupted (and stays so)
	 */
	boolean await(CompletableFuture<?> future, long nanos);

	/**
	 * Note that something depends on the future of a task that has not ended, so that the
	 * result is wanted though no thread waits for it.
	 */
	void resultWanted();

	/**
	 * Note that a future has ended, perhaps while a thread {@linkplain #await awaits} it.
	 * @param future the future
	 */
	void ended(CompletableFuture<?> future);

	/**
	 * Return the tasks that were taken from the queue and are not finished.
	 * @return a copy, those that run first
	 */
	List<HostedTask> held();

	/**
	 * Return how many tasks this host can run at once, now.
	 * @return the number of live runners
	 */
	int live();

	/**
	 * Return how many tasks this host may run at once.
	 * @return the most runners
	 */
	int size();

	/**
	 * Change how many tasks this host may run at once.
	 * @param size the most runners, at least 1
	 */
	void resize(int size);

	/**
	 * Finish what was accepted and end then.
	 */
	void shutDown();

}
