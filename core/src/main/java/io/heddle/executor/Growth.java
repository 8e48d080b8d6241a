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

/**
 * What a {@link TaskQueue} has to know of the threads that take from it, asked under its
 * lock.
 */
interface Growth {

	/**
	 * Return whether the executor would rather add a thread than queue a task for which
	 * none waits.
	 * @return whether to refuse such a task
	 */
	boolean comesFirst();

	/**
	 * Return how many tasks may be queued while the queue is not paused.
	 * @param capacity how many may wait
	 * @param takers how many threads wait for a task and will take one at once
	 * @return the number of tasks
	 */
	int room(int capacity, int takers);

	/**
	 * Return whether all that decides on a new task, while threads are neither idle nor
	 * to be added, is the capacity.
	 * @return whether the capacity can be granted in advance
	 */
	boolean leavesRoomToCapacity();

}
