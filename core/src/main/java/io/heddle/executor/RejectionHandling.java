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

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Applies the {@link RejectionPolicy} to a task that found no room.
 */
final class RejectionHandling {

	static final String SHUT_DOWN = "it has been shut down";

	private final RejectionPolicy policy;

	private final @Nullable Duration timeout;

	private final @Nullable RejectedExecutionHandler customHandler;

	private final TaskMonitor monitor;

	RejectionHandling(NamedExecutorBuilder builder, TaskMonitor monitor) {
		RejectionPolicy known = policyOf(builder.rejectedExecutionHandler);
		this.policy = (known != null) ? known : builder.rejection;
		this.timeout = builder.rejectionTimeout;
		this.customHandler = (known != null) ? null : builder.rejectedExecutionHandler;
		this.monitor = monitor;
		if (this.timeout != null && (this.timeout.isNegative() || this.timeout.isZero())) {
			throw new IllegalArgumentException("'rejectionTimeout' must be positive but is " + this.timeout);
		}
	}

	static boolean isCustom(NamedExecutorBuilder builder) {
		return builder.rejectedExecutionHandler != null && policyOf(builder.rejectedExecutionHandler) == null;
	}

	/**
	 * Return the policy that does what one of the JDK's handlers does, which would lose
	 * sight of the future.
	 */
	private static @Nullable RejectionPolicy policyOf(@Nullable RejectedExecutionHandler handler) {
		if (handler instanceof ThreadPoolExecutor.AbortPolicy) {
			return RejectionPolicy.ABORT;
		}
		if (handler instanceof ThreadPoolExecutor.CallerRunsPolicy) {
			return RejectionPolicy.CALLER_RUNS;
		}
		if (handler instanceof ThreadPoolExecutor.DiscardPolicy) {
			return RejectionPolicy.DISCARD;
		}
		return (handler instanceof ThreadPoolExecutor.DiscardOldestPolicy) ? RejectionPolicy.DISCARD_OLDEST : null;
	}

	/**
	 * Handle a task for which there is no room.
	 * @param task the task
	 * @param pool the pool to tell a handler of the user's own, or {@code null} if it is
	 * none
	 * @return whether it was queued after all
	 * @throws RejectedExecutionException if the submitter is to know of its rejection
	 */
	boolean handle(Task task, @Nullable ThreadPoolExecutor pool) {
		TaskQueue queue = this.monitor.queue();
		if (queue.isClosed()) {
			throw this.monitor.reject(task, SHUT_DOWN);
		}
		if (queue.offerNow(task)) {
			return true;
		}
		this.monitor.inspector().saturated();
		if (this.customHandler != null && pool != null) {
			return leaveToCustomHandler(task, this.customHandler, pool);
		}
		return switch (this.policy) {
			case ABORT -> throw this.monitor.reject(task, fullness());
			case CALLER_RUNS -> {
				this.monitor.run(task);
				yield false;
			}
			case DISCARD -> {
				this.monitor.reject(task, fullness() + "; it was discarded");
				yield false;
			}
			case DISCARD_OLDEST -> discardOldest(task);
			case BLOCK -> block(task);
		};
	}

	private boolean leaveToCustomHandler(Task task, RejectedExecutionHandler handler, ThreadPoolExecutor pool) {
		try {
			handler.rejectedExecution(task, pool);
			return false;
		}
		catch (RuntimeException | Error ex) {
			this.monitor.reject(task, ex.toString(), ex);
			throw ex;
		}
	}

	private boolean discardOldest(Task task) {
		TaskQueue queue = this.monitor.queue();
		while (!queue.offerNow(task)) {
			if (queue.isClosed()) {
				throw this.monitor.reject(task, SHUT_DOWN);
			}
			Task oldest = queue.pollOldest();
			if (oldest != null) {
				this.monitor.reject(oldest, "discarded as the oldest to make room for task '" + task + "'");
			}
			else if (queue.type() == QueueType.HANDOFF) {
				throw this.monitor.reject(task, fullness() + " and none waits that could be discarded");
			}
			// else all have been started meanwhile, so there is room now
		}
		return true;
	}

	private boolean block(Task task) {
		try {
			long nanos = (this.timeout != null) ? Nanos.of(this.timeout) : Long.MAX_VALUE;
			if (this.monitor.queue().offer(task, nanos, TimeUnit.NANOSECONDS)) {
				return true;
			}
			throw this.monitor.reject(task,
					this.monitor.queue().isClosed() ? SHUT_DOWN : fullness() + " and stayed so for " + this.timeout);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw this.monitor.reject(task, "the submitter was interrupted while it waited for room");
		}
	}

	private String fullness() {
		TaskQueue queue = this.monitor.queue();
		String waiting = (queue.type() != QueueType.HANDOFF)
				? "all " + queue.capacity() + " places in the queue are taken" : "no thread is idle";
		return this.monitor.tasks().active() + " tasks are running and " + waiting;
	}

}
