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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures all queues, each in a JVM of its own, in rounds, so that whatever slows the
 * machine down for a while slows all of them down; then prints the medians and what they
 * are to each other.
 */
public final class QueueComparison {

	private static final String QUICK = "--quick";

	private final boolean quick;

	private final int rounds;

	/** Millions of items a second. **/
	private final Map<QueueContender, List<Double>> results = new EnumMap<>(QueueContender.class);

	private QueueComparison(boolean quick) {
		this.quick = quick;
		this.rounds = quick ? 5 : 9;
	}

	public static void run(List<String> options) throws Exception {
		if (!List.of(QUICK).containsAll(options)) {
			throw new IllegalArgumentException("Unknown option in " + options + "; there is " + QUICK);
		}
		new QueueComparison(options.contains(QUICK)).run();
	}

	private void run() throws RunnerException {
		List<QueueContender> contenders = new ArrayList<>(Arrays.asList(QueueContender.values()));
		for (int round = 1; round <= this.rounds; round++) {
			for (QueueContender contender : contenders) {
				double rate = measure(contender);
				System.err.printf("Round %d of %d: %s %.2f million/s%n", round, this.rounds, contender.label(), rate);
				this.results.computeIfAbsent(contender, (key) -> new ArrayList<>()).add(rate);
			}
			// back and forth, so that nobody always follows the same neighbour
			Collections.reverse(contenders);
		}
		report();
	}

	private double measure(QueueContender contender) throws RunnerException {
		ChainedOptionsBuilder options = new OptionsBuilder().include(QueueBenchmark.class.getName() + "\\.")
			.param("contender", contender.name())
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true);
		if (Runtime.version().feature() >= 23) {
			// JMH reads fields by Unsafe, of which Java warns from 24 on
			options.jvmArgsAppend("--sun-misc-unsafe-memory-access=allow");
		}
		if (this.quick) {
			options.warmupIterations(5).measurementIterations(8);
		}
		// the median of many short iterations forgets moments of disturbance
		double nanos = new Runner(options.build()).runSingle().getPrimaryResult().getStatistics().getPercentile(50);
		return 1_000 / nanos;
	}

	private void report() {
		line("");
		line("Queues: 1 producer, 1 consumer, capacity %,d; medians of %d JVMs each", QueueContender.CAPACITY,
				this.rounds);
		line("%s %s (%s), %d processors", System.getProperty("java.vm.name"), System.getProperty("java.vm.version"),
				System.getProperty("java.vendor"), Runtime.getRuntime().availableProcessors());
		line("");
		line("%-46s %9s %17s", "put and take", "million/s", "(range)");
		this.results.forEach((contender, rates) -> line("%-46s %9.2f %17s", contender.label(), median(contender),
				String.format(Locale.ROOT, "(%.2f to %.2f)", Collections.min(rates), Collections.max(rates))));
		line("");
		line("%-46s %7s   %-24s %7s %7s %7s", "to reach", "ours", "peer", "theirs", "ratio", "limit");
		for (QueueTarget target : QueueTarget.ALL) {
			double ratio = median(target.ours()) / median(target.peer());
			line("%-46s %7.2f   %-24s %7.2f %7.2f %7s %s", target.ours().label(), median(target.ours()),
					target.peer().label(), median(target.peer()), ratio, ">= " + target.ratio(),
					(ratio >= target.ratio()) ? "met" : "MISSED");
		}
	}

	private double median(QueueContender contender) {
		List<Double> rates = this.results.get(contender).stream().sorted().toList();
		return rates.get(rates.size() / 2);
	}

	private static void line(String format, Object... arguments) {
		System.out.println(String.format(Locale.ROOT, format, arguments));
	}

}
