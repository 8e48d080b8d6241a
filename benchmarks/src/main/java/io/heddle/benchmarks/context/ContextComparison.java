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

package io.heddle.benchmarks.context;

import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures context variables and their peers, each in a JVM of its own, in rounds, and
 * prints the medians and what they are to each other.
 */
public final class ContextComparison {

	private static final String QUICK = "--quick";

	private final boolean quick;

	private final int rounds;

	private final ContextFigures figures = new ContextFigures();

	private ContextComparison(boolean quick) {
		this.quick = quick;
		this.rounds = quick ? 3 : 5;
	}

	public static void run(List<String> options) throws Exception {
		if (!List.of(QUICK).containsAll(options)) {
			throw new IllegalArgumentException("Unknown option in " + options + "; there is " + QUICK);
		}
		new ContextComparison(options.contains(QUICK)).run();
	}

	private void run() throws RunnerException {
		for (int round = 1; round <= this.rounds; round++) {
			System.err.printf("Round %d of %d%n", round, this.rounds);
			measure();
		}
		System.out.print(new ContextReport(this.rounds, this.figures));
	}

	private void measure() throws RunnerException {
		ChainedOptionsBuilder options = new OptionsBuilder().include(VariableBenchmark.class.getName() + "\\.")
			.include(ThreadLocalBenchmark.class.getName() + "\\.")
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true);
		if (Runtime.version().feature() >= 23) {
			// JMH reads fields by Unsafe, of which Java warns from 24 on
			options.jvmArgsAppend("--sun-misc-unsafe-memory-access=allow");
		}
		if (this.quick) {
			options.warmupIterations(5).measurementIterations(10);
		}
		Collection<RunResult> results = new Runner(options.build()).run();
		for (RunResult result : results) {
			String benchmark = result.getParams().getBenchmark();
			String name = benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
			// the median of many short iterations forgets moments of disturbance
			this.figures.add(name, Integer.parseInt(result.getParams().getParam("variables")),
					result.getPrimaryResult().getStatistics().getPercentile(50));
		}
	}

}
