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

import java.util.List;
import java.util.Locale;

import io.heddle.benchmarks.Figures;
import io.heddle.benchmarks.Goal;

/**
 * The results as text.
 *
 * @param rounds how often each subject was measured
 * @param figures what was measured
 */
record SyncReport(int rounds, Figures figures) {

	private static final List<Goal> GOALS = List.of(atMost(Subject.LOCK, Subject.JDK_LOCK, 1.3),
			atMost(Subject.PLAIN_LOCK, Subject.JDK_LOCK, 1.3), atMost(Subject.FAIR_LOCK, Subject.JDK_FAIR_LOCK, 1.3),
			atMost(Subject.SINGLE, Subject.JDK_SINGLE, 1.3), atMost(Subject.SEMAPHORE, Subject.JDK_SEMAPHORE, 1.3),
			atMost(Subject.FAIR_SEMAPHORE, Subject.JDK_FAIR_SEMAPHORE, 1.3),
			atMost(Subject.BARRIER, Subject.JDK_BARRIER, 1.2));

	private static Goal atMost(Subject ours, Subject peer, double ratio) {
		return Goal.atMost(ours.label(), peer.label(), ratio);
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		line(text, "");
		line(text, "Synchronizers: taken and released, or passed; medians of %d JVMs each", this.rounds);
		line(text, "%s %s (%s), %d processors", System.getProperty("java.vm.name"),
				System.getProperty("java.vm.version"), System.getProperty("java.vendor"),
				Runtime.getRuntime().availableProcessors());
		line(text, "");
		line(text, "%-34s %9s %21s", "", "ns", "(range)");
		for (String name : this.figures.names()) {
			line(text, "%-34s %,9.1f %21s", name, this.figures.median(name),
					String.format(Locale.ROOT, "(%,.1f to %,.1f)", this.figures.least(name), this.figures.most(name)));
		}
		line(text, "");
		line(text, "%-34s %9s   %-24s %9s %7s %7s", "to reach", "ours", "peer", "theirs", "ratio", "limit");
		for (Goal goal : GOALS) {
			line(text, "%-34s %,9.1f   %-24s %,9.1f %7.2f %7s %s", goal.ours(), this.figures.median(goal.ours()),
					goal.peer(), this.figures.median(goal.peer()), goal.reached(this.figures), goal.limit(),
					goal.isMet(this.figures) ? "met" : "MISSED");
		}
		return text.toString();
	}

	private static void line(StringBuilder text, String format, Object... arguments) {
		text.append(String.format(Locale.ROOT, format, arguments)).append(System.lineSeparator());
	}

}
