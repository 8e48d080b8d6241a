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

package io.heddle.actuate.executor;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * A {@link ThreadPoolExecutor} and its owner, which must learn of every change too.
 */
class ThreadPool {

	private final ThreadPoolExecutor executor;

	private final Executor owner;

	ThreadPool(ThreadPoolExecutor executor, Executor owner) {
		this.executor = executor;
		this.owner = owner;
	}

	static @Nullable ThreadPool of(Executor owner) {
		ThreadPoolExecutor executor = executorOf(owner);
		return (executor != null) ? new ThreadPool(executor, owner) : null;
	}

	private static @Nullable ThreadPoolExecutor executorOf(Executor owner) {
		try {
			if (owner instanceof ThreadPoolTaskExecutor taskExecutor) {
				return taskExecutor.getThreadPoolExecutor();
			}
			if (owner instanceof ThreadPoolTaskScheduler taskScheduler) {
				return taskScheduler.getScheduledThreadPoolExecutor();
			}
			return (owner instanceof ThreadPoolExecutor executor) ? executor : null;
		}
		catch (IllegalStateException ex) {
			return null;
		}
	}

	ThreadPoolExecutor executor() {
		return this.executor;
	}

	/**
	 * Return whether the core size is all there is, as with schedulers.
	 * @return whether there is no other size
	 */
	boolean fixed() {
		return this.executor instanceof ScheduledThreadPoolExecutor;
	}

	QueueDescriptor queue() {
		BlockingQueue<Runnable> queue = this.executor.getQueue();
		int size = queue.size();
		long capacity = (long) size + queue.remainingCapacity();
		return new QueueDescriptor(typeOf(queue), size, (capacity < Integer.MAX_VALUE) ? (int) capacity : null, null);
	}

	private @Nullable String typeOf(BlockingQueue<Runnable> queue) {
		if (fixed()) {
			return "delay";
		}
		if (queue instanceof PriorityBlockingQueue) {
			return "priority";
		}
		if (queue instanceof SynchronousQueue) {
			return "handoff";
		}
		boolean fifo = queue instanceof LinkedBlockingQueue || queue instanceof ArrayBlockingQueue
				|| queue instanceof LinkedBlockingDeque;
		return fifo ? "fifo" : null;
	}

	void setCoreSize(int coreSize) {
		if (this.owner instanceof ThreadPoolTaskExecutor taskExecutor) {
			taskExecutor.setCorePoolSize(coreSize);
		}
		else if (this.owner instanceof ThreadPoolTaskScheduler taskScheduler) {
			taskScheduler.setPoolSize(coreSize);
		}
		else {
			this.executor.setCorePoolSize(coreSize);
		}
	}

	void setMaxSize(int maxSize) {
		if (this.owner instanceof ThreadPoolTaskExecutor taskExecutor) {
			taskExecutor.setMaxPoolSize(maxSize);
		}
		else {
			this.executor.setMaximumPoolSize(maxSize);
		}
	}

	void setKeepAlive(Duration keepAlive) {
		if (this.owner instanceof ThreadPoolTaskExecutor taskExecutor) {
			// it knows whole seconds only
			taskExecutor
				.setKeepAliveSeconds((int) Math.min(keepAlive.plusNanos(999_999_999).toSeconds(), Integer.MAX_VALUE));
		}
		this.executor.setKeepAliveTime(keepAlive.toNanos(), TimeUnit.NANOSECONDS);
	}

}
