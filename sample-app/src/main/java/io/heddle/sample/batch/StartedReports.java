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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import io.heddle.future.Futures;
import io.heddle.future.ReturnWhen;
import io.heddle.sync.NamedBarrier;

/**
 * The tasks of a batch that wait at the barrier for its pictures.
 */
class StartedReports implements AutoCloseable {

	private final NamedBarrier pictures;

	private final List<Future<Path>> tasks = new ArrayList<>();

	StartedReports(NamedBarrier pictures) {
		this.pictures = pictures;
	}

	void add(Future<Path> task) {
		this.tasks.add(task);
	}

	/**
	 * Let the tasks go on, since the pictures are there, and wait for them.
	 * @throws InterruptedException if interrupted while waiting
	 * @throws BrokenBarrierException if somebody broke the barrier meanwhile
	 * @throws ExecutionException if one of the tasks failed
	 */
	void finish() throws InterruptedException, BrokenBarrierException, ExecutionException {
		this.pictures.await();
		for (Future<Path> task : Futures.wait(this.tasks, null, ReturnWhen.FIRST_EXCEPTION).done()) {
			task.get();
		}
	}

	/**
	 * End the tasks if they have not. None may be at the barrier, or come to it, when the
	 * next batch begins.
	 */
	@Override
	public void close() {
		if (this.tasks.stream().allMatch(Future::isDone)) {
			return;
		}
		this.pictures.abort();
		try {
			Futures.wait(this.tasks, null, ReturnWhen.ALL_COMPLETED);
		}
		catch (InterruptedException ex) {
			this.tasks.forEach((task) -> task.cancel(true));
			Thread.currentThread().interrupt();
		}
	}

}
