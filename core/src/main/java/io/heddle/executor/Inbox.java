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

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * Where submitters leave tasks without meeting the threads that take them: a ring with an
 * end for each side. Submitters share a lock of their own. The other end, and how many
 * tasks may come in before the {@link TaskQueue} is to be asked again, is guarded by the
 * lock of that queue.
 */
final class Inbox {

	static final int LENGTH = 1024;

	private static final VarHandle TAIL;

	private static final VarHandle HEAD;

	static {
		try {
			TAIL = MethodHandles.lookup().findVarHandle(Inbox.class, "tail", int.class);
			HEAD = MethodHandles.lookup().findVarHandle(Inbox.class, "head", int.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private final @Nullable Task[] ring = new Task[LENGTH];

	private final ReentrantLock lock = new ReentrantLock();

	/** How many more tasks may come in; guarded by {@link #lock}. **/
	private int allowance;

	/** The position after that of the newest task; written under {@link #lock}. **/
	private volatile int tail;

	/** The position of the oldest task; written by the taking side. **/
	private volatile int head;

	/** The last known value of {@link #tail}; used by the taking side. **/
	private int knownTail;

	/**
	 * Leave a task if that is allowed.
	 * @param task the task
	 * @return whether it was left here; if so, it is visible to whoever takes the lock of
	 * the queue from now on
	 */
	boolean offer(Task task) {
		this.lock.lock();
		try {
			if (this.allowance == 0) {
				return false;
			}
			this.allowance--;
			int tail = this.tail;
			this.ring[index(tail)] = task;
			// unlocking makes it visible
			TAIL.setRelease(this, tail + 1);
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Set how many tasks may come in from now on.
	 * @param allowance the number of tasks, for which there must be room
	 */
	void allow(int allowance) {
		this.lock.lock();
		try {
			this.allowance = allowance;
		}
		finally {
			this.lock.unlock();
		}
	}

	@Nullable Task poll() {
		int head = this.head;
		if (head == this.knownTail) {
			this.knownTail = this.tail;
			if (head == this.knownTail) {
				return null;
			}
		}
		int index = index(head);
		Task task = this.ring[index];
		this.ring[index] = null;
		// the lock of the queue makes it visible where it must be
		HEAD.setRelease(this, head + 1);
		return task;
	}

	void drainTo(TaskStore store) {
		for (Task task = poll(); task != null; task = poll()) {
			store.add(task);
		}
	}

	int size() {
		return this.tail - this.head;
	}

	private static int index(int position) {
		return position & (LENGTH - 1);
	}

}
