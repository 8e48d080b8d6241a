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

package io.heddle.benchmarks.executor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures all contenders, each in a JVM of its own, in rounds, so that whatever slows
 * the machine down for a while slows all of them down; then prints the medians and what
 * they are to each other.
 */
public final class ExecutorComparison {

	private static final String QUICK = "--quick";

	/** JVMs differ more from each other than iterations do. **/
	private static final int ROUNDS = 5;

	private final boolean quick;

	private final Map<Contender, Samples> executed = new EnumMap<>(Contender.class);

	private final Map<Contender, Samples> submitted = new EnumMap<>(Contender.class);

	private ExecutorComparison(boolean quick) {
		this.quick = quick;
	}

	public static void run(List<String> options) throws Exception {
		if (!List.of(QUICK).containsAll(options)) {
			throw new IllegalArgumentException("Unknown option in " + options + "; there is " + QUICK);
		}
		new ExecutorComparison(options.contains(QUICK)).run();
	}

	private void run() throws RunnerException {
		List<Contender> toExecute = supported(Contender.values());
		List<Contender> toSubmit = this.quick ? List.of() : supported(submitters());
		for (int round = 1; round <= ROUNDS; round++) {
			measure(round, ExecuteBenchmark.class, toExecute, this.executed);
			measure(round, SubmitBenchmark.class, toSubmit, this.submitted);
			// back and forth, so that nobody always follows the same neighbour
			Collections.reverse(toExecute);
		}
		System.out.print(new ExecutorReport(ROUNDS, this.executed, this.submitted));
	}

	private static List<Contender> supported(Contender[] contenders) {
		return new ArrayList<>(Arrays.stream(contenders).filter(Contender::isSupported).toList());
	}

	private static Contender[] submitters() {
		try {
			String[] names = SubmitBenchmark.class.getDeclaredField("contender").getAnnotation(Param.class).value();
			return Arrays.stream(names).map(Contender::valueOf).toArray(Contender[]::new);
		}
		catch (NoSuchFieldException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void measure(int round, Class<?> benchmark, List<Contender> contenders, Map<Contender, Samples> results)
			throws RunnerException {
		for (int i = 0; i < contenders.size(); i++) {
			Contender contender = contenders.get(i);
			System.err.printf("Round %d of %d, %s %d of %d: ", round, ROUNDS, benchmark.getSimpleName(), i + 1,
					contenders.size());
			Sample sample = measure(benchmark, contender);
			System.err.printf("%s %.0f ns%n", contender.label(), sample.nanos());
			results.computeIfAbsent(contender, (key) -> new Samples()).add(sample);
		}
	}

	private Sample measure(Class<?> benchmark, Contender contender) throws RunnerException {
		ChainedOptionsBuilder options = new OptionsBuilder().include(benchmark.getName() + "\\.")
			.param("contender", contender.name())
			.addProfiler(GCProfiler.class)
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true);
		if (Runtime.version().feature() >= 23) {
			// JMH reads fields by Unsafe, of which Java warns from 24 on
			options.jvmArgsAppend("--sun-misc-unsafe-memory-access=allow");
		}
		if (this.quick) {
			options.measurementIterations(10);
		}
		RunResult result = new Runner(options.build()).runSingle();
		// the median of many short iterations forgets moments of disturbance
		double nanos = result.getPrimaryResult().getStatistics().getPercentile(50);
		Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
		return new Sample(nanos, bytes.getScore());
	}

}
