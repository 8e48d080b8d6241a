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

package io.heddle.benchmarks.executor;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * What is measured: an executor by its own ways of taking tasks.
 *
 * @param executor takes a task without a result
 * @param submitter takes a task with a result
 * @param end ends the executor
 */
record Subject(Executor executor, Submitter submitter, Runnable end) {

	static final int WORKERS = 2;

	/** Room for all that is ever submitted at once. **/
	static final int QUEUE_CAPACITY = 10 * Batch.SIZE;

	static Subject of(ExecutorService executor) {
		return new Subject(executor, executor::submit, executor::shutdownNow);
	}

	static Subject of(ThreadPoolTaskExecutor executor) {
		return new Subject(executor, executor::submit, executor::shutdown);
	}

	static Subject of(Executor executor, Runnable end) {
		return new Subject(executor, (task) -> {
			throw new UnsupportedOperationException();
		}, end);
	}

	void close() {
		this.end.run();
	}

	/**
	 * A way of submitting a task with a result.
	 */
	@FunctionalInterface
	interface Submitter {

		Future<?> submit(Callable<Object> task);

	}

}
