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

import java.util.AbstractQueue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link BlockingQueue} has to offer but the way of a task does not need, in terms
 * of what it does.
 */
abstract class AbstractTaskQueue extends AbstractQueue<Runnable> implements BlockingQueue<Runnable> {

	/**
	 * Return the waiting tasks in the order in which they will be started.
	 * @return a copy of the tasks
	 */
	abstract List<Task> tasks();

	/**
	 * Remove the next task, whether or not the queue is paused.
	 * @return the task, or {@code null} if none waits
	 */
	@Override
	public abstract @Nullable Task poll();

	@Override
	public void put(Runnable command) throws InterruptedException {
		if (!offer(command, Long.MAX_VALUE, TimeUnit.NANOSECONDS)) {
			throw new RejectedExecutionException("The executor has been shut down");
		}
	}

	@Override
	public int drainTo(Collection<? super Runnable> target) {
		return drainTo(target, Integer.MAX_VALUE);
	}

	@Override
	public int drainTo(Collection<? super Runnable> target, int maxElements) {
		int drained = 0;
		while (drained < maxElements) {
			Task task = poll();
			if (task == null) {
				break;
			}
			target.add(task);
			drained++;
		}
		return drained;
	}

	@Override
	public Iterator<Runnable> iterator() {
		Iterator<Task> tasks = new ArrayList<>(tasks()).iterator();
		return new Iterator<>() {

			private @Nullable Task last;

			@Override
			public boolean hasNext() {
				return tasks.hasNext();
			}

			@Override
			public Runnable next() {
				this.last = tasks.next();
				return this.last;
			}

			@Override
			public void remove() {
				if (this.last == null) {
					throw new IllegalStateException("next() has not been called");
				}
				AbstractTaskQueue.this.remove(this.last);
			}

		};
	}

}
