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
 * Reports that a queue is full, once until it is half empty again. Guarded by the lock of
 * the queue, but for the report itself.
 */
final class Saturation {

	private final int half;

	private final Runnable report;

	private boolean full;

	Saturation(int capacity, Runnable report) {
		this.half = capacity / 2;
		this.report = report;
	}

	/**
	 * The queue has no room.
	 * @return whether this is to be {@linkplain #report() reported}
	 */
	boolean full() {
		boolean news = !this.full;
		this.full = true;
		return news;
	}

	/**
	 * Items have left the queue.
	 * @param size how many there are now
	 */
	void left(int size) {
		if (this.full && size <= this.half) {
			this.full = false;
		}
	}

	void report() {
		this.report.run();
	}

}
