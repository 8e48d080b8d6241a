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

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures one contender, in a JVM of its own: prints a line "name value" for each
 * figure.
 */
public final class TimerFigures {

	private static final Runnable NOTHING = () -> {
	};

	private final TimerContender contender;

	private final int count;

	private final long[] delays;

	private final int[] order;

	private final Map<String, List<Double>> values = new LinkedHashMap<>();

	private TimerFigures(TimerContender contender, int count) {
		this.contender = contender;
		this.count = count;
		Random random = new Random(count);
		this.delays = random.doubles(count).mapToLong((part) -> (long) (part * TimeUnit.MINUTES.toNanos(1))).toArray();
		List<Integer> order = IntStream.range(0, count).boxed().collect(Collectors.toList());
		Collections.shuffle(order, random);
		this.order = order.stream().mapToInt(Integer::intValue).toArray();
	}

	/**
	 * Measure.
	 * @param args the contender, the number of timers, how often to warm up, and how
	 * often to measure
	 */
	public static void main(String[] args) throws Exception {
		TimerFigures figures = new TimerFigures(TimerContender.valueOf(args[0]), Integer.parseInt(args[1]));
		int warmUps = Integer.parseInt(args[2]);
		for (int i = 0; i < warmUps; i++) {
			figures.measure();
		}
		figures.values.clear();
		for (int i = 0; i < Integer.parseInt(args[3]); i++) {
			figures.measure();
		}
		figures.print();
	}

	private void measure() throws Exception {
		try (Timers timers = this.contender.create()) {
			Object[] entered = new Object[this.count];
			long before = usedMemory();
			each("enter", (i) -> enter(timers, entered, i));
			add("bytes", (double) (usedMemory() - before) / this.count);
			each("pair", (i) -> {
				timers.cancel(timers.enter(delay(i), NOTHING));
				return i;
			});
			each("cancel", (i) -> {
				timers.cancel(entered[this.order[(int) i]]);
				return i;
			});
		}
		System.gc();
		try (Timers timers = this.contender.create()) {
			fire(timers);
		}
	}

	private long enter(Timers timers, Object[] entered, long i) {
		entered[(int) i] = timers.enter(delay(i), NOTHING);
		return i;
	}

	/** Not due before all is over. **/
	private long delay(long i) {
		return TimeUnit.MINUTES.toNanos(2) + this.delays[(int) i];
	}

	/**
	 * Enter timers that are due soon, and wait until they have run. They are all due when
	 * the last has been entered, or hardly later: what counts is the work, not the wait.
	 */
	private void fire(Timers timers) throws InterruptedException {
		CountDownLatch fired = new CountDownLatch(1);
		// there is but one thread that runs them
		int[] left = { this.count };
		Runnable action = () -> {
			if (--left[0] == 0) {
				fired.countDown();
			}
		};
		long start = System.nanoTime();
		for (int i = 0; i < this.count; i++) {
			// in 20 to 70 ns for each timer that there is
			timers.enter(20L * this.count + this.delays[i] / (TimeUnit.MINUTES.toNanos(1) / (50L * this.count)),
					action);
		}
		timers.run();
		fired.await();
		add("fire", (double) (System.nanoTime() - start) / this.count);
	}

	private void each(String name, LongUnaryOperator step) {
		long start = System.nanoTime();
		long sum = 0;
		for (int i = 0; i < this.count; i++) {
			sum += step.applyAsLong(i);
		}
		add(name, (double) (System.nanoTime() - start) / this.count);
		if (sum != (long) this.count * (this.count - 1) / 2) {
			throw new IllegalStateException("Not all steps were made");
		}
	}

	private void add(String name, double value) {
		this.values.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
	}

	private void print() {
		// the median of several forgets moments of disturbance
		this.values.forEach((name, values) -> System.out
			.println(name + " " + values.stream().sorted().toList().get(values.size() / 2)));
	}

	private static long usedMemory() throws InterruptedException {
		System.gc();
		// what other threads still hold
		Thread.sleep(20);
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
