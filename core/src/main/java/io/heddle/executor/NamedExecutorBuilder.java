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
import java.util.Objects;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.heddle.context.ContextCarrier;

/**
 * Builds a {@link NamedExecutor}. A builder is not thread-safe; each call of
 * {@link #build()} makes a new executor.
 */
public final class NamedExecutorBuilder {

	final String name;

	ThreadKind threads = ThreadKind.PLATFORM;

	int coreSize = 8;

	@Nullable Integer maxSize;

	Duration keepAlive = Duration.ofSeconds(60);

	Scaling scaling = Scaling.QUEUE_FIRST;

	QueueType queueType = QueueType.FIFO;

	int queueCapacity = Integer.MAX_VALUE;

	RejectionPolicy rejection = RejectionPolicy.ABORT;

	@Nullable Duration rejectionTimeout;

	@Nullable RejectedExecutionHandler rejectedExecutionHandler;

	TaskLimits limits = TaskLimits.NONE;

	@Nullable ThreadFactory threadFactory;

	String threadNamePrefix;

	@Nullable Runnable initializer;

	@Nullable UnaryOperator<Runnable> decorator;

	@Nullable ContextCarrier contextCarrier;

	ExecutorListener listener = new ExecutorListener() {
	};

	UncaughtTaskExceptionHandler uncaughtExceptionHandler = new LoggingUncaughtTaskExceptionHandler();

	@Nullable Watchdog watchdog;

	boolean trackCallers;

	NamedExecutorBuilder(String name) {
		this.name = Objects.requireNonNull(name, "'name' must not be null");
		this.threadNamePrefix = name + "-";
	}

	/**
	 * Set the kind of threads; platform threads by default.
	 * @param threads the kind of threads
	 * @return this builder
	 */
	public NamedExecutorBuilder threads(ThreadKind threads) {
		this.threads = threads;
		return this;
	}

	/**
	 * Set the number of core threads; 8 by default. Without meaning for virtual threads.
	 * @param coreSize the number of core threads
	 * @return this builder
	 */
	public NamedExecutorBuilder coreSize(int coreSize) {
		this.coreSize = coreSize;
		return this;
	}

	/**
	 * Set the most threads; by default as many as core threads, and 1,000 virtual ones.
	 * @param maxSize the maximum number of threads
	 * @return this builder
	 */
	public NamedExecutorBuilder maxSize(@Nullable Integer maxSize) {
		this.maxSize = maxSize;
		return this;
	}

	/**
	 * Set the idle time after which a thread ends, core threads included; a minute by
	 * default. Zero keeps core threads for ever and ends others at once.
	 * @param keepAlive the idle time
	 * @return this builder
	 */
	public NamedExecutorBuilder keepAlive(Duration keepAlive) {
		this.keepAlive = keepAlive;
		return this;
	}

	/**
	 * Set what comes first when all core threads are busy.
	 * @param scaling the scaling
	 * @return this builder
	 */
	public NamedExecutorBuilder scaling(Scaling scaling) {
		this.scaling = scaling;
		return this;
	}

	/**
	 * Set the order of the queue.
	 * @param queueType the queue type
	 * @return this builder
	 */
	public NamedExecutorBuilder queueType(QueueType queueType) {
		this.queueType = queueType;
		return this;
	}

	/**
	 * Set how many tasks may wait; without limit by default.
	 * @param queueCapacity the queue capacity
	 * @return this builder
	 */
	public NamedExecutorBuilder queueCapacity(int queueCapacity) {
		this.queueCapacity = queueCapacity;
		return this;
	}

	/**
	 * Set what happens to a task for which there is no room.
	 * @param rejection the policy
	 * @return this builder
	 */
	public NamedExecutorBuilder rejection(RejectionPolicy rejection) {
		this.rejection = rejection;
		return this;
	}

	/**
	 * Set how long {@link RejectionPolicy#BLOCK} waits for room; without limit by
	 * default.
	 * @param rejectionTimeout the longest time to wait
	 * @return this builder
	 */
	public NamedExecutorBuilder rejectionTimeout(@Nullable Duration rejectionTimeout) {
		this.rejectionTimeout = rejectionTimeout;
		return this;
	}

