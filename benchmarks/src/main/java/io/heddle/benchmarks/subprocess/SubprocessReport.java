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

import java.util.List;
import java.util.Locale;

import io.heddle.benchmarks.Figures;
import io.heddle.benchmarks.Goal;

/**
 * The table of all figures, and which goals are met.
 *
 * @param rounds how often was measured
 * @param figures what was measured
 */
record SubprocessReport(int rounds, Figures figures) {

	private static final List<Goal> GOALS = List.of(Goal.atLeast("starts Heddle", "starts ProcessBuilder", 0.9),
			Goal.atLeast("starts Heddle", "starts zt-exec", 1), Goal.atLeast("starts Heddle", "starts commons-exec", 1),
			Goal.atLeast("starts Heddle", "starts NuProcess", 1),
			Goal.atLeast("capture Heddle", "capture ProcessBuilder", 0.8),
			Goal.atLeast("capture Heddle", "capture Python", 1.5),
			Goal.atMost("at-once Heddle", "at-once ProcessBuilder", 1.1),
			Goal.atMost("threads Heddle", "limit of threads", 1));

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		line(text, "");
		line(text,
				"Subprocesses: starts of /bin/true, %d MiB captured, %d times \"sleep 0.2\" at once; "
						+ "medians of %d rounds",
				SubprocessComparison.BYTES >> 20, SubprocessComparison.AT_ONCE, this.rounds);
		line(text, "%s %s (%s), %d processors", System.getProperty("java.vm.name"),
				System.getProperty("java.vm.version"), System.getProperty("java.vendor"),
				Runtime.getRuntime().availableProcessors());
		line(text, "");
		line(text, "%-28s %12s %25s  %s", "", "median", "(range)", "unit");
		for (String name : this.figures.names()) {
			line(text, "%-28s %,12.1f %25s  %s", name, this.figures.median(name),
					String.format(Locale.ROOT, "(%,.1f to %,.1f)", this.figures.least(name), this.figures.most(name)),
					unit(name));
		}
		line(text, "");
		line(text, "%-24s %12s   %-28s %12s %7s %7s", "to reach", "ours", "peer", "theirs", "ratio", "limit");
		for (Goal goal : GOALS) {
			if (goal.isMeasured(this.figures)) {
				line(text, "%-24s %,12.1f   %-28s %,12.1f %7.2f %7s %s", goal.ours(), this.figures.median(goal.ours()),
						goal.peer(), this.figures.median(goal.peer()), goal.reached(this.figures), goal.limit(),
						goal.isMet(this.figures) ? "met" : "MISSED");
			}
		}
		return text.toString();
	}

	private static String unit(String name) {
		if (name.startsWith("starts")) {
			return "processes/s";
		}
		if (name.startsWith("capture")) {
			return "MiB/s";
		}
		return name.startsWith("at-once") ? "ms" : "threads beside the JDK's reapers";
	}

	private static void line(StringBuilder text, String format, Object... arguments) {
		text.append(String.format(Locale.ROOT, format, arguments)).append(System.lineSeparator());
	}

}
