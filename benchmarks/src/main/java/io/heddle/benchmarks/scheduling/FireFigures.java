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

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Measures what it costs a scheduler bean to run tasks, in a JVM of its own: prints a
 * line "name value" for each figure.
 */
public final class FireFigures {

	static final int COUNT = 100_000;

	/** Scheduled once, when all are due. **/
	static final String ONCE = "once";

	/** Scheduled at a fixed rate by a call of the scheduler. **/
	static final String RATE = "rate";

	/** Scheduled at a fixed rate by annotation. **/
	static final String ANNOTATED = "scheduled";

	private static final int WARM_UPS = 30;

	private static final int LAPS = 31;

	private static final Runnable NOTHING = () -> {
	};

	private FireFigures() {
	}

	/**
	 * Measure.
	 * @param args the contender
	 */
	public static void main(String[] args) throws Exception {
		FireContender contender = FireContender.valueOf(args[0]);
		try (ConfigurableApplicationContext context = contender.start(Plain.class)) {
			TaskScheduler scheduler = context.getBean(FireContender.NAME, TaskScheduler.class);
			print(ONCE, once(scheduler));
			print(RATE, rate(scheduler));
		}
		try (ConfigurableApplicationContext context = contender.start(Annotated.class)) {
			print(ANNOTATED, context.getBean(Task.class).laps.median());
		}
	}

	private static double once(TaskScheduler scheduler) throws Exception {
		double[] nanos = new double[LAPS];
		for (int i = 0; i < WARM_UPS + LAPS; i++) {
			nanos[Math.max(0, i - WARM_UPS)] = enterAndFire(scheduler);
		}
		Arrays.sort(nanos);
		return nanos[LAPS / 2];
	}

	/**
	 * Enter tasks that are due while the thread of the scheduler is kept busy, then let
	 * it run them: what counts is the work, not who wakes whom.
	 */
	private static double enterAndFire(TaskScheduler scheduler) throws Exception {
		CountDownLatch busy = new CountDownLatch(1);
		CountDownLatch entered = new CountDownLatch(1);
		Instant due = Instant.now();
		scheduler.schedule(() -> {
			busy.countDown();
			awaitUninterruptibly(entered);
		}, due);
		busy.await();
		long start = System.nanoTime();
		for (int i = 1; i < COUNT; i++) {
			scheduler.schedule(NOTHING, due);
		}
		Future<?> last = scheduler.schedule(NOTHING, due.plusMillis(1));
		entered.countDown();
		last.get();
		return (double) (System.nanoTime() - start) / COUNT;
	}

	private static void awaitUninterruptibly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("Nobody interrupts a benchmark", ex);
		}
	}

	private static double rate(TaskScheduler scheduler) throws InterruptedException {
		Laps laps = new Laps(COUNT, WARM_UPS, LAPS);
		Future<?> future = scheduler.scheduleAtFixedRate(laps, Duration.ofNanos(1));
		double median = laps.median();
		future.cancel(false);
		return median;
	}

	private static void print(String name, double value) {
		System.out.println(name + " " + value);
	}

	@Configuration(proxyBeanMethods = false)
	static class Plain {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Annotated {

		@Bean
		Task task() {
			return new Task();
		}

	}

	static class Task {

		private final Laps laps = new Laps(COUNT, WARM_UPS, LAPS);

		@Scheduled(fixedRate = 1, timeUnit = TimeUnit.NANOSECONDS, scheduler = FireContender.NAME)
		void run() {
			this.laps.run();
		}

	}

}
