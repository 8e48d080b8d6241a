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

	private @Nullable ExecutorService ownExecutor;

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
		this.ownExecutor = super.initializeExecutor((propagation != null) ? (worker) -> threadFactory.newThread(() -> {
			propagation.clear();
			worker.run();
		}) : threadFactory, rejectedExecutionHandler);
		return this.ownExecutor;
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
		// what the run has set is gone before the trigger is asked for the next one
		return super.schedule(carried(task, true), new JumpTolerantTrigger(trigger));
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

	private Runnable carried(Runnable task) {
		return carried(task, !ownsThreads());
	}

	/**
	 * Give a task the context of the calling thread. Where there is none, it runs as it
	 * is on a thread of this scheduler, which has none either.
	 */
	private Runnable carried(Runnable task, boolean always) {
		ContextPropagation propagation = this.contextPropagation;
		if (propagation == null || task instanceof CarriedRunnable) {
			return task;
		}
		Object captured = propagation.capture();
		return (captured != null || always) ? new CarriedRunnable(task, propagation, captured) : task;
	}

	/**
	 * Return whether tasks run on threads of this scheduler, and not in virtual time.
	 */
	private boolean ownsThreads() {
		return getScheduledExecutor() == this.ownExecutor;
	}

	private <T extends @Nullable Object> Callable<T> carried(Callable<T> task) {
		ContextPropagation propagation = this.contextPropagation;
		if (propagation == null) {
			return task;
		}
		Object captured = propagation.capture();
		return (captured != null || !ownsThreads()) ? new CarriedCallable<>(task, propagation, captured) : task;
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
