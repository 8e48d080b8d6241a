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

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reports that a queue is full, once until it is half empty again.
 */
final class Saturation {

	private final int half;

	private final Runnable report;

	private final AtomicBoolean reported = new AtomicBoolean();

	Saturation(int capacity, Runnable report) {
		this.half = capacity / 2;
		this.report = report;
	}

	/**
	 * The queue had no room.
	 */
	void full() {
		if (!this.reported.get() && this.reported.compareAndSet(false, true)) {
			this.report.run();
		}
	}

	/**
	 * Items have left the queue.
	 * @param size how many there are now
	 */
	void left(int size) {
		if (this.reported.get() && size <= this.half) {
			this.reported.set(false);
		}
	}

}
