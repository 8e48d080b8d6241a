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

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * The order of a priority queue: by priority number, then comparable tasks in their
 * natural order and before the others, then by submission.
 */
final class TaskOrder implements Comparator<Task> {

	@Override
	public int compare(Task left, Task right) {
		int result = Integer.compare(left.options().priority(), right.options().priority());
		if (result == 0) {
			result = compareNaturally(comparable(left), comparable(right));
		}
		return (result != 0) ? result : Long.compare(left.id(), right.id());
	}

	/**
	 * Compare what is comparable. This never throws, since a queue that is being
	 * reordered would lose a task.
	 */
	@SuppressWarnings("unchecked")
	private int compareNaturally(@Nullable Comparable<?> left, @Nullable Comparable<?> right) {
		if (left == null || right == null) {
			return Boolean.compare(left == null, right == null);
		}
		try {
			return ((Comparable<Object>) left).compareTo(right);
		}
		catch (RuntimeException | Error ex) {
			return left.getClass().getName().compareTo(right.getClass().getName());
		}
	}

	private @Nullable Comparable<?> comparable(Task task) {
		Object submitted = TaskLabel.submitted(task.command());
		return (submitted instanceof Comparable<?> comparable) ? comparable : null;
	}

}
