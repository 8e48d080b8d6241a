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

package io.heddle.sample.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/**
 * The tasks that a batch has started. Closing it cancels those that have not ended, and
 * any that is started later.
 */
class StartedTasks implements AutoCloseable {

	private final List<Future<?>> tasks = new ArrayList<>();

	private boolean closed;

	<F extends Future<?>> F add(F task) {
		synchronized (this.tasks) {
			if (!this.closed) {
				this.tasks.add(task);
				return task;
			}
		}
		task.cancel(true);
		return task;
	}

	@Override
	public void close() {
		synchronized (this.tasks) {
			this.closed = true;
		}
		this.tasks.forEach((task) -> task.cancel(true));
	}

}
