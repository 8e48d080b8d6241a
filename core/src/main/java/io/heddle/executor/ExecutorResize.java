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
 * A change to the size of a running executor; what is {@code null} stays as it is.
 *
 * @param coreSize the new number of core threads
 * @param maxSize the new maximum number of threads
 * @param queueCapacity the new queue capacity
 * @param keepAlive the new idle time after which a thread ends
 */
public record ExecutorResize(@Nullable Integer coreSize, @Nullable Integer maxSize, @Nullable Integer queueCapacity,
		@Nullable Duration keepAlive) {

	private static final ExecutorResize NONE = new ExecutorResize(null, null, null, null);

	/**
	 * Return a change that changes nothing yet.
	 * @return the empty change
	 */
	public static ExecutorResize of() {
		return NONE;
	}

	/**
	 * Return this change with a new number of core threads.
	 * @param coreSize the number of core threads, at least 1
	 * @return the new change
	 */
	public ExecutorResize coreSize(@Nullable Integer coreSize) {
		return new ExecutorResize(coreSize, this.maxSize, this.queueCapacity, this.keepAlive);
	}

	/**
	 * Return this change with a new maximum number of threads.
	 * @param maxSize the maximum number of threads, at least the core size
	 * @return the new change
	 */
	public ExecutorResize maxSize(@Nullable Integer maxSize) {
		return new ExecutorResize(this.coreSize, maxSize, this.queueCapacity, this.keepAlive);
	}

	/**
	 * Return this change with a new queue capacity. Tasks that already wait beyond a
	 * smaller capacity stay.
	 * @param queueCapacity the queue capacity, at least 1
	 * @return the new change
	 */
	public ExecutorResize queueCapacity(@Nullable Integer queueCapacity) {
		return new ExecutorResize(this.coreSize, this.maxSize, queueCapacity, this.keepAlive);
	}

	/**
	 * Return this change with a new keep-alive time.
	 * @param keepAlive the idle time after which a thread ends; zero keeps core threads
	 * for ever
	 * @return the new change
	 */
	public ExecutorResize keepAlive(@Nullable Duration keepAlive) {
		return new ExecutorResize(this.coreSize, this.maxSize, this.queueCapacity, keepAlive);
	}

}
