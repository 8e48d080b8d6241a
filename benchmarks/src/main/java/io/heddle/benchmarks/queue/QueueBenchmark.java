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

package io.heddle.benchmarks.queue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One thread puts items, and one takes them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = { "-Xms512m", "-Xmx512m" })
public class QueueBenchmark {

	private static final int ITEMS = 100_000;

	private static final int NUMBERS = 1 << 12;

	@Param
	QueueContender contender;

	private final SynchronousQueue<Boolean> starts = new SynchronousQueue<>();

	private final AtomicInteger taken = new AtomicInteger();

	private final Integer[] numbers = new Integer[NUMBERS];

	private BlockingQueue<Integer> queue;

	private Thread producer;

	@Setup
	public void start() {
		for (int i = 0; i < NUMBERS; i++) {
			this.numbers[i] = (i * 7_919) % NUMBERS;
		}
		this.queue = this.contender.create();
		this.producer = new Thread(this::produce);
		this.producer.setDaemon(true);
		this.producer.start();
	}

	@TearDown
	public void end() {
		this.producer.interrupt();
	}

	private void produce() {
		try {
			while (true) {
				this.starts.take();
				produceBatch(this.contender.needsWindow());
			}
		}
		catch (InterruptedException ex) {
			// the end
		}
	}

	private void produceBatch(boolean window) throws InterruptedException {
		BlockingQueue<Integer> queue = this.queue;
		Integer[] numbers = this.numbers;
		for (int i = 0; i < ITEMS; i++) {
			if (window && (i & 63) == 0) {
				awaitRoom(i);
			}
			queue.put(numbers[i & (NUMBERS - 1)]);
		}
	}

	private void awaitRoom(int put) {
		while (put - this.taken.get() > QueueContender.CAPACITY - 128) {
			Thread.yield();
		}
	}

	@Benchmark
	@OperationsPerInvocation(ITEMS)
	public long putAndTake() throws InterruptedException {
		BlockingQueue<Integer> queue = this.queue;
		long sum = 0;
		this.taken.set(0);
		this.starts.put(true);
		for (int i = 1; i <= ITEMS; i++) {
			sum += queue.take();
			if ((i & 63) == 0) {
				this.taken.lazySet(i);
			}
		}
		return sum;
	}

}
