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

package io.heddle.process;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.heddle.context.Context;

/**
 * Runs foreign code in the order in which it comes, in one thread as long as it is quick.
 * What stands still for a while is overtaken by a further thread, so that code that
 * blocks holds up nothing else. Thread-safe.
 */
final class CallbackLane implements Executor {

	private static final Logger logger = LoggerFactory.getLogger(ProcessPool.class);

	private static final Duration PATIENCE = Duration.ofMillis(2);

	private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

	private final Executor threads;

	private final BiConsumer<Duration, Runnable> timer;

	private final AtomicInteger drains = new AtomicInteger();

	private final AtomicInteger started = new AtomicInteger();

	private final AtomicBoolean watched = new AtomicBoolean();

	CallbackLane(Executor threads, BiConsumer<Duration, Runnable> timer) {
		this.threads = threads;
		this.timer = timer;
	}

	@Override
	public void execute(Runnable callback) {
		this.waiting.add(callback);
		if (this.drains.compareAndSet(0, 1)) {
			drain();
		}
		if (this.watched.compareAndSet(false, true)) {
			watch();
		}
	}

	private void drain() {
		this.threads.execute(() -> {
			boolean more = true;
			while (more) {
				for (Runnable next = this.waiting.poll(); next != null; next = this.waiting.poll()) {
					this.started.incrementAndGet();
					run(next);
				}
				// what came while the last look had found nothing
				this.drains.decrementAndGet();
				more = !this.waiting.isEmpty() && this.drains.compareAndSet(0, 1);
			}
		});
	}

	private static void run(Runnable callback) {
		try {
			// of its own, for the thread goes on with the callbacks of other tasks
			Context.empty().run(callback);
		}
		catch (Throwable ex) {
			logger.error("What depended on a task failed", ex);
		}
	}

	private void watch() {
		int seen = this.started.get();
		this.timer.accept(PATIENCE, () -> {
			if (!this.waiting.isEmpty() && seen == this.started.get()) {
				this.drains.incrementAndGet();
				drain();
			}
			this.watched.set(false);
			if (!this.waiting.isEmpty() && this.watched.compareAndSet(false, true)) {
				watch();
			}
		});
	}

}
