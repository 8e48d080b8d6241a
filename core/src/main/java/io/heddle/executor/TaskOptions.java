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

import org.jspecify.annotations.Nullable;

/**
 * What a submitter may say about a single task. Immutable.
 *
 * @param label the name to show for the task, or {@code null} for the name of its class
 * @param timeout how long the task may run before it is interrupted and marked timed out,
 * or {@code null} for the executor's own limit
 * @param priority the rank of the task in a {@link QueueType#PRIORITY} queue: lower
 * numbers start first
 */
public record TaskOptions(@Nullable String label, @Nullable Duration timeout, int priority) {

	private static final TaskOptions NONE = new TaskOptions(null, null, 0);

	public TaskOptions {
		if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
			throw new IllegalArgumentException("'timeout' must be positive but is " + timeout);
		}
	}

	/**
	 * Return options that say nothing: no label, no timeout, priority 0.
	 * @return the empty options
	 */
	public static TaskOptions of() {
		return NONE;
	}

	/**
	 * Return these options with another label.
	 * @param label the name to show for the task
	 * @return the new options
	 */
	public TaskOptions label(@Nullable String label) {
		return new TaskOptions(label, this.timeout, this.priority);
	}

	/**
	 * Return these options with another run time limit.
	 * @param timeout how long the task may run
	 * @return the new options
	 */
	public TaskOptions timeout(@Nullable Duration timeout) {
		return new TaskOptions(this.label, timeout, this.priority);
	}

	/**
	 * Return these options with another priority.
	 * @param priority the rank of the task; lower numbers start first
	 * @return the new options
	 */
	public TaskOptions priority(int priority) {
		return new TaskOptions(this.label, this.timeout, priority);
	}

}
