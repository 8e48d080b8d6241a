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

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * The tasks of an executor as its {@link TaskHost} sees them. Thread-safe, and none of
 * its methods but {@link #checkIdle()} and {@link #terminated()} runs foreign code.
 */
public interface HostedTasks {

	/**
	 * Return the executor.
	 * @return the executor
	 */
	NamedExecutor executor();

	/**
	 * Take the next task from the queue.
	 * @param unfit where to put tasks that must not be started any more, because they
	 * waited too long or the executor is broken; running them fails them, and is foreign
	 * code
	 * @return the task, or {@code null} if none waits or the executor is paused
	 */
	@Nullable HostedTask poll(Collection<Runnable> unfit);

	/**
	 * Return how many tasks wait in the queue, paused or not.
	 * @return the number of tasks
	 */
	int queueSize();

	/**
	 * Add a runner, which shows the task that it runs.
	 * @param runner the runner
	 */
	void add(HostedRunner runner);

	/**
	 * Remove a runner.
	 * @param runner the runner, which runs nothing
	 */
	void remove(HostedRunner runner);

	/**
	 * Break the executor, or heal it. As long as it is broken it takes no tasks.
	 * @param cause what broke it, or {@code null} if it works
	 */
	void brokenBy(@Nullable Throwable cause);

	/**
	 * Note that no task runs or is held any more, at least for the moment.
	 */
	void checkIdle();

	/**
	 * Note that the host has ended.
	 */
	void terminated();

}
