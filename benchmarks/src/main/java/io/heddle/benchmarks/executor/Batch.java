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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A batch of tasks that do nothing but count themselves. One object stands for all of
 * them, so a task itself allocates nothing.
 */
final class Batch implements Runnable {

	static final int SIZE = 1000;

	private final AtomicInteger remaining = new AtomicInteger();

	private final Callable<Object> callable = () -> {
		run();
		return this;
	};

	Callable<Object> callable() {
		return this.callable;
	}

	void start() {
		this.remaining.set(SIZE);
	}

	@Override
	public void run() {
		this.remaining.getAndDecrement();
	}

	/**
	 * Wait until all have run, without parking: waking a thread costs as much as hundreds
	 * of tasks.
	 */
	void await() {
		while (this.remaining.get() > 0) {
			Thread.yield();
		}
	}

}
