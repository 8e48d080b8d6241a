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
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

/**
 * Tasks in {@link TaskOrder}.
 */
final class PriorityTaskStore implements TaskStore {

	private final PriorityQueue<Task> tasks = new PriorityQueue<>(new TaskOrder());

	@Override
	public void add(Task task) {
		this.tasks.add(task);
	}

	@Override
	public @Nullable Task poll() {
		return this.tasks.poll();
	}

	@Override
	public @Nullable Task peek() {
		return this.tasks.peek();
	}

	@Override
	public @Nullable Task oldest() {
		return this.tasks.stream().min(Comparator.comparingLong(Task::id)).orElse(null);
	}

	@Override
	public boolean remove(Task task) {
		return this.tasks.remove(task);
	}

	@Override
	public int size() {
		return this.tasks.size();
	}

	@Override
	public List<Task> inOrder() {
		List<Task> tasks = new ArrayList<>(this.tasks);
		tasks.sort(this.tasks.comparator());
		return tasks;
	}

}
