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

package io.heddle.benchmarks.sync;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.heddle.sync.NamedBarrier;
import io.heddle.sync.NamedLock;
import io.heddle.sync.NamedSemaphore;

/**
 * What is measured: a synchronizer by its way through.
 */
public enum Subject {

	JDK_LOCK("ReentrantLock", 1, () -> passage(new ReentrantLock())),

	LOCK("Heddle lock", 1, () -> passage(lock(true, false))),

	PLAIN_LOCK("Heddle lock, not reentrant", 1, () -> passage(lock(false, false))),

	JDK_FAIR_LOCK("ReentrantLock, fair", 1, () -> passage(new ReentrantLock(true))),

	FAIR_LOCK("Heddle lock, fair", 1, () -> passage(lock(true, true))),

	JDK_SINGLE("Semaphore of 1", 1, () -> passage(new Semaphore(1))),

	SINGLE("Heddle semaphore of 1", 1, () -> passage(semaphore(1, false))),

	JDK_SEMAPHORE("Semaphore of 10", 1, () -> passage(new Semaphore(10))),

	SEMAPHORE("Heddle semaphore of 10", 1, () -> passage(semaphore(10, false))),

	JDK_FAIR_SEMAPHORE("Semaphore of 10, fair", 1, () -> passage(new Semaphore(10, true))),

	FAIR_SEMAPHORE("Heddle semaphore of 10, fair", 1, () -> passage(semaphore(10, true))),

	JDK_BARRIER("CyclicBarrier of 2", 2, () -> new CyclicBarrier(2)::await),

	BARRIER("Heddle barrier of 2", 2, () -> NamedBarrier.builder("barrier", 2).build()::await),

	JDK_CONTENDED_LOCK("ReentrantLock, 2 threads", 2, () -> passage(new ReentrantLock())),

	CONTENDED_LOCK("Heddle lock, 2 threads", 2, () -> passage(lock(true, false))),

	JDK_CONTENDED_SEMAPHORE("Semaphore of 1, 2 threads", 2, () -> passage(new Semaphore(1))),

	CONTENDED_SEMAPHORE("Heddle semaphore of 1, 2 threads", 2, () -> passage(semaphore(1, false)));

	private final String label;

	private final int threads;

	private final Supplier<Passage> factory;

	Subject(String label, int threads, Supplier<Passage> factory) {
		this.label = label;
		this.threads = threads;
		this.factory = factory;
	}

	String label() {
		return this.label;
	}

	int threads() {
		return this.threads;
	}

	Passage create() {
		return this.factory.get();
	}

	private static Lock lock(boolean reentrant, boolean fair) {
		return NamedLock.builder("lock").reentrant(reentrant).fair(fair).build();
	}

	private static NamedSemaphore semaphore(int permits, boolean fair) {
		return NamedSemaphore.builder("semaphore").permits(permits).fair(fair).build();
	}

	private static Passage passage(Lock lock) {
		return () -> {
			lock.lock();
			lock.unlock();
		};
	}

	private static Passage passage(Semaphore semaphore) {
		return () -> {
			semaphore.acquire();
			semaphore.release();
		};
	}

	private static Passage passage(NamedSemaphore semaphore) {
		return () -> {
			semaphore.acquire();
			semaphore.release();
		};
	}

	/**
	 * The way through a synchronizer.
	 */
	@FunctionalInterface
	interface Passage {

		void pass() throws Exception;

	}

}
