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

import org.springframework.boot.system.JavaVersion;

import io.heddle.autoconfigure.named.InvalidPropertyException;
import io.heddle.autoconfigure.named.NamedEntry;
import io.heddle.autoconfigure.named.NamedEntryValidator;
import io.heddle.executor.QueueType;
import io.heddle.executor.RejectionPolicy;
import io.heddle.executor.ThreadKind;

/**
 * Checks the properties of one executor.
 */
class ExecutorEntryValidator extends NamedEntryValidator<ExecutorProperties> {

	private final NamedEntry<ExecutorProperties> entry;

	private final ExecutorProperties properties;

	ExecutorEntryValidator(NamedEntry<ExecutorProperties> entry) {
		super(entry);
		this.entry = entry;
		this.properties = entry.properties();
	}

	/**
	 * Return the settings if all properties are valid.
	 * @return the settings
	 * @throws InvalidPropertyException for the first invalid property
	 */
	ExecutorSettings validate() {
		validateName();
		validateSizes();
		validateQueue();
		validateRejection();
		validateDurations();
		validateThreads();
		validateShutdown();
		return ExecutorSettings.of(this.entry.name(), this.properties);
	}

	private void validateSizes() {
		Integer coreSize = this.properties.getCoreSize();
		Integer maxSize = this.properties.getMaxSize();
		if (coreSize != null) {
			check(coreSize >= 1, "core-size", coreSize, "an executor needs at least one thread",
					"Set it to 1 or more.");
		}
		if (maxSize != null) {
			check(maxSize >= 1, "max-size", maxSize, "an executor needs at least one thread", "Set it to 1 or more.");
			int core = ExecutorSettings.coreSize(this.properties);
			check(maxSize >= core, "max-size", maxSize, "it is less than core-size, which is " + core,
					"Set '" + this.entry.key("max-size") + "' to " + core + " or more, or lower '"
							+ this.entry.key("core-size") + "' to " + maxSize + " or less.");
		}
	}

	private void validateQueue() {
		Integer capacity = this.properties.getQueue().getCapacity();
		if (capacity == null) {
			return;
		}
		check(capacity >= 1, "queue.capacity", capacity, "a queue needs room for at least one task",
				"Set it to 1 or more, leave it out for a queue without limit, or set '" + this.entry.key("queue.type")
						+ "' to 'handoff' for none.");
		check(this.properties.getQueue().getType() != QueueType.HANDOFF || !this.entry.sets("queue.capacity"),
				"queue.capacity", capacity, "queue.type is 'handoff', where no task waits",
				"Remove '" + this.entry.key("queue.capacity") + "' or choose another queue.type.");
	}

	private void validateRejection() {
		Duration timeout = this.properties.getRejectionTimeout();
		checkPositive("rejection-timeout", timeout);
		check(timeout == null || !this.entry.sets("rejection-timeout") || isRejection(RejectionPolicy.BLOCK),
				"rejection-timeout", timeout,
				"only the rejection policy 'block' waits, and the policy is '" + kebab(this.properties.getRejection())
						+ "'",
				"Set '" + this.entry.key("rejection") + "' to 'block' or remove '" + this.entry.key("rejection-timeout")
						+ "'.");
	}

	private void validateDurations() {
		Duration keepAlive = this.properties.getKeepAlive();
		check(!keepAlive.isNegative(), "keep-alive", keepAlive, "a time must not be negative",
				"Set it to zero or more, for example '60s'.");
		checkPositive("queue-timeout", this.properties.getQueueTimeout());
		checkPositive("task-timeout", this.properties.getTaskTimeout());
		checkPositive("stuck-after", this.properties.getStuckAfter());
	}

	private void validateThreads() {
		int priority = this.properties.getPriority();
		check(priority >= Thread.MIN_PRIORITY && priority <= Thread.MAX_PRIORITY, "priority", priority,
				"a thread priority lies between 1 and 10", "Set it to a number from 1 to 10.");
		checkText("thread-name-prefix", this.properties.getThreadNamePrefix());
		checkText("initializer", this.properties.getInitializer());
		if (this.properties.getThreads() == ThreadKind.VIRTUAL) {
			validateVirtualThreads();
		}
	}

	private void validateVirtualThreads() {
		check(JavaVersion.getJavaVersion().isEqualOrNewerThan(JavaVersion.TWENTY_ONE), "threads", "virtual",
				"virtual threads need Java 21 or later, and this is Java " + JavaVersion.getJavaVersion(),
				"Run the application on Java 21 or later, or set '" + this.entry.key("threads") + "' to 'platform'.");
		QueueType queueType = this.properties.getQueue().getType();
		check(queueType == QueueType.FIFO, "queue.type", kebab(queueType),
				"virtual threads start tasks in the order of submission", "Set '" + this.entry.key("queue.type")
						+ "' to 'fifo', or '" + this.entry.key("threads") + "' to 'platform'.");
		check(!isRejection(RejectionPolicy.BLOCK), "rejection", "block",
				"an executor of virtual threads never blocks the submitter", "Set '" + this.entry.key("rejection")
						+ "' to another policy, or '" + this.entry.key("threads") + "' to 'platform'.");
		check(!this.entry.sets("core-size"), "core-size", this.properties.getCoreSize(),
				"virtual threads are not pooled, so there are no core threads",
				"Remove it, and limit the tasks at once with '" + this.entry.key("max-size") + "'.");
	}

	private void validateShutdown() {
		ExecutorProperties.Shutdown shutdown = this.properties.getShutdown();
		checkShutdown(shutdown.getAwaitTermination(), shutdown.getPeriod());
	}

	private boolean isRejection(RejectionPolicy rejection) {
		return this.properties.getRejection() == rejection;
	}

}
