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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of a pool that look after its workers: one with a clock, which must not
 * block, and as many as needed for what does. They start when there is something to do.
 */
final class Keeper implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ProcessPool.class);

	private final ScheduledThreadPoolExecutor timer;

	private final ExecutorService threads;

	private final CallbackLane callbacks;

	Keeper(String pool) {
		AtomicInteger count = new AtomicInteger();
		this.timer = new ScheduledThreadPoolExecutor(1, daemons(() -> pool + "-keeper"));
		this.timer.setRemoveOnCancelPolicy(true);
		this.timer.setKeepAliveTime(10, TimeUnit.SECONDS);
		this.timer.allowCoreThreadTimeOut(true);
		this.threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(),
				daemons(() -> pool + "-helper-" + count.incrementAndGet()));
		this.callbacks = new CallbackLane(this::run, this::after);
	}

	private static ThreadFactory daemons(Supplier<String> names) {
		return (target) -> {
			Thread thread = new Thread(target, names.get());
			thread.setDaemon(true);
			return thread;
		};
	}

	CallbackLane callbacks() {
		return this.callbacks;
	}

	/**
	 * Run something that may block.
	 * @param action the action
	 */
	void run(Runnable action) {
		try {
			this.threads.execute(action);
		}
		catch (RejectedExecutionException ex) {
			// the pool has ended, and this is the last that is left of it
			action.run();
		}
	}

	/**
	 * Run something that may block and be interrupted.
	 * @param action the action
	 * @return what cancels it
	 */
	Future<?> submit(Runnable action) {
		return this.threads.submit(logged(action));
	}

	/**
	 * Run something that does not block some time later, unless the pool has ended then.
	 * @param delay how much later
	 * @param action the action
	 */
	void after(Duration delay, Runnable action) {
		try {
			this.timer.schedule(logged(action), delay.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException ex) {
			logger.trace("Too late for {}", action);
		}
	}

	/**
	 * Run something that does not block again and again.
	 * @param interval the time in between
	 * @param action the action
	 */
	void every(Duration interval, Runnable action) {
		this.timer.scheduleWithFixedDelay(logged(action), interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
	}

	private static Runnable logged(Runnable action) {
		return () -> {
			try {
				action.run();
			}
			catch (RuntimeException | Error ex) {
				logger.error("A process pool could not look after its workers", ex);
			}
		};
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
		this.threads.shutdown();
	}

}
