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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Tasks in an array that is used as a ring and grows as needed. A task knows its position
 * in it, so that any task is removed at once; the place that it leaves stays empty until
 * an end of the queue comes by, or the ring is full.
 */
final class RingTaskStore implements TaskStore {

	private static final int INITIAL = 64;

	/** What is larger is given back once it is empty. **/
	private static final int LARGE = 1 << 14;

	private final boolean lastInFirstOut;

	private @Nullable Task[] ring = new Task[INITIAL];

	/** The position of the oldest task, if there is any. **/
	private int head;

	/** The position after that of the newest task. **/
	private int tail;

	private int size;

	RingTaskStore(boolean lastInFirstOut) {
		this.lastInFirstOut = lastInFirstOut;
	}

	@Override
	public void add(Task task) {
		if (this.tail - this.head == this.ring.length) {
			makeRoom();
		}
		put(task);
	}

	private void put(Task task) {
		task.position = this.tail;
		this.ring[index(this.tail)] = task;
		this.tail++;
		this.size++;
	}

	private void makeRoom() {
		List<Task> tasks = inSubmissionOrder();
		if (this.size > this.ring.length / 2) {
			this.ring = new Task[Math.multiplyExact(this.ring.length, 2)];
		}
		else {
			Arrays.fill(this.ring, null);
		}
		this.head = 0;
		this.tail = 0;
		this.size = 0;
		tasks.forEach(this::put);
	}

	private int index(int position) {
		return position & (this.ring.length - 1);
	}

	@Override
	public @Nullable Task poll() {
		if (this.size == 0) {
			return null;
		}
		// without a look at the task, which may still be in the cache of its submitter
		int index = index(this.lastInFirstOut ? this.tail - 1 : this.head);
		Task task = this.ring[index];
		removeAt(index);
		return task;
	}

	@Override
	public @Nullable Task peek() {
		if (this.size == 0) {
			return null;
		}
		return this.ring[index(this.lastInFirstOut ? this.tail - 1 : this.head)];
	}

	@Override
	public @Nullable Task oldest() {
		return (this.size != 0) ? this.ring[index(this.head)] : null;
	}

	@Override
	public boolean remove(Task task) {
		int index = index(task.position);
		if (this.ring[index] != task) {
			return false;
		}
		removeAt(index);
		return true;
	}

	private void removeAt(int index) {
		this.ring[index] = null;
		this.size--;
		skipEmptyPlaces();
	}

	/**
	 * Keep a task at both ends.
	 */
	private void skipEmptyPlaces() {
		if (this.size == 0) {
			this.head = this.tail;
			if (this.ring.length > LARGE) {
				this.ring = new Task[INITIAL];
			}
			return;
		}
		while (this.ring[index(this.head)] == null) {
			this.head++;
		}
		while (this.ring[index(this.tail - 1)] == null) {
			this.tail--;
		}
	}

	@Override
	public int size() {
		return this.size;
	}

	private List<Task> inSubmissionOrder() {
		List<Task> tasks = new ArrayList<>(this.size);
		for (int position = this.head; position != this.tail; position++) {
			Task task = this.ring[index(position)];
			if (task != null) {
				tasks.add(task);
			}
		}
		return tasks;
	}

	@Override
	public List<Task> inOrder() {
		List<Task> tasks = inSubmissionOrder();
		if (this.lastInFirstOut) {
			Collections.reverse(tasks);
		}
		return tasks;
	}

}
