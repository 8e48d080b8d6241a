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

package io.heddle.autoconfigure.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import io.heddle.context.ContextPropagation;
import io.heddle.executor.ThreadKind;

/**
 * The bean of a named scheduler: one of Spring's, whose tasks see the context of who
 * scheduled them, and whose triggers do not stall when the clock jumps back.
 */
@SuppressWarnings("serial")
class NamedTaskScheduler extends ThreadPoolTaskScheduler {

	private volatile SchedulerSettings settings;

	private final @Nullable ContextPropagation contextPropagation;

	private long awaitTerminationMillis;

	NamedTaskScheduler(SchedulerSettings settings, @Nullable ContextPropagation contextPropagation) {
		this.settings = settings;
		this.contextPropagation = contextPropagation;
		setRemoveOnCancelPolicy(true);
		setDaemon(settings.daemon());
		setThreadPriority(settings.priority());
		if (settings.threads() == ThreadKind.VIRTUAL) {
			setVirtualThreads(true);
		}
	}

	SchedulerSettings settings() {
		return this.settings;
	}

	void settings(SchedulerSettings settings) {
		this.settings = settings;
	}

	/**
	 * Begin each thread without what it may have inherited.
	 */
	@Override
	protected ExecutorService initializeExecutor(ThreadFactory threadFactory,
			RejectedExecutionHandler rejectedExecutionHandler) {
		ContextPropagation propagation = this.contextPropagation;
		return super.initializeExecutor((propagation != null) ? (worker) -> threadFactory.newThread(() -> {
			propagation.clear();
			worker.run();
		}) : threadFactory, rejectedExecutionHandler);
	}

	/**
	 * Leave nothing of what a run has set to the next one on its thread.
	 */
	@Override
	protected void afterExecute(Runnable task, @Nullable Throwable ex) {
		super.afterExecute(task, ex);
		if (this.contextPropagation != null) {
			this.contextPropagation.clear();
		}
	}

	@Override
	public void execute(Runnable task) {
		super.execute(carried(task));
	}

	@Override
	public Future<?> submit(Runnable task) {
		return super.submit(carried(task));
	}

	@Override
	public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
		return super.submit(carried(task));
	}

	@Override
	public @Nullable ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
		return super.schedule(carried(task), new JumpTolerantTrigger(trigger));
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
		return super.schedule(carried(task), startTime);
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant startTime, Duration period) {
		return super.scheduleAtFixedRate(carried(task), startTime, period);
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
		return super.scheduleAtFixedRate(carried(task), period);
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant startTime, Duration delay) {
		return super.scheduleWithFixedDelay(carried(task), startTime, delay);
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
		return super.scheduleWithFixedDelay(carried(task), delay);
	}

	/**
	 * Give a task the context of the calling thread, if there is any: where a run brings
	 * none it has none.
	 */
	private Runnable carried(Runnable task) {
		ContextPropagation propagation = this.contextPropagation;
		if (propagation == null || task instanceof CarriedRunnable) {
			return task;
		}
		Object captured = propagation.capture();
		return (captured != null) ? new CarriedRunnable(task, propagation, captured) : task;
	}

	private <T extends @Nullable Object> Callable<T> carried(Callable<T> task) {
		ContextPropagation propagation = this.contextPropagation;
		if (propagation == null) {
			return task;
		}
		Object captured = propagation.capture();
		return (captured != null) ? new CarriedCallable<>(task, propagation, captured) : task;
	}

	/**
	 * Capture the context of the calling thread.
	 * @return gives it to tasks, whoever will schedule them
	 */
	UnaryOperator<Runnable> captureContext() {
		ContextPropagation propagation = this.contextPropagation;
		if (propagation == null) {
			return UnaryOperator.identity();
		}
		Object captured = propagation.capture();
		return (task) -> new CarriedRunnable(task, propagation, captured);
	}

	@Override
	public void setAwaitTerminationSeconds(int awaitTerminationSeconds) {
		setAwaitTerminationMillis(awaitTerminationSeconds * 1000L);
	}

	@Override
	public void setAwaitTerminationMillis(long awaitTerminationMillis) {
		super.setAwaitTerminationMillis(awaitTerminationMillis);
		this.awaitTerminationMillis = awaitTerminationMillis;
	}

	/**
	 * Stop accepting tasks, let them finish as configured, and cancel those that have not
	 * finished within the configured time.
	 */
	@Override
	public void destroy() {
		super.destroy();
		if (this.awaitTerminationMillis > 0) {
			ExecutorService executor = getScheduledExecutor();
			if (!executor.isTerminated()) {
				executor.shutdownNow();
			}
		}
	}

}
