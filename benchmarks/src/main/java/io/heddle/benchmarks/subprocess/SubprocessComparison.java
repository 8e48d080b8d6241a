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

package io.heddle.benchmarks.subprocess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.heddle.benchmarks.Figures;

/**
 * Measures all who run programs in rounds, so that whatever slows the machine down for a
 * while slows all of them down, and prints what they are to each other.
 */
public final class SubprocessComparison {

	private static final String QUICK = "--quick";

	static final int AT_ONCE = 200;

	static final int BYTES = 64 << 20;

	private static final int CAPTURES = 5;

	/** Longer than anybody keeps threads that have nothing to do. **/
	private static final long LONGEST_SETTLING = TimeUnit.SECONDS.toNanos(7);

	private static final String[] NOTHING = { "/bin/true" };

	private static final String[] MUCH = { "/usr/bin/head", "-c", String.valueOf(BYTES), "/dev/zero" };

	private static final String[] PAUSE = { "/bin/sleep", "0.2" };

	private final Figures figures = new Figures();

	private final List<Contender> contenders = new ArrayList<>(List.of(new JdkContender(), new HeddleContender(),
			new ZtExecContender(), new CommonsExecContender(), new NuProcessContender()));

	private final int rounds;

	private final int starts;

	private long quiet = threads();

	private SubprocessComparison(boolean quick) {
		this.rounds = (quick) ? 3 : 7;
		this.starts = (quick) ? 100 : 300;
	}

	public static void run(List<String> options) throws Exception {
		if (!List.of(QUICK).containsAll(options)) {
			throw new IllegalArgumentException("Unknown option in " + options + "; there is " + QUICK);
		}
		new SubprocessComparison(options.contains(QUICK)).run();
		// a library keeps threads of its own
		System.exit(0);
	}

	private void run() throws Exception {
		System.err.println("Warming up");
		boolean python = PythonContender.isThere();
		for (Contender contender : this.contenders) {
			for (int i = 0; i < this.starts; i++) {
				contender.run(NOTHING);
			}
			contender.capture(MUCH);
			contender.capture(MUCH);
			contender.runAtOnce(AT_ONCE / 4, () -> {
			}, PAUSE);
		}
		try (PythonContender peer = PythonContender.create()) {
			for (int round = 1; round <= this.rounds; round++) {
				System.err.printf("Round %d of %d%n", round, this.rounds);
				for (Contender contender : this.contenders) {
					measure(contender);
				}
				if (python) {
					peer.measure(this.figures, this.starts, BYTES, AT_ONCE);
				}
				// back and forth, so that nobody always follows the same neighbour
				Collections.reverse(this.contenders);
			}
		}
		this.figures.add("limit of threads", 16);
		System.out.print(new SubprocessReport(this.rounds, this.figures));
	}

	private void measure(Contender contender) throws Exception {
		settle();
		long begin = System.nanoTime();
		for (int i = 0; i < this.starts; i++) {
			contender.run(NOTHING);
		}
		this.figures.add("starts " + contender.label(), this.starts / seconds(begin));
		double[] rates = new double[CAPTURES];
		for (int i = 0; i < CAPTURES; i++) {
			begin = System.nanoTime();
			if (contender.capture(MUCH) != BYTES) {
				throw new IllegalStateException(contender.label() + " lost output");
			}
			rates[i] = (BYTES >> 20) / seconds(begin);
		}
		Arrays.sort(rates);
		this.figures.add("capture " + contender.label(), rates[CAPTURES / 2]);
		long[] threads = new long[1];
		begin = System.nanoTime();
		contender.runAtOnce(AT_ONCE, () -> threads[0] = threads(), PAUSE);
		this.figures.add("at-once " + contender.label(), 1_000 * seconds(begin));
		this.figures.add("threads " + contender.label(), Math.max(0, threads[0] - this.quiet));
	}

	/**
	 * Wait until the threads of the one before have ended, so that each has all of its
	 * own counted and nobody else's. Those that stay for ever are counted for nobody.
	 */
	private void settle() throws InterruptedException {
		long begin = System.nanoTime();
		while (threads() > this.quiet && System.nanoTime() - begin < LONGEST_SETTLING) {
			Thread.sleep(100);
		}
		this.quiet = threads();
	}

	private static double seconds(long begin) {
		return (System.nanoTime() - begin) / 1e9;
	}

	/**
	 * Return how many threads there are beside those by which the JDK waits for the end
	 * of processes.
	 */
	private static long threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !thread.getName().startsWith("process reaper"))
			.count();
	}

}
