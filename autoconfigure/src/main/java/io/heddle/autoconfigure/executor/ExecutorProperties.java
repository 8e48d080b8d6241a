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

package io.heddle.autoconfigure.executor;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.heddle.autoconfigure.named.TaskProperties;
import io.heddle.executor.QueueType;
import io.heddle.executor.RejectionPolicy;
import io.heddle.executor.Scaling;
import io.heddle.executor.ThreadKind;

/**
 * The configuration of one named executor.
 */
public class ExecutorProperties extends TaskProperties {

	/**
	 * Kind of threads that run the tasks. Virtual threads need Java 21 or later.
	 */
	private ThreadKind threads = ThreadKind.PLATFORM;

	/**
	 * Number of threads that are kept ready, 8 if not set. Not for virtual threads.
	 */
	private @Nullable Integer coreSize;

	/**
	 * Most threads, or most tasks at once with virtual threads. By default the core size,
	 * and 1000 with virtual threads.
	 */
	private @Nullable Integer maxSize;

	/**
	 * Idle time after which a thread ends, core threads included. Zero keeps core threads
	 * for ever.
	 */
	private Duration keepAlive = Duration.ofSeconds(60);

	/**
	 * What comes first when all core threads are busy: the queue, or more threads up to
	 * the maximum size.
	 */
	private Scaling scaling = Scaling.QUEUE_FIRST;

	private final Queue queue = new Queue();

	/**
	 * What happens to a task that finds all threads busy and the queue full.
	 */
	private RejectionPolicy rejection = RejectionPolicy.ABORT;

	/**
	 * How long the rejection policy 'block' waits for room. Without limit if not set.
	 */
	private @Nullable Duration rejectionTimeout;

	/**
	 * How long a task may run. One that runs longer is interrupted and marked timed out.
	 * Without limit if not set.
	 */
	private @Nullable Duration taskTimeout;

	/**
	 * Prefix of the names of the threads. By default the name of the executor and a
	 * hyphen.
	 */
	private @Nullable String threadNamePrefix;

	/**
	 * Whether the threads are daemon threads, which do not keep the JVM alive. Virtual
	 * threads always are.
	 */
	private boolean daemon = false;

	/**
	 * Priority of the threads, from 1 to 10. Without effect on virtual threads.
	 */
	private int priority = 5;

	/**
	 * Name of a Runnable bean that each new thread runs once before its first task. If it
	 * throws, the executor takes no more tasks.
	 */
	private @Nullable String initializer;

	/**
	 * Whether the context of the submitter (the MDC, and all that is registered with
	 * Micrometer's context-propagation) travels to the task.
	 */
	private boolean propagateContext = true;

	public ThreadKind getThreads() {
		return this.threads;
	}

	public void setThreads(ThreadKind threads) {
		this.threads = threads;
	}

	public @Nullable Integer getCoreSize() {
		return this.coreSize;
	}

	public void setCoreSize(@Nullable Integer coreSize) {
		this.coreSize = coreSize;
	}

	public @Nullable Integer getMaxSize() {
		return this.maxSize;
	}

	public void setMaxSize(@Nullable Integer maxSize) {
		this.maxSize = maxSize;
	}

	public Duration getKeepAlive() {
		return this.keepAlive;
	}

	public void setKeepAlive(Duration keepAlive) {
		this.keepAlive = keepAlive;
	}

	public Scaling getScaling() {
		return this.scaling;
	}

	public void setScaling(Scaling scaling) {
		this.scaling = scaling;
	}

	public Queue getQueue() {
		return this.queue;
	}

	public RejectionPolicy getRejection() {
		return this.rejection;
	}

	public void setRejection(RejectionPolicy rejection) {
		this.rejection = rejection;
	}

	public @Nullable Duration getRejectionTimeout() {
		return this.rejectionTimeout;
	}

	public void setRejectionTimeout(@Nullable Duration rejectionTimeout) {
		this.rejectionTimeout = rejectionTimeout;
	}

	public @Nullable Duration getTaskTimeout() {
		return this.taskTimeout;
	}

	public void setTaskTimeout(@Nullable Duration taskTimeout) {
		this.taskTimeout = taskTimeout;
	}

	public @Nullable String getThreadNamePrefix() {
		return this.threadNamePrefix;
	}

	public void setThreadNamePrefix(@Nullable String threadNamePrefix) {
		this.threadNamePrefix = threadNamePrefix;
	}

	public boolean isDaemon() {
		return this.daemon;
	}

	public void setDaemon(boolean daemon) {
		this.daemon = daemon;
	}

	public int getPriority() {
		return this.priority;
	}

	public void setPriority(int priority) {
		this.priority = priority;
	}

	public @Nullable String getInitializer() {
		return this.initializer;
	}

	public void setInitializer(@Nullable String initializer) {
		this.initializer = initializer;
	}

	public boolean isPropagateContext() {
		return this.propagateContext;
	}

	public void setPropagateContext(boolean propagateContext) {
		this.propagateContext = propagateContext;
	}

	/**
	 * The queue of an executor.
	 */
	public static class Queue {

		/**
		 * Order in which waiting tasks are started.
		 */
		private QueueType type = QueueType.FIFO;

		/**
		 * Most tasks that may wait. Without limit if not set.
		 */
		private @Nullable Integer capacity;

		public QueueType getType() {
			return this.type;
		}

		public void setType(QueueType type) {
			this.type = type;
		}

		public @Nullable Integer getCapacity() {
			return this.capacity;
		}

		public void setCapacity(@Nullable Integer capacity) {
			this.capacity = capacity;
		}

	}

}
