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

package io.heddle.process;

import org.jspecify.annotations.Nullable;

/**
 * What is expected of the workers: an answer to each task that was sent, and the end of
 * each worker that was told to end. Guarded by the lock of the fleet, but for
 * {@link #count()}.
 */
final class Outstanding {

	private volatile int count;

	int count() {
		return this.count;
	}

	boolean isNone() {
		return this.count == 0;
	}

	/**
	 * Put a task among those in flight, to be written later.
	 * @param link where to send it
	 * @param task the task
	 */
	void send(WorkerLink link, PoolTask task) {
		link.send(task);
		this.count++;
	}

	/**
	 * Take a task out of a worker, whatever became of it.
	 * @param link where it was sent to
	 * @param id its identifier
	 * @return the task, or {@code null} if it is not there
	 */
	@Nullable PoolTask take(WorkerLink link, long id) {
		PoolTask task = link.remove(id);
		if (task != null) {
			this.count--;
		}
		return task;
	}

	/**
	 * Tell a worker to end, by a frame to be written later.
	 * @param link the worker
	 */
	void stop(WorkerLink link) {
		link.stopped = true;
		link.send(TaskCodec.control(FrameKind.STOP, 0));
		this.count++;
	}

	/**
	 * Expect nothing any more of a worker that is lost, which still has its tasks.
	 * @param link the worker
	 */
	void forget(WorkerLink link) {
		this.count -= link.inFlight().size() + ((link.stopped) ? 1 : 0);
	}

}
