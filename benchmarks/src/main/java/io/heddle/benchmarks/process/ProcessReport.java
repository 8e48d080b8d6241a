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

import java.util.List;
import java.util.Locale;

import io.heddle.benchmarks.Figures;
import io.heddle.benchmarks.Goal;

/**
 * The results as text.
 *
 * @param rounds how often each was measured
 * @param figures what was measured
 */
record ProcessReport(int rounds, Figures figures) {

	private static final List<Goal> GOALS = List.of(Goal.atMost("round-trip pool", "round-trip raw", 1.5),
			Goal.atMost("round-trip pool", "round-trip mp.Pool", 0.3),
			Goal.atMost("round-trip pool, spin", "round-trip mp.Pool", 0.15),
			Goal.atLeast("submit pool", "submit mp.Pool", 8),
			Goal.atLeast("submit pool", "submit ProcessPoolExecutor", 20),
			Goal.atLeast("map-1 pool", "map-1 mp.Pool", 5), Goal.atLeast("map-64 pool", "map-64 mp.Pool", 2),
			Goal.atLeast("echo pool", "echo raw", 0.6), Goal.atLeast("echo pool", "echo mp.Pool", 4),
			Goal.atMost("start pool", "start bare JVM", 1.2), Goal.atMost("start pool", "start Python spawn", 2),
			Goal.atMost("start warm spare", "limit of a warm spare", 1),
			Goal.atMost("memory pool", "memory bare JVM", 1.15));

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		line(text, "");
		line(text, "Process pools: %d workers; medians of %d rounds", PoolFigures.SIZE, this.rounds);
		line(text, "%s %s (%s), %d processors", System.getProperty("java.vm.name"),
				System.getProperty("java.vm.version"), System.getProperty("java.vendor"),
				Runtime.getRuntime().availableProcessors());
		line(text, "");
		line(text, "%-34s %12s %25s  %s", "", "median", "(range)", "unit");
		for (String name : this.figures.names()) {
			line(text, "%-34s %,12.1f %25s  %s", name, this.figures.median(name),
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
		if (name.startsWith("round-trip")) {
			return "microseconds, p50";
		}
		if (name.startsWith("submit")) {
			return "tasks/s";
		}
		if (name.startsWith("map")) {
			return "items/s";
		}
		if (name.startsWith("echo")) {
			return "MiB/s there and back";
		}
		return name.startsWith("memory") ? "MiB resident" : "ms";
	}

	private static void line(StringBuilder text, String format, Object... arguments) {
		text.append(String.format(Locale.ROOT, format, arguments)).append(System.lineSeparator());
	}

}
