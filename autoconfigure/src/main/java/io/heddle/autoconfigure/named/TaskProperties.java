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

package io.heddle.autoconfigure.named;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * What can be configured alike for all that runs tasks.
 */
public abstract class TaskProperties {

	/**
	 * How long a task may wait. One that waited longer is failed, not run. Without limit
	 * if not set.
	 */
	private @Nullable Duration queueTimeout;

	/**
	 * How long a task may run before it is reported as stuck, with its stack. Never if
	 * not set.
	 */
	private @Nullable Duration stuckAfter;

	/**
	 * Whether to record the calling class and method of each submission, which costs
	 * about a microsecond a task.
	 */
	private boolean trackCallers = false;

	@NestedConfigurationProperty
	private final Shutdown shutdown = new Shutdown();

	public @Nullable Duration getQueueTimeout() {
		return this.queueTimeout;
	}

	public void setQueueTimeout(@Nullable Duration queueTimeout) {
		this.queueTimeout = queueTimeout;
	}

	public @Nullable Duration getStuckAfter() {
		return this.stuckAfter;
	}

	public void setStuckAfter(@Nullable Duration stuckAfter) {
		this.stuckAfter = stuckAfter;
	}

	public boolean isTrackCallers() {
		return this.trackCallers;
	}

	public void setTrackCallers(boolean trackCallers) {
		this.trackCallers = trackCallers;
	}

	public Shutdown getShutdown() {
		return this.shutdown;
	}

	/**
	 * The shutdown of an executor or a pool.
	 */
	public static class Shutdown {

		/**
		 * Whether tasks that wait or run are finished on shutdown rather than cancelled.
		 * By default true if a period is set, and
		 * 'spring.task.execution.shutdown.await-termination' otherwise.
		 */
		private @Nullable Boolean awaitTermination;

		/**
		 * How long the shutdown waits for tasks before it cancels them. By default
		 * 'spring.task.execution.shutdown.await-termination-period'.
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

}
