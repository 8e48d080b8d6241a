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

package io.heddle.queue;

/**
 * The accounts of those who get items. On their own, so that what they write is not next
 * to what those who put items read. Guarded by the lock of the queue.
 */
final class Takings {

	private final SampledTime time;

	private long count;

	private long waitNanos;

	Takings(SampledTime time) {
		this.time = time;
	}

	/**
	 * Count an item.
	 * @param putTime when it was put
	 */
	void add(long putTime) {
		this.count++;
		this.waitNanos += Math.max(0, this.time.get() - putTime);
	}

	/**
	 * Return how many items were got.
	 */
	long count() {
		return this.count;
	}

	/**
	 * Return how long these items had waited, in all.
	 */
	long waitNanos() {
		return this.waitNanos;
	}

	/**
	 * Read the clock for the next item: somebody waits, or looks.
	 */
	void expire() {
		this.time.expire();
	}

}
