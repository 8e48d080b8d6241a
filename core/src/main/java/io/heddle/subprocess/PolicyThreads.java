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

package io.heddle.subprocess;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.UncaughtTaskExceptionHandler;

/**
 * The threads of a policy: as many as needed for what may block, which is to write a
 * large input, to start a process that had to wait, and to complete a future. They start
 * when there is something to do and end soon afterwards.
 */
final class PolicyThreads implements Executor {

	private static final long KEEP_ALIVE_SECONDS = 5;

	private final String policy;

	private final UncaughtTaskExceptionHandler handler;

	private final @Nullable ClassLoader classLoader = Thread.currentThread().getContextClassLoader();

	private final ThreadPoolExecutor helpers;

	PolicyThreads(String policy, UncaughtTaskExceptionHandler handler) {
		this.policy = policy;
		this.handler = handler;
		AtomicInteger count = new AtomicInteger();
		this.helpers = new ThreadPoolExecutor(0, Integer.MAX_VALUE, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS,
				new SynchronousQueue<>(), (target) -> thread(target, "helper-" + count.incrementAndGet()));
	}

	@Override
	public void execute(Runnable action) {
		this.helpers.execute(() -> {
			try {
				action.run();
			}
			catch (RuntimeException | Error ex) {
				report(ex);
			}
		});
	}

	void report(Throwable exception) {
		this.handler.handle(Thread.currentThread(), this.policy, "subprocess", exception);
	}

	ThreadFactory named(String purpose) {
		return (target) -> thread(target, purpose);
	}

	private Thread thread(Runnable target, String purpose) {
		// inherits nothing from whoever happens to need it, but loads what the
		// application can
		Thread thread = new Thread(null, target, this.policy + "-" + purpose, 0, false);
		thread.setContextClassLoader(this.classLoader);
		thread.setDaemon(true);
		thread.setUncaughtExceptionHandler((which, ex) -> this.handler.handle(which, this.policy, purpose, ex));
		return thread;
	}

}
