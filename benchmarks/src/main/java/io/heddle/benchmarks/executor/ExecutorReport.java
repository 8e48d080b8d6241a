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

import java.util.Locale;
import java.util.Map;

/**
 * The results as text.
 *
 * @param rounds how often each contender was measured
 * @param executed the results of {@link ExecuteBenchmark}
 * @param submitted the results of {@link SubmitBenchmark}
 */
record ExecutorReport(int rounds, Map<Contender, Samples> executed, Map<Contender, Samples> submitted) {

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		line(text, "");
		line(text, "Executors: %,d no-op tasks a batch, 1 producer, %d workers; medians of %d JVMs each", Batch.SIZE,
				Subject.WORKERS, this.rounds);
		line(text, "%s %s (%s), %d processors", System.getProperty("java.vm.name"),
				System.getProperty("java.vm.version"), System.getProperty("java.vendor"),
				Runtime.getRuntime().availableProcessors());
		results(text, "execute(Runnable) until run", this.executed);
		results(text, "submit(Callable) until the result", this.submitted);
		targets(text);
		return text.toString();
	}

	private static void results(StringBuilder text, String title, Map<Contender, Samples> results) {
		if (!results.isEmpty()) {
			line(text, "");
			line(text, "%-56s %9s %17s %7s", title, "ns a task", "(range)", "bytes");
			results.forEach((contender, samples) -> line(text, "%-56s %9.0f %17s %7.0f", contender.label(),
					samples.nanos(), "(%.0f to %.0f)".formatted(samples.least(), samples.most()), samples.bytes()));
		}
	}

	private void targets(StringBuilder text) {
		line(text, "");
		line(text, "%-46s %7s   %-56s %7s %7s %7s", "to reach", "ours", "peer", "theirs", "ratio", "limit");
		for (Target target : Target.ALL) {
			if (target.isMeasured(this.executed)) {
				double ratio = target.reached(this.executed);
				// a whole number is the peer itself, to be beaten
				boolean met = (target.ratio() != 1) ? ratio <= target.ratio() : ratio < 1;
				line(text, "%-46s %7.0f   %-56s %7.0f %7.2f %7s %s", target.ours().label(),
						this.executed.get(target.ours()).nanos(), target.peer().label(),
						this.executed.get(target.peer()).nanos(), ratio,
						((target.ratio() != 1) ? "<= " : "< ") + target.ratio(), verdict(met));
			}
		}
		for (Contender contender : Target.SPARING) {
			double bytes = this.executed.get(contender).bytes();
			line(text, "%-46s %7.0f   %-56s %7s %7s %7s %s", contender.label(), bytes, "(bytes)", "", "",
					"<= " + Target.BYTES, verdict(bytes <= Target.BYTES));
		}
	}

	private static String verdict(boolean met) {
		return met ? "met" : "MISSED";
	}

	private static void line(StringBuilder text, String format, Object... arguments) {
		text.append(String.format(Locale.ROOT, format, arguments)).append(System.lineSeparator());
	}

}
