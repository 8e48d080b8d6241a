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

package io.heddle.autoconfigure.scheduling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import io.heddle.scheduling.SteerableTask;
import io.heddle.scheduling.TaskSchedule;

/**
 * Forgets tasks that have run once, for an application may schedule any number of them.
 * Guarded by its monitor.
 */
class SpentTasks {

	/** How many are kept, to be seen and triggered. **/
	static final int KEPT = 100;

	private final Deque<SteerableTask> once = new ArrayDeque<>();

	private final Consumer<SteerableTask> forget;

	SpentTasks(Consumer<SteerableTask> forget) {
		this.forget = forget;
	}

	/**
	 * Note a task that has been scheduled. Looks at two others, so that those that have
	 * run are forgotten faster than new ones come, also if some never run.
	 * @param task the task
	 */
	synchronized void scheduled(SteerableTask task) {
		if (task.schedule().kind() != TaskSchedule.Kind.ONE_TIME) {
			return;
		}
		this.once.addLast(task);
		for (int i = 0; i < 2 && this.once.size() > KEPT; i++) {
			SteerableTask oldest = this.once.removeFirst();
			if (oldest.isSpent()) {
				this.forget.accept(oldest);
			}
			else {
				this.once.addLast(oldest);
			}
		}
	}

}
