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
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.heddle.executor.ThreadKind;

/**
 * The configuration of one named scheduler, and of the tasks of any scheduler.
 */
public class SchedulerProperties {

	/**
	 * Kind of threads that run the tasks. Virtual threads need Java 21 or later.
	 */
	private ThreadKind threads = ThreadKind.PLATFORM;

	/**
	 * Most tasks that run at once. By default 1, and 100 with virtual threads.
	 */
	private @Nullable Integer size;

	/**
	 * How long a run of a scheduled method may take before it is reported as stuck, with
	 * its stack. Never if not set.
	 */
	private @Nullable Duration stuckAfter;

	/**
	 * How late a scheduled method may be before it is reported as overdue. Never if zero.
	 */
	private Duration overdueAfter = Duration.ofMinutes(5);

	/**
	 * After how many failures in a row a scheduled method counts as failing in the
	 * health. Never if 0.
	 */
	private int failingAfter = 3;

	/**
	 * Prefix of the names of the threads. By default the name of the scheduler and a
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
	 * Whether the context of who schedules a task (context variables, the MDC, and all
	 * that is registered with Micrometer's context-propagation) travels to its runs.
	 */
	private boolean propagateContext = true;

	/**
	 * Whether the scheduler is a bean of the application, so that only its tasks and
	 * their limits are configured here.
	 */
	private boolean external = false;

	private final Shutdown shutdown = new Shutdown();

	/**
	 * Scheduled methods of this scheduler. The key is the identifier of the task.
	 */
	private final Map<String, Task> tasks = new LinkedHashMap<>();

	public ThreadKind getThreads() {
		return this.threads;
	}

	public void setThreads(ThreadKind threads) {
		this.threads = threads;
	}

	public @Nullable Integer getSize() {
		return this.size;
	}

	public void setSize(@Nullable Integer size) {
		this.size = size;
	}

	public @Nullable Duration getStuckAfter() {
		return this.stuckAfter;
	}

	public void setStuckAfter(@Nullable Duration stuckAfter) {
		this.stuckAfter = stuckAfter;
	}

	public Duration getOverdueAfter() {
		return this.overdueAfter;
	}

	public void setOverdueAfter(Duration overdueAfter) {
		this.overdueAfter = overdueAfter;
	}

	public int getFailingAfter() {
		return this.failingAfter;
	}

	public void setFailingAfter(int failingAfter) {
		this.failingAfter = failingAfter;
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

	public boolean isPropagateContext() {
		return this.propagateContext;
	}

	public void setPropagateContext(boolean propagateContext) {
		this.propagateContext = propagateContext;
	}

	public boolean isExternal() {
		return this.external;
	}

	public void setExternal(boolean external) {
		this.external = external;
	}

	public Shutdown getShutdown() {
		return this.shutdown;
	}

	public Map<String, Task> getTasks() {
		return this.tasks;
	}

	/**
	 * The shutdown of a scheduler.
	 */
	public static class Shutdown {

		/**
		 * Whether runs in progress and tasks that are due once are finished on shutdown
		 * rather than cancelled. By default true if a period is set, and
		 * 'spring.task.scheduling.shutdown.await-termination' otherwise.
		 */
		private @Nullable Boolean awaitTermination;

		/**
		 * How long the shutdown waits for tasks before it cancels them. By default
		 * 'spring.task.scheduling.shutdown.await-termination-period'.
		 */
		private @Nullable Duration period;

		public @Nullable Boolean getAwaitTermination() {
			return this.awaitTermination;
		}

		public void setAwaitTermination(@Nullable Boolean awaitTermination) {
			this.awaitTermination = awaitTermination;
		}

		public @Nullable Duration getPeriod() {
			return this.period;
		}

		public void setPeriod(@Nullable Duration period) {
			this.period = period;
		}

	}

	/**
	 * What replaces the schedule that the code of a task asks for.
	 */
	public static class Task {

		/**
		 * Cron expression, in the time zone that the code asks for.
		 */
		private @Nullable String cron;

		/**
		 * Time from the start of a run to that of the next.
		 */
		private @Nullable Duration fixedRate;

		/**
		 * Time from the end of a run to the start of the next.
		 */
		private @Nullable Duration fixedDelay;

		/**
		 * Whether the task skips its runs.
		 */
		private @Nullable Boolean paused;

		public @Nullable String getCron() {
			return this.cron;
		}

		public void setCron(@Nullable String cron) {
			this.cron = cron;
		}

		public @Nullable Duration getFixedRate() {
			return this.fixedRate;
		}

		public void setFixedRate(@Nullable Duration fixedRate) {
			this.fixedRate = fixedRate;
		}

		public @Nullable Duration getFixedDelay() {
			return this.fixedDelay;
		}

		public void setFixedDelay(@Nullable Duration fixedDelay) {
			this.fixedDelay = fixedDelay;
		}

		public @Nullable Boolean getPaused() {
			return this.paused;
		}

		public void setPaused(@Nullable Boolean paused) {
			this.paused = paused;
		}

	}

}
