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

/**
 * A ratio of two figures that is to be reached.
 *
 * @param ours the figure of the pool
 * @param peer the figure that it is measured against
 * @param ratio the limit
 * @param more whether more is better: then ours is to be at least that part of the
 * peer's, and otherwise at most
 */
record Goal(String ours, String peer, double ratio, boolean more) {

	static final List<Goal> ALL = List.of(atMost("round-trip pool", "round-trip raw", 1.5),
			atMost("round-trip pool", "round-trip mp.Pool", 0.3),
			atMost("round-trip pool, spin", "round-trip mp.Pool", 0.15), atLeast("submit pool", "submit mp.Pool", 8),
			atLeast("submit pool", "submit ProcessPoolExecutor", 20), atLeast("map-1 pool", "map-1 mp.Pool", 5),
			atLeast("map-64 pool", "map-64 mp.Pool", 2), atLeast("echo pool", "echo raw", 0.6),
			atLeast("echo pool", "echo mp.Pool", 4), atMost("start pool", "start bare JVM", 1.2),
			atMost("start pool", "start Python spawn", 2), atMost("start warm spare", "limit of a warm spare", 1),
			atMost("memory pool", "memory bare JVM", 1.15));

	private static Goal atMost(String ours, String peer, double ratio) {
		return new Goal(ours, peer, ratio, false);
	}

	private static Goal atLeast(String ours, String peer, double ratio) {
		return new Goal(ours, peer, ratio, true);
	}

	boolean isMeasured(Figures figures) {
		return figures.has(this.ours) && figures.has(this.peer);
	}

	double reached(Figures figures) {
		return figures.median(this.ours) / figures.median(this.peer);
	}

	boolean isMet(Figures figures) {
		return this.more ? reached(figures) >= this.ratio : reached(figures) <= this.ratio;
	}

	String limit() {
		return (this.more ? ">= " : "<= ") + this.ratio;
	}

}
