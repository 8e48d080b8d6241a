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

package io.heddle.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;

import io.heddle.race.Racers;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Base of the tests of synchronizers: starts threads and ends them.
 */
abstract class AbstractSyncTests {

	private final List<Worker> workers = new ArrayList<>();

	@AfterEach
	void endWorkers() {
		this.workers.forEach(Worker::end);
	}

	Worker worker(Racers racers, String name) {
		Worker worker = new Worker(racers, name);
		this.workers.add(worker);
		return worker;
	}

	static void awaitWaiters(Synchronizer synchronizer, int waiters) {
		await().until(() -> synchronizer.waiters().size() == waiters);
	}

	static <T> T get(CompletableFuture<T> future) throws Exception {
		try {
			return future.get(10, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof Exception cause) ? cause : ex;
		}
	}

	static void assertBroken(CompletableFuture<Integer> waiter, String reason) {
		assertThatExceptionOfType(BrokenBarrierException.class).isThrownBy(() -> get(waiter))
			.withMessageContaining(reason);
	}

	/**
	 * A thread that does what it is told, one thing after the other.
	 */
	static final class Worker {

		private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

		private final Thread thread;

		private volatile boolean ended;

		private Worker(Racers racers, String name) {
			this.thread = racers.start(name, this::run);
		}

		Thread thread() {
			return this.thread;
		}

		<T> CompletableFuture<T> call(Callable<T> task) {
			CompletableFuture<T> future = new CompletableFuture<>();
			this.tasks.add(() -> {
				try {
					future.complete(task.call());
				}
				catch (Throwable ex) {
					future.completeExceptionally(ex);
				}
			});
			return future;
		}

		CompletableFuture<Void> run(Action action) {
			return call(() -> {
				action.run();
				return null;
			});
		}

		/**
		 * Let the thread do something and wait until it is done.
		 */
		void does(Action action) throws Exception {
			get(run(action));
		}

		void interrupt() {
			this.thread.interrupt();
		}

		private void run() {
			while (!this.ended) {
				try {
					this.tasks.take().run();
				}
				catch (InterruptedException ex) {
					// asked to end, or meant for a task that has ended
				}
			}
		}

		private void end() {
			this.ended = true;
			this.thread.interrupt();
		}

	}

	/**
	 * Something to do.
	 */
	@FunctionalInterface
	interface Action {

		void run() throws Exception;

	}

}
