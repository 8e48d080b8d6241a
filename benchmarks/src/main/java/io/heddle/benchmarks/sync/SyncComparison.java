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

package io.heddle.benchmarks.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

import io.heddle.benchmarks.Figures;

/**
 * Measures all subjects, each in a JVM of its own, in rounds, so that whatever slows the
 * machine down for a while slows all of them down; then prints the medians and what they
 * are to each other.
 */
public final class SyncComparison {

	private static final String QUICK = "--quick";

	private final boolean quick;

	private final int rounds;

	private final Figures figures = new Figures();

	private SyncComparison(boolean quick) {
		this.quick = quick;
		this.rounds = quick ? 3 : 5;
	}

	public static void run(List<String> options) throws Exception {
		if (!List.of(QUICK).containsAll(options)) {
			throw new IllegalArgumentException("Unknown option in " + options + "; there is " + QUICK);
		}
		new SyncComparison(options.contains(QUICK)).run();
	}

	private void run() throws RunnerException {
		List<Subject> subjects = new ArrayList<>(List.of(Subject.values()));
		for (int round = 1; round <= this.rounds; round++) {
			System.err.printf("Round %d of %d%n", round, this.rounds);
			for (Subject subject : subjects) {
				this.figures.add(subject.label(), measure(subject));
			}
			// back and forth, so that nobody always follows the same neighbour
			Collections.reverse(subjects);
		}
		System.out.print(new SyncReport(this.rounds, this.figures));
	}

	private double measure(Subject subject) throws RunnerException {
		ChainedOptionsBuilder options = new OptionsBuilder().include(SyncBenchmark.class.getName() + "\\.")
			.param("subject", subject.name())
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true);
		if (Runtime.version().feature() >= 23) {
			// JMH reads fields by Unsafe, of which Java warns from 24 on
			options.jvmArgsAppend("--sun-misc-unsafe-memory-access=allow");
		}
		if (this.quick) {
			options.warmupIterations(7).measurementIterations(9);
		}
		RunResult result = new Runner(options.build()).runSingle();
		// the median of many short iterations forgets moments of disturbance
		return result.getPrimaryResult().getStatistics().getPercentile(50);
	}

}