	/**
	 * Set a handler of one's own for rejected tasks, used in place of any policy. Those
	 * of the JDK stand for the policy of their name. Not for virtual threads.
	 * @param rejectedExecutionHandler the handler
	 * @return this builder
	 */
	public NamedExecutorBuilder rejectedExecutionHandler(@Nullable RejectedExecutionHandler rejectedExecutionHandler) {
		this.rejectedExecutionHandler = rejectedExecutionHandler;
		return this;
	}

	/**
	 * Set how long tasks may wait and run; without limit by default.
	 * @param limits the limits
	 * @return this builder
	 */
	public NamedExecutorBuilder limits(TaskLimits limits) {
		this.limits = limits;
		return this;
	}

	/**
	 * Set what the names of the threads begin with; by default the name of the executor
	 * and a hyphen. Without meaning for a thread factory of one's own.
	 * @param threadNamePrefix the prefix
	 * @return this builder
	 */
	public NamedExecutorBuilder threadNamePrefix(String threadNamePrefix) {
		this.threadNamePrefix = threadNamePrefix;
		return this;
	}

	/**
	 * Set the factory of the threads; by default it makes threads of the set kind.
	 * @param threadFactory the thread factory
	 * @return this builder
	 */
	public NamedExecutorBuilder threadFactory(@Nullable ThreadFactory threadFactory) {
		this.threadFactory = threadFactory;
		return this;
	}

	/**
	 * Set what each new thread runs once before its first task. If it throws, the
	 * executor is {@linkplain BrokenExecutorException broken}. Tasks do not see what it
	 * leaves in a {@link io.heddle.sync.ThreadData}, for each has its own.
	 * @param initializer the initializer
	 * @return this builder
	 */
	public NamedExecutorBuilder initializer(@Nullable Runnable initializer) {
		this.initializer = initializer;
		return this;
	}

	/**
	 * Set a decorator that is applied to each task on the submitting thread.
	 * @param decorator the decorator
	 * @return this builder
	 */
	public NamedExecutorBuilder decorator(@Nullable UnaryOperator<Runnable> decorator) {
		this.decorator = decorator;
		return this;
	}

	/**
	 * Set what carries the submitter's context to the task; nothing does by default.
	 * @param contextCarrier the context carrier
	 * @return this builder
	 */
	public NamedExecutorBuilder contextCarrier(@Nullable ContextCarrier contextCarrier) {
		this.contextCarrier = contextCarrier;
		return this;
	}

	/**
	 * Set who is told of saturation, rejections, timeouts and stuck tasks.
	 * @param listener the listener
	 * @return this builder
	 */
	public NamedExecutorBuilder listener(ExecutorListener listener) {
		this.listener = listener;
		return this;
	}

	/**
	 * Set who receives the exceptions of tasks without a future; by default they are
	 * logged as errors.
	 * @param handler the handler
	 * @return this builder
	 */
	public NamedExecutorBuilder uncaughtExceptionHandler(UncaughtTaskExceptionHandler handler) {
		this.uncaughtExceptionHandler = handler;
		return this;
	}

	/**
	 * Set the watchdog that enforces the limits; by default the executor has one of its
	 * own. Executors may share one.
	 * @param watchdog the watchdog
	 * @return this builder
	 */
	public NamedExecutorBuilder watchdog(@Nullable Watchdog watchdog) {
		this.watchdog = watchdog;
		return this;
	}

	/**
	 * Set whether the calling class and method of each submission are recorded, which
	 * costs about a microsecond a task; off by default.
	 * @param trackCallers whether to record the caller
	 * @return this builder
	 */
	public NamedExecutorBuilder trackCallers(boolean trackCallers) {
		this.trackCallers = trackCallers;
		return this;
	}

	/**
	 * Build an executor whose tasks are run by a host. The host says how many at once;
	 * settings of threads, decoration and rejection have no meaning.
	 * @param host the host
	 * @return a new executor
	 */
	public NamedExecutor build(TaskHost host) {
		return new HostedExecutor(this, host);
	}

	/**
	 * Build the executor.
	 * @return a new executor
	 * @throws IllegalArgumentException if the settings contradict each other
	 * @throws UnsupportedOperationException if virtual threads are asked for on a Java
	 * that has none
	 */
	public NamedExecutor build() {
		return (this.threads == ThreadKind.VIRTUAL) ? new VirtualThreadExecutor(this)
				: new MonitoredThreadPoolExecutor(this);
	}

}
