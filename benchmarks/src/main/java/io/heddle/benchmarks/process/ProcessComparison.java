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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.heddle.benchmarks.Figures;

/**
 * Measures our pool, two JVMs with a raw socket, and Python's pools by turns, in rounds;
 * then prints the medians and what they are to each other.
 */
public final class ProcessComparison {

	private static final String QUICK = "--quick";

	private static final int PING = 64;

	private static final int MEBIBYTE = 1 << 20;

	private static final int ROUND_TRIPS = 4_000;

	private static final int ECHOES = 200;

	private final Figures figures = new Figures();

	private final int rounds;

	private final long warmUpMillis;

	private ProcessComparison(boolean quick) {
		this.rounds = quick ? 3 : 5;
		this.warmUpMillis = quick ? 1_000 : 2_000;
	}

	public static void run(List<String> options) throws Exception {
		if (!List.of(QUICK).containsAll(options)) {
			throw new IllegalArgumentException("Unknown option in " + options + "; there is " + QUICK);
		}
		new ProcessComparison(options.contains(QUICK)).run();
	}

	private void run() throws Exception {
		boolean python = PythonFigures.isThere();
		Path archive = Files.createTempDirectory("bare").resolve("bare.jsa");
		try (RawPair raw = new RawPair();
				PoolFigures pool = new PoolFigures(this.figures);
				PythonFigures peers = new PythonFigures(this.figures)) {
			System.err.println("Warming up");
			String[] bareOptions = BareJvm.train(archive);
			Rounds.warmUp(this.warmUpMillis, () -> raw.roundTrip(PING));
			Rounds.warmUp(this.warmUpMillis / 2, () -> raw.roundTrip(MEBIBYTE));
			Rounds.warmUp(this.warmUpMillis / 2, () -> raw.echo(new byte[MEBIBYTE]));
			pool.warmUp(this.warmUpMillis);
			// time for the pool to make its archive, which it does when it is quiet
			Thread.sleep(8_000);
			for (int round = 1; round <= this.rounds; round++) {
				System.err.printf("Round %d of %d%n", round, this.rounds);
				round(raw, pool, bareOptions);
				if (python) {
					peers.measure();
				}
			}
		}
		finally {
			Files.deleteIfExists(archive);
			Files.deleteIfExists(archive.getParent());
		}
		System.out.print(new ProcessReport(this.rounds, this.figures));
	}

	private void round(RawPair raw, PoolFigures pool, String[] bareOptions) throws Exception {
		Rounds.warmUp(200, () -> raw.roundTrip(PING));
		this.figures.add("round-trip raw", Rounds.p50Micros(ROUND_TRIPS, () -> raw.roundTrip(PING)));
		pool.roundTrip();
		pool.spinningRoundTrip();
		pool.throughput();
		Rounds.warmUp(200, () -> raw.roundTrip(MEBIBYTE));
		this.figures.add("echo raw, one buffer", Rounds.rate(ECHOES, () -> {
			for (int i = 0; i < ECHOES; i++) {
				raw.roundTrip(MEBIBYTE);
			}
			return null;
		}));
		byte[] data = new byte[MEBIBYTE];
		Rounds.warmUp(200, () -> raw.echo(data));
		this.figures.add("echo raw", Rounds.rate(ECHOES, () -> {
			for (int i = 0; i < ECHOES; i++) {
				raw.echo(data);
			}
			return null;
		}));
		pool.echo();
		BareJvm.Started bare = new BareJvm.Started(bareOptions);
		this.figures.add("start bare JVM", bare.millis());
		Thread.sleep(300);
		this.figures.add("memory bare JVM", bare.memory());
		bare.end();
		pool.start();
		pool.warmStart();
	}

}
