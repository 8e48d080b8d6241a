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
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Tasks linked through their own fields: no node is allocated, and any task is removed in
 * constant time.
 */
final class LinkedTaskStore implements TaskStore {

	private final boolean lastInFirstOut;

	private @Nullable Task head;

	private @Nullable Task tail;

	private int size;

	LinkedTaskStore(boolean lastInFirstOut) {
		this.lastInFirstOut = lastInFirstOut;
	}

	@Override
	public void add(Task task) {
		Task last = this.tail;
		task.previous = last;
		this.tail = task;
		if (last != null) {
			last.next = task;
		}
		else {
			this.head = task;
		}
		this.size++;
	}

	@Override
	public @Nullable Task poll() {
		Task task = peek();
		if (task != null) {
			unlink(task);
		}
		return task;
	}

	@Override
	public @Nullable Task peek() {
		return this.lastInFirstOut ? this.tail : this.head;
	}

	@Override
	public @Nullable Task oldest() {
		return this.head;
	}

	@Override
	public boolean remove(Task task) {
		if (task.previous == null && this.head != task) {
			return false;
		}
		unlink(task);
		return true;
	}

	private void unlink(Task task) {
		Task previous = task.previous;
		Task next = task.next;
		if (previous != null) {
			previous.next = next;
		}
		else {
			this.head = next;
		}
		if (next != null) {
			next.previous = previous;
		}
		else {
			this.tail = previous;
		}
		task.previous = null;
		task.next = null;
		this.size--;
	}

	@Override
	public int size() {
		return this.size;
	}

	@Override
	public List<Task> inOrder() {
		List<Task> tasks = new ArrayList<>(this.size);
		Task task = peek();
		while (task != null) {
			tasks.add(task);
			task = this.lastInFirstOut ? task.previous : task.next;
		}
		return tasks;
	}

}
