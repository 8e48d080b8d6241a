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

package io.heddle.benchmarks.scheduling;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/**
 * A task that measures how long it takes until it has run so many times, again and again.
 * To be run by one thread.
 */
final class Laps implements Runnable {

	private final CountDownLatch ended = new CountDownLatch(1);

	private final int length;

	private final int warmUps;

	private final double[] nanos;

	private int runs;

	private int laps;

	private long start;

	/**
	 * Create a task.
	 * @param length how many runs make a lap
	 * @param warmUps how many laps do not count
	 * @param laps how many do
	 */
	Laps(int length, int warmUps, int laps) {
		this.length = length;
		this.warmUps = warmUps;
		this.nanos = new double[laps];
	}

	@Override
	public void run() {
		if (this.runs++ % this.length == 0) {
			lap();
		}
	}

	private void lap() {
		long now = System.nanoTime();
		int lap = this.laps++ - this.warmUps - 1;
		if (lap >= 0 && lap < this.nanos.length) {
			this.nanos[lap] = (double) (now - this.start) / this.length;
			if (lap == this.nanos.length - 1) {
				this.ended.countDown();
			}
		}
		this.start = now;
	}

	/**
	 * Wait for the last lap.
	 * @return the median of the laps, in nanoseconds a run
	 */
	double median() throws InterruptedException {
		this.ended.await();
		double[] sorted = this.nanos.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

}
