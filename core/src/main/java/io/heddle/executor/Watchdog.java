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

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.heddle.context.Context;

/**
 * A daemon thread that enforces the time limits of executors. It sleeps until the next
 * moment at which a task could exceed a limit; it is started when the first limit is set.
 * Any number of executors may share one. Thread-safe.
 */
public final class Watchdog implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Watchdog.class);

	/** Half of what fits, so that adding it to a time does not overflow. **/
	private static final long NEVER = Long.MAX_VALUE / 2;

	private final String threadName;

	private final ExecutorService callbacks;

	private final Set<Watched> watched = ConcurrentHashMap.newKeySet();

	private volatile @Nullable Thread thread;

	private volatile long wakeAt;

	private volatile boolean wakeRequested;

	private volatile boolean closed;

	/**
	 * Create a new watchdog.
	 */
	public Watchdog() {
		this("heddle-watchdog");
	}

	Watchdog(String threadName) {
		this.threadName = threadName;
		this.callbacks = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(),
				(callback) -> daemon(callback, threadName + "-callback"));
	}

	void watch(Watched watched) {
		this.watched.add(watched);
		long now = System.nanoTime();
		long next = watched.inspect(now);
		if (next != Long.MAX_VALUE) {
			wakeWithin(next);
		}
	}

	void unwatch(Watched watched) {
		this.watched.remove(watched);
	}

	/**
	 * Make sure that the next look is not later than this.
	 * @param nanos the time until the next look
	 */
	void wakeWithin(long nanos) {
		Thread thread = this.thread;
		if (thread == null) {
			start();
		}
		else if (nanos < NEVER && System.nanoTime() + nanos - this.wakeAt < 0) {
			this.wakeRequested = true;
			LockSupport.unpark(thread);
		}
	}

	/**
	 * Run foreign code on a thread and in a context of its own: if it blocks, limits are
	 * enforced all the same, and what it sets is gone with it.
	 * @param callback the callback
	 */
	void callBack(Runnable callback) {
		Runnable apart = () -> Context.empty().run(callback);
		try {
			this.callbacks.execute(apart);
		}
		catch (RejectedExecutionException ex) {
			apart.run();
		}
	}

	private Thread daemon(Runnable target, String name) {
		Thread thread = new Thread(target, name);
		thread.setDaemon(true);
		return thread;
	}

	private synchronized void start() {
		if (this.thread == null && !this.closed) {
			Thread thread = daemon(this::run, this.threadName);
			this.wakeAt = System.nanoTime() + NEVER;
			this.thread = thread;
			thread.start();
		}
	}

	private void run() {
		while (!this.closed) {
			long now = System.nanoTime();
			// whoever needs an earlier look from here on asks for it
			this.wakeRequested = false;
			this.wakeAt = now + NEVER;
			long next = NEVER;
			for (Watched watched : this.watched) {
				next = Math.min(next, inspect(watched, now));
			}
			this.wakeAt = now + next;
			// asked again, since a lock on the way may have taken the permit to go on
			if (!this.wakeRequested) {
				LockSupport.parkNanos(this, next - (System.nanoTime() - now));
			}
		}
	}

	private long inspect(Watched watched, long now) {
		try {
			return watched.inspect(now);
		}
		catch (RuntimeException | Error ex) {
			logger.error("Could not inspect {}", watched, ex);
			return Long.MAX_VALUE;
		}
	}

	/**
	 * End the thread. Limits are not enforced any more.
	 */
	@Override
	public synchronized void close() {
		this.closed = true;
		this.callbacks.shutdown();
		LockSupport.unpark(this.thread);
	}

	/**
	 * Something with time limits.
	 */
	interface Watched {

		/**
		 * Enforce the limits.
		 * @param now the present time, by {@link System#nanoTime()}
		 * @return the nanoseconds until the next look is due, or {@link Long#MAX_VALUE}
		 */
		long inspect(long now);

	}

}
