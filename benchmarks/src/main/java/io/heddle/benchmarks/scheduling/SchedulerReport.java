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

package io.heddle.benchmarks.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.heddle.benchmarks.Figures;
import io.heddle.benchmarks.Goal;

/**
 * The results as text.
 *
 * @param rounds how often each was measured
 * @param figures what was measured
 */
record SchedulerReport(int rounds, Figures figures) {

	private static final List<String> WHAT = List.of("enter", "pair", "cancel", "fire", "bytes");

	private static final List<String> FIRES = List.of(FireFigures.ONCE, FireFigures.RATE, FireFigures.ANNOTATED);

	private static final int MILLION = 1_000_000;

	private static final double BYTES = 72;

	private static final double FIRE_OF_BEAN = 1.3;

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		line(text, "");
		line(text, "Timers: medians of %d JVMs each", this.rounds);
		line(text, "%s %s (%s), %d processors", System.getProperty("java.vm.name"),
				System.getProperty("java.vm.version"), System.getProperty("java.vendor"),
				Runtime.getRuntime().availableProcessors());
		for (int count : SchedulerComparison.COUNTS) {
			line(text, "");
			line(text, "%-30s %20s %20s %20s %20s %20s", String.format(Locale.ROOT, "ns a timer, of %,d", count),
					"enter", "enter and cancel", "cancel at random", "enter and fire", "bytes");
			contenders().filter((contender) -> has(contender, count))
				.forEach((contender) -> line(text, "%-30s %20s %20s %20s %20s %20s", row(contender, WHAT, count)));
		}
		if (!has(SchedulerComparison.PYTHON, SchedulerComparison.PYTHON_COUNT)) {
			line(text, "%-30s %20s", SchedulerComparison.PYTHON, "no python3");
		}
		line(text, "");
		line(text, "%-30s %20s %20s %20s", String.format(Locale.ROOT, "ns a run, of %,d", FireFigures.COUNT),
				"schedule and run", "at a fixed rate", "@Scheduled");
		for (FireContender contender : FireContender.values()) {
			line(text, "%-30s %20s %20s %20s", row(contender.label(), FIRES, FireFigures.COUNT));
		}
		line(text, "%-30s %20.2f %20.2f %20.2f",
				Stream
					.concat(Stream.of("ratio"),
							FIRES.stream().map((fire) -> (Object) ofBean(fire).reached(this.figures)))
					.toArray());
		line(text, "");
		line(text, "%-38s %8s   %-48s %8s %7s %8s", "to reach", "ours", "peer", "theirs", "ratio", "limit");
		goal(text, "pair", 0.8);
		goal(text, "cancel", 0.6);
		goal(text, "fire", 0.5);
		goal(text, ofBean(FireFigures.ONCE));
		goal(text, ofBean(FireFigures.RATE));
		String bytes = name("bytes", TimerContender.HEDDLE);
		double median = this.figures.median(bytes);
		line(text, "%-38s %8.1f   %-48s %8s %7s %8s %s", bytes, median, "(bytes)", "", "", "<= " + BYTES,
				(median <= BYTES) ? "met" : "MISSED");
		return text.toString();
	}

	private void goal(StringBuilder text, String what, double ratio) {
		goal(text, Goal.atMost(name(what, TimerContender.HEDDLE), name(what, TimerContender.JDK), ratio));
	}

	private static Goal ofBean(String fire) {
		return Goal.atMost(name(fire, FireContender.HEDDLE), name(fire, FireContender.SPRING), FIRE_OF_BEAN);
	}

	private void goal(StringBuilder text, Goal goal) {
		line(text, "%-38s %8.1f   %-48s %8.1f %7.2f %8s %s", goal.ours(), this.figures.median(goal.ours()), goal.peer(),
				this.figures.median(goal.peer()), goal.reached(this.figures), goal.limit(),
				goal.isMet(this.figures) ? "met" : "MISSED");
	}

	private static String name(String what, TimerContender contender) {
		return SchedulerComparison.name(what, contender.label(), MILLION);
	}

	private static String name(String what, FireContender contender) {
		return SchedulerComparison.name(what, contender.label(), FireFigures.COUNT);
	}

	private static Stream<String> contenders() {
		return Stream.concat(Stream.of(TimerContender.values()).map(TimerContender::label),
				Stream.of(SchedulerComparison.PYTHON));
	}

	private boolean has(String contender, int count) {
		return this.figures.has(SchedulerComparison.name(WHAT.get(0), contender, count));
	}

	private Object[] row(String contender, List<String> figures, int count) {
		List<Object> row = new ArrayList<>(List.of(contender));
		figures.forEach((what) -> row.add(cell(SchedulerComparison.name(what, contender, count))));
		return row.toArray();
	}

	private String cell(String name) {
		return this.figures.has(name) ? String.format(Locale.ROOT, "%,.0f (%,.0f-%,.0f)", this.figures.median(name),
				this.figures.least(name), this.figures.most(name)) : "-";
	}

	private static void line(StringBuilder text, String format, Object... arguments) {
		text.append(String.format(Locale.ROOT, format, arguments)).append(System.lineSeparator());
	}

}
