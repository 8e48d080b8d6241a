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

package io.heddle.benchmarks.process;

import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * How times are taken.
 */
final class Rounds {

	private Rounds() {
	}

	/**
	 * Call again and again.
	 * @param count how often
	 * @param call what to call
	 * @return the median time in microseconds
	 */
	static double p50Micros(int count, Callable<?> call) throws Exception {
		long[] times = new long[count];
		for (int i = 0; i < count; i++) {
			long start = System.nanoTime();
			call.call();
			times[i] = System.nanoTime() - start;
		}
		Arrays.sort(times);
		return times[count / 2] / 1e3;
	}

	/**
	 * Do something once.
	 * @param count how many things it does
	 * @param action what to do
	 * @return how many of them a second
	 */
	static double rate(int count, Callable<?> action) throws Exception {
		long start = System.nanoTime();
		action.call();
		return count / ((System.nanoTime() - start) / 1e9);
	}

	static double millisSince(long start) {
		return (System.nanoTime() - start) / 1e6;
	}

	/**
	 * Repeat something for a time.
	 * @param millis the time
	 * @param call what to repeat
	 */
	static void warmUp(long millis, Callable<?> call) throws Exception {
		long start = System.nanoTime();
		while (millisSince(start) < millis) {
			call.call();
		}
	}

}
