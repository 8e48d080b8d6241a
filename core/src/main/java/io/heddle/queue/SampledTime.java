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
 * The time of events, which no two have in common. Where they follow each other in less
 * than a microsecond, the clock is read for one of a few only, for that would cost as
 * much as all else. A ticker tells when the others come later than that. Guarded by the
 * lock of the queue.
 */
final class SampledTime {

	private static final int EVENTS = 16;

	private static final long FAST = 1_000;

	private final Ticker ticker;

	private int tick;

	private long time = System.nanoTime();

	private long read = this.time;

	private int events;

	private int left;

	SampledTime(Ticker ticker) {
		this.ticker = ticker;
	}

	/**
	 * Return when an event happens.
	 * @return the time now, or just after that of an event some hundredths of a second
	 * before at most
	 */
	long get() {
		this.events++;
		if (this.left > 0 && this.tick == this.ticker.ticks()) {
			this.left--;
			return ++this.time;
		}
		return read();
	}

	private long read() {
		this.tick = this.ticker.ticks();
		long now = System.nanoTime();
		this.left = (now - this.read < FAST * this.events && this.ticker.tick()) ? EVENTS : 0;
		this.events = 0;
		this.read = now;
		this.time = (now - this.time > 0) ? now : this.time + 1;
		return this.time;
	}

	/**
	 * Read the clock for the next event: somebody waits, or looks.
	 */
	void expire() {
		this.left = 0;
	}

}
