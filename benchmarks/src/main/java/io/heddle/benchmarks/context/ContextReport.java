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

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The results as text.
 *
 * @param rounds how often each was measured
 * @param figures what was measured
 */
record ContextReport(int rounds, ContextFigures figures) {

	private static final int[] VARIABLES = { 1, 10, 100 };

	private static final String THREAD_LOCAL_GET = "VariableBenchmark.threadLocalGet";

	private static final String GET = "VariableBenchmark.get";

	private static final String RESTORE = "VariableBenchmark.captureAndRestore";

	private static final String COPY = "VariableBenchmark.copyAndRun";

	/** As a part of what the thread-local takes. **/
	private static final double GET_RATIO = 3;

	private static final double NANOS = 60;

	/** Where the number of variables is to make no difference; the rest is chance. **/
	private static final double EVEN_RATIO = 1.25;

	private static final Map<String, String> LABELS = new LinkedHashMap<>();

	static {
		LABELS.put(THREAD_LOCAL_GET, "ThreadLocal.get");
		LABELS.put(GET, "ContextVar.get");
		LABELS.put("VariableBenchmark.setAndReset", "ContextVar.set, get and reset");
		LABELS.put(COPY, "Context.copy and run");
		LABELS.put(RESTORE, "ContextPropagation, capture and restore");
		LABELS.put("VariableBenchmark.captureAndKeep", "ContextPropagation, capture and keep");
		LABELS.put("ThreadLocalBenchmark.captureAndRestore", "Micrometer, capture and restore thread-locals");
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		line(text, "");
		line(text, "Context variables: medians of %d JVMs each", this.rounds);
		line(text, "%s %s (%s), %d processors", System.getProperty("java.vm.name"),
				System.getProperty("java.vm.version"), System.getProperty("java.vendor"),
				Runtime.getRuntime().availableProcessors());
		line(text, "");
		line(text, "%-46s %30s %30s %30s", "ns (range)", "1 variable", "10 variables", "100 variables");
		LABELS.forEach((benchmark, label) -> line(text, "%-46s %30s %30s %30s", label, cell(benchmark, 1),
				cell(benchmark, 10), cell(benchmark, 100)));
		line(text, "");
		line(text, "%-56s %8s   %-56s %8s %7s %7s", "to reach", "ours", "peer", "theirs", "ratio", "limit");
		for (int variables : VARIABLES) {
			ratio(text, label(GET, variables), this.figures.median(GET, variables), label(THREAD_LOCAL_GET, variables),
					this.figures.median(THREAD_LOCAL_GET, variables), GET_RATIO);
		}
		for (String benchmark : new String[] { COPY, RESTORE }) {
			double nanos = this.figures.median(benchmark, 10);
			line(text, "%-56s %8.1f   %-56s %8s %7s %7s %s", label(benchmark, 10), nanos, "(ns)", "", "", "<= " + NANOS,
					verdict(nanos <= NANOS));
			// the least of all rounds: what disturbs one of these JVMs only ever adds
			ratio(text, label(benchmark, 100) + ", least", this.figures.least(benchmark, 100),
					label(benchmark, 1) + ", least", this.figures.least(benchmark, 1), EVEN_RATIO);
		}
		return text.toString();
	}

	private String cell(String benchmark, int variables) {
		return String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", this.figures.median(benchmark, variables),
				this.figures.least(benchmark, variables), this.figures.most(benchmark, variables));
	}

	private static void ratio(StringBuilder text, String ours, double nanos, String peer, double theirs, double limit) {
		line(text, "%-56s %8.1f   %-56s %8.1f %7.2f %7s %s", ours, nanos, peer, theirs, nanos / theirs, "<= " + limit,
				verdict(nanos / theirs <= limit));
	}

	private static String label(String benchmark, int variables) {
		return LABELS.get(benchmark) + ", " + variables;
	}

	private static String verdict(boolean met) {
		return met ? "met" : "MISSED";
	}

	private static void line(StringBuilder text, String format, Object... arguments) {
		text.append(String.format(Locale.ROOT, format, arguments)).append(System.lineSeparator());
	}

}
