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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.heddle.benchmarks.Figures;
import io.heddle.future.MapOptions;
import io.heddle.process.ProcessPool;
import io.heddle.process.ProcessPoolBuilder;
import io.heddle.process.StartMethod;

/**
 * Measures our pool.
 */
final class PoolFigures implements AutoCloseable {

	static final int SIZE = 2;

	private static final int ROUND_TRIPS = 4_000;

	private static final int TASKS = 50_000;

	private static final int MEBIBYTE = 1 << 20;

	private static final int ECHOES = 200;

	private final Figures figures;

	private final ProcessPool pool = builder(SIZE).build();

	private final ProcessPool spinning = builder(SIZE).spin(Duration.ofNanos(50_000)).build();

	PoolFigures(Figures figures) {
		this.figures = figures;
	}

	private static ProcessPoolBuilder builder(int size) {
		return ProcessPool.builder("benchmark")
			.size(size)
			.queueCapacity(TASKS)
			.allow(List.of("io.heddle.benchmarks.**"));
	}

	void warmUp(long millis) throws Exception {
		Rounds.warmUp(millis, () -> this.pool.submit(Tasks.NOTHING).get());
		Rounds.warmUp(millis / 2, () -> this.spinning.submit(Tasks.NOTHING).get());
		// three JVMs compile on the same processors, which takes them about a million
		// tasks
		Rounds.warmUp(5 * millis, () -> submitAll(TASKS));
		Rounds.warmUp(2 * millis, () -> mapAll(TASKS, 1));
		Rounds.warmUp(millis / 2, () -> mapAll(20_000, 64));
		Rounds.warmUp(millis / 2, () -> echo(new byte[MEBIBYTE]));
	}

	void roundTrip() throws Exception {
		Rounds.warmUp(200, () -> this.pool.submit(Tasks.NOTHING).get());
		this.figures.add("round-trip pool", Rounds.p50Micros(ROUND_TRIPS, () -> this.pool.submit(Tasks.NOTHING).get()));
	}

	void spinningRoundTrip() throws Exception {
		Rounds.warmUp(200, () -> this.spinning.submit(Tasks.NOTHING).get());
		this.figures.add("round-trip pool, spin",
				Rounds.p50Micros(ROUND_TRIPS, () -> this.spinning.submit(Tasks.NOTHING).get()));
	}

	void throughput() throws Exception {
		this.figures.add("submit pool", Rounds.rate(TASKS, () -> submitAll(TASKS)));
		this.figures.add("map-1 pool", Rounds.rate(TASKS, () -> mapAll(TASKS, 1)));
		this.figures.add("map-64 pool", Rounds.rate(1_000_000, () -> mapAll(1_000_000, 64)));
	}

	void echo() throws Exception {
		byte[] data = new byte[MEBIBYTE];
		Rounds.warmUp(200, () -> echo(data));
		this.figures.add("echo pool", Rounds.rate(ECHOES, () -> {
			for (int i = 0; i < ECHOES; i++) {
				echo(data);
			}
			return null;
		}));
	}

	void start() throws Exception {
		ProcessPool fresh = builder(1).build();
		try {
			long start = System.nanoTime();
			fresh.submit(Tasks.NOTHING).get();
			this.figures.add("start pool", Rounds.millisSince(start));
			Thread.sleep(300);
			this.figures.add("memory pool", Memory.mebibytes(fresh.workers().get(0).pid()));
		}
		finally {
			end(fresh);
		}
	}

	void warmStart() throws Exception {
		ProcessPool warm = builder(1).startMethod(StartMethod.WARM).spares(1).build();
		try {
			long end = System.nanoTime() + 20_000_000_000L;
			while (warm.poolSnapshot().spares() + warm.poolSnapshot().idle() == 0 && System.nanoTime() < end) {
				Thread.sleep(20);
			}
			Thread.sleep(200);
			long start = System.nanoTime();
			warm.submit(Tasks.NOTHING).get();
			this.figures.add("start warm spare", Rounds.millisSince(start));
			this.figures.add("limit of a warm spare", 5);
		}
		finally {
			end(warm);
		}
	}

	private Object submitAll(int count) throws Exception {
		List<Future<Integer>> futures = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			futures.add(this.pool.submit(Tasks.NOTHING));
		}
		for (Future<Integer> future : futures) {
			future.get();
		}
		return count;
	}

	private Object mapAll(int count, int chunk) {
		try (Stream<Integer> results = this.pool.map(Tasks.SAME, () -> IntStream.range(0, count).iterator(),
				MapOptions.of().chunkSize(chunk))) {
			return results.mapToInt(Integer::intValue).sum();
		}
	}

	private Object echo(byte[] data) throws Exception {
		byte[] back = this.pool.submit(() -> data).get();
		if (back.length != data.length) {
			throw new IllegalStateException("Got " + back.length + " bytes");
		}
		return back;
	}

	private static void end(ProcessPool pool) throws InterruptedException {
		pool.shutdown();
		pool.awaitTermination(Duration.ofSeconds(10));
	}

	@Override
	public void close() throws Exception {
		end(this.pool);
		end(this.spinning);
	}

}
